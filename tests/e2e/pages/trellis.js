// The app as a journey meets it, and a watch that fails a journey when the app talks to others or breaks quietly.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { test as base, expect } from "@playwright/test";

import { CheckIn } from "./check-in.js";
import { Goals, Review } from "./goals.js";
import { Help } from "./help.js";
import { Hobbies } from "./hobbies.js";
import { Keeping } from "./keeping.js";
import { Learn } from "./learn.js";
import { People } from "./people.js";
import { Meetings } from "./meetings.js";
import { Plan } from "./plan.js";
import { Plans } from "./plans.js";
import { Progress } from "./progress.js";
import { filesOfRelease, isLate } from "./release.js";
import { Settings } from "./settings.js";
import { Shell } from "./shell.js";
import { Story } from "./story.js";
import { Support } from "./support.js";
import { Today } from "./today.js";
import { Tools } from "./tools.js";
import { Welcome } from "./welcome.js";
import { wordsOf } from "./words.js";

export { expect };

/** All pages of the app in one tab. */
export class Trellis {
  constructor(page, language) {
    const words = wordsOf(language);
    Object.assign(this, { page, language, words });
    this.shell = new Shell(page, words);
    this.welcome = new Welcome(page, words);
    this.today = new Today(page, words);
    this.checkIn = new CheckIn(page, words);
    this.goals = new Goals(page, words);
    this.review = new Review(page, words);
    this.plan = new Plan(page, words);
    this.plans = new Plans(page, words, language);
    this.support = new Support(page, words);
    this.people = new People(page, words);
    this.story = new Story(page, words);
    this.hobbies = new Hobbies(page, words);
    this.meetings = new Meetings(page, words);
    this.learn = new Learn(page, words);
    this.tools = new Tools(page, words);
    this.progress = new Progress(page, words);
    this.help = new Help(page, language);
    this.keeping = new Keeping(page, words);
    this.settings = new Settings(page, words);
  }

  /** The same app in another tab, or in another language. */
  in({ page = this.page, language = this.language }) {
    return new Trellis(page, language);
  }

  /** Opens the app for the first time and skips the first steps. */
  async begin() {
    await this.shell.open("/");
    await this.welcome.skipAll();
  }

  /** Waits until the whole app is on the device. */
  async untilKept() {
    await this.page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => this.page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  }

  /** What the service worker keeps: names of caches, and the paths in the first. */
  cached() {
    return this.page.evaluate(async () => {
      const names = await caches.keys();
      const cache = await caches.open(names[0]);
      return { names, paths: (await cache.keys()).map(({ url }) => new URL(url).pathname).sort() };
    });
  }

  /** Waits until the large files too are on the device, which come last. */
  async untilComplete() {
    await this.untilKept();
    const late = filesOfRelease().map((file) => `/${file}`).filter(isLate);
    await expect.poll(async () => (await this.cached()).paths.filter(isLate), { timeout: 90_000 }).toEqual(late);
  }

  /** Finds no barrier that axe knows of. */
  async expectNoBarriers({ except = [] } = {}) {
    // Once a document: a hundred pages are looked at without loading another.
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(async (except) => {
      const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
      // What holds is not written out: that took most of the time.
      return (await window.axe.run({ rules, resultTypes: ["violations"] })).violations;
    }, except);
    const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary}`));
    expect(told, `barriers at ${this.page.url()}`).toEqual([]);
  }
}

/** The program of axe, as a page takes it. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Headers name features that a browser may not know; that is no fault. */
const HARMLESS = /Unrecognized feature/;

class Watch {
  constructor() {
    this.faults = [];
    this.expected = [];
  }

  /** Says that the journey itself brings about a message like this. */
  expect(pattern) {
    this.expected.push(pattern);
  }

  note(kind, text) {
    this.faults.push(`${kind}: ${text}`);
  }

  async over(context) {
    await context.exposeBinding("noteViolation", (_, text) => this.note("policy", text));
    await context.addInitScript(() => {
      const tell = window.noteViolation;
      document.addEventListener("securitypolicyviolation", (event) => tell(`${event.violatedDirective} ${event.blockedURI}`));
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.note("console", `${message.text()} at ${message.location().url}`);
    });
    context.on("weberror", (fault) => this.note("error", `${fault.error()} at ${fault.page()?.url()}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      const own = url.origin === this.origin || ["about:", "blob:", "data:"].includes(url.protocol);
      if (!own) this.note("request", request.url());
    });
  }

  unexpected() {
    return this.faults.filter((fault) => ![HARMLESS, ...this.expected].some((pattern) => pattern.test(fault)));
  }
}

export const test = base.extend({
  language: async ({ locale }, use) => use(locale.slice(0, 2)),
  words: async ({ language }, use) => use(wordsOf(language)),
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch();
      watch.origin = new URL(baseURL).origin;
      await watch.over(context);
      await use(watch);
      expect(watch.unexpected()).toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page, language }, use) => use(new Trellis(page, language)),
});
