// The check-in and the answer to it.
import { expect } from "@playwright/test";

import { begins } from "./words.js";

export class CheckIn {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { check_in, common } = words;
    this.moods = page.getByRole("group", { name: begins(check_in.mood) });
    this.cravings = page.getByRole("group", { name: begins(check_in.craving) });
    this.nights = page.getByRole("group", { name: begins(check_in.sleep) });
    this.note = page.getByRole("textbox", { name: begins(check_in.note) });
    this.smallThing = page.getByRole("textbox", { name: begins(check_in.small_thing) });
    this.save = page.getByRole("button", { name: common.save, exact: true });
    this.saved = page.getByRole("heading", { level: 1, name: check_in.saved, exact: true });
    this.change = page.getByRole("button", { name: check_in.change });
    this.remove = page.getByRole("button", { name: check_in.remove });
    this.otherDays = page.getByRole("complementary", { name: check_in.other_days });
    this.day = page.getByLabel(begins(check_in.another_day));
    this.openDay = page.getByRole("button", { name: check_in.open_day });
    this.toToday = page.getByRole("link", { name: check_in.go_to_today, exact: true });
    this.callSomeone = page.getByRole("link", { name: check_in.call_someone });
  }

  mood(key) {
    return this.moods.getByRole("radio", { name: this.words.check_in[`mood_${key}`], exact: true });
  }

  craving(level) {
    return this.cravings.getByRole("radio", { name: String(level), exact: true });
  }

  sleep(key) {
    return this.nights.getByRole("radio", { name: this.words.check_in[`sleep_${key}`], exact: true });
  }

  feeling(key) {
    return this.page.getByRole("checkbox", { name: this.words.check_in[key], exact: true });
  }

  /** Goes to the check-in of another day. */
  async goToDay(iso) {
    await this.day.fill(iso);
    await this.openDay.click();
  }

  /** Saves and waits for the answer. */
  async finish() {
    await this.save.click();
    await expect(this.saved).toBeVisible();
  }
}
