// Tools for hard moments.
import { readFileSync } from "node:fs";

import { begins, fill } from "./words.js";

const SLUGS = ["breathing", "grounding", "surfing", "delay", "play-through", "thought-check", "problem-solving", "kindness", "sleep", "muscles", "refusing", "hard-hour"];
const NEAR_USE = ["surfing", "delay", "play-through", "refusing", "hard-hour"];

/** Every tool, as its file says it: title, what must be read first, and its steps. */
export const toolsOf = (language) =>
  SLUGS.map((slug) => {
    const text = readFileSync(new URL(`../../../content/${language}/tools/${slug}.md`, import.meta.url), "utf8").replace(/ <!-- .+? -->/g, "");
    const lines = text.split("\n");
    const steps = lines.filter((line) => /^[=~?] /.test(line)).map((line) => {
      const [, sign, numbers, said] = /^([=~?]) ((?:\d+ )*)(.+)$/.exec(line);
      return { sign, numbers: numbers.trim().split(" ").filter(Boolean).map(Number), said };
    });
    return {
      slug,
      steps,
      title: /^title: (.+)$/m.exec(text)[1],
      cares: lines.filter((line) => line.startsWith("> [!care] ")).map((line) => line.slice(10)),
      nearUse: NEAR_USE.includes(slug),
    };
  });

export class Tools {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { tools } = words;
    const main = page.getByRole("main");
    const button = (name) => main.getByRole("button", { name, exact: true });
    this.main = main;
    this.door = main.getByRole("link", { name: tools.craving, exact: true });
    this.start = button(tools.start);
    this.goOn = button(tools.go_on);
    this.anew = button(tools.anew);
    this.awake = button(tools.drowsy_no);
    this.drowsy = main.getByRole("link", { name: tools.drowsy_yes, exact: true });
    this.next = main.getByRole("button", { name: new RegExp(`^(${tools.next}|${tools.end})$`) });
    this.back = button(tools.back);
    this.stop = button(tools.stop);
    this.pause = button(tools.pause);
    this.done = button(tools.done);
    this.dontKeep = button(tools.dont_keep);
    this.answer = main.getByRole("textbox", { name: begins(tools.your_answer) });
    this.count = main.getByRole("timer");
    this.word = main.locator(".breathe__word");
    this.options = main.getByRole("group", { name: tools.options });
    this.helped = main.locator("section").filter({ has: page.getByRole("heading", { name: tools.helped, exact: true }) });
    this.history = main.locator("section").filter({ has: page.getByRole("heading", { name: tools.history, exact: true }) });
  }

  /** A link to a tool. */
  one(title) {
    return this.main.getByRole("link", { name: begins(title) });
  }

  /** A step of the only scale there is; before a tool, after it, or on the page of a craving. */
  level(level) {
    return this.main.getByRole("radio", { name: String(level), exact: true });
  }

  /** What says which step of how many it is. */
  place(n, all) {
    return this.main.getByText(fill(this.words.tools.place, { n, all }), { exact: true });
  }

  choice(words) {
    return this.main.getByRole("button", { name: words, exact: true });
  }

  option(key) {
    return this.options.getByRole("checkbox", { name: this.words.tools[key], exact: true });
  }

  /** Takes the way in, whichever there is. */
  async begin() {
    await this.start.or(this.awake).click();
  }

  /** Goes through all steps. */
  async finish() {
    await this.begin();
    while (!(await this.done.isVisible())) await this.next.click();
  }

  /** Uses a tool from its page to the end. */
  async use(app, slug, before, after) {
    await app.shell.follow(`/tools/${slug}`);
    await this.level(before).check();
    await this.finish();
    await this.level(after).check();
    await this.done.click();
  }
}
