// Lessons.
import { begins } from "./words.js";

export class Learn {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    this.search = page.getByRole("searchbox", { name: words.learn.search });
    this.sources = page.getByRole("region", { name: words.learn.sources });
  }

  lesson(title) {
    return this.page.getByRole("main").getByRole("link", { name: begins(title) });
  }
}
