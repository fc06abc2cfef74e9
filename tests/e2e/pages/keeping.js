// Backups, the lock, and how the record is kept.
import { expect } from "@playwright/test";

import { begins } from "./words.js";

export class Keeping {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { backup, phrase, lock, keeping, settings } = words;
    const main = page.getByRole("main");
    const button = (name) => main.getByRole("button", { name, exact: true });
    const box = (name) => main.getByRole("textbox", { name: begins(name) });
    this.fiveWords = main.getByRole("group", { name: phrase.five });
    this.own = main.getByRole("radio", { name: phrase.own });
    this.ownPhrase = box(phrase.own);
    this.again = box(phrase.again);
    this.make = button(backup.make);
    this.plainCopy = button(backup.plain);
    this.tables = button(backup.tables);
    this.remind = main.getByRole("checkbox", { name: backup.remind });
    this.file = main.getByLabel(begins(backup.file));
    this.phrase = box(phrase.phrase);
    this.preview = button(backup.preview);
    this.check = button(backup.check);
    this.what = main.getByRole("region", { name: backup.what });
    this.restore = button(backup.restore);
    this.undo = button(backup.undo);
    this.tooMuch = main.getByRole("checkbox", { name: backup.too_much_sure });
    this.setLock = button(words.lock_settings.set);
    this.lockNow = button(words.lock_settings.lock_now);
    this.whenLeft = main.getByRole("checkbox", { name: words.lock_settings.hidden });
    this.lockWords = main.getByLabel(lock.words, { exact: true });
    this.open = button(lock.open);
    this.newNumber = box(words.curtain.choose);
    this.hang = button(words.curtain.hang);
    this.takeDown = button(words.curtain.take_down);
    this.number = main.getByLabel(words.covered.number, { exact: true });
    this.show = button(words.covered.show);
    this.forgot = button(words.covered.forgot);
    this.removeLock = button(words.lock_settings.remove);
    this.changeWords = button(words.lock_settings.change);
    this.oldWords = box(words.lock_settings.old);
    this.save = button(words.common.save);
    this.notes = main.getByRole("group", { name: begins(keeping.notes) });
    this.removeNotes = page.getByRole("dialog", { name: keeping.notes_title }).getByRole("button", { name: keeping.notes_remove });
    this.meter = main.getByRole("progressbar", { name: settings.stored });
  }

  /** The five words, once they are made. */
  async made() {
    await expect(this.fiveWords).toHaveText(/^\s*\S+( \S+){4}\s*$/);
    return (await this.fiveWords.textContent()).trim();
  }

  /** Types the five words again, as somebody would who copied them by hand. */
  async typeAgain() {
    const words = await this.made();
    await this.again.fill(`  ${words.toUpperCase().replaceAll(" ", "   ")} `);
    return words;
  }

  /** Makes a backup and hands back where it lies and its words. */
  async backUp(shell) {
    await shell.open("/settings/backup");
    const words = await this.typeAgain();
    const [file] = await Promise.all([this.page.waitForEvent("download", { timeout: 60_000 }), this.make.click()]);
    return { words, path: await file.path(), name: file.suggestedFilename() };
  }

  /** Chooses a file and what opens it. */
  async choose(file, phrase) {
    await this.file.setInputFiles(file);
    if (phrase !== undefined) await this.phrase.fill(phrase);
  }

  /** Sets the lock with five words and hands them back. */
  async lock(shell) {
    await shell.open("/settings/lock");
    const words = await this.typeAgain();
    await this.setLock.click();
    await expect(shell.notice(this.words.lock_settings.now_set)).toBeVisible({ timeout: 60_000 });
    return words;
  }

  /** Opens the closed lock. */
  async unlock(words) {
    await this.lockWords.fill(words);
    await this.open.click();
  }
}
