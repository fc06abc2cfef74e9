// The first visit.
import { expect } from "@playwright/test";

import { begins, fill } from "./words.js";

export class Welcome {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    this.next = page.getByRole("button", { name: words.welcome.next, exact: true });
    this.start = page.getByRole("button", { name: words.welcome.start, exact: true });
    this.skip = page.getByRole("button", { name: words.welcome.skip, exact: true });
    this.name = page.getByRole("textbox", { name: begins(words.welcome.name) });
    this.language = page.getByRole("group", { name: words.welcome.language });
  }

  step(n) {
    return this.page.getByText(fill(this.words.welcome.step, { n, all: 3 }));
  }

  purpose(key) {
    return this.page.getByRole("checkbox", { name: this.words.welcome[key] });
  }

  /** Leaves the first steps behind at once. */
  async skipAll() {
    await this.skip.click();
    await expect(this.page.getByRole("navigation", { name: this.words.nav.main })).toBeVisible();
  }
}
