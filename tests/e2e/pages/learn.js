// Lessons.
import { begins } from "./words.js";

export class Learn {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    this.search = page.getByRole("searchbox", { name: words.learn.search });
    this.questions = page.getByRole("region", { name: words.learn.questions }).getByRole("group");
    /** What is said after an answer: whether it was right, and why. */
    this.judged = new RegExp(`^(${words.learn.right}|${words.learn.wrong}).{20,}`);
    const { remember } = words;
    const main = page.getByRole("main");
    const button = (name) => main.getByRole("button", { name, exact: true });
    this.bookmark = button(remember.bookmark);
    this.note = main.getByRole("textbox", { name: begins(remember.note) });
    this.listen = button(remember.listen);
    this.pause = button(remember.pause);
    this.goOn = button(remember.go_on);
    this.stop = button(remember.stop);
    this.print = button(words.common.print);
    /** The way to the questions that wait. */
    this.begin = main.getByRole("link", { name: remember.begin, exact: true });
    this.next = button(remember.next);
    this.finish = button(remember.finish);
    this.asked = main.getByRole("group");
    this.sources = page.getByRole("region", { name: words.learn.sources });
  }

  /** The heading that opens a path. */
  path(key) {
    return this.page.getByRole("main").getByRole("heading", { name: this.words.learn[key], exact: true });
  }

  lesson(title) {
    return this.page.getByRole("main").getByRole("link", { name: begins(title) });
  }
}
