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
