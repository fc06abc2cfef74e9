// Backups, restoring, and how the record is kept.
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { fromNewerVersion, kept, keysOf, put } from "../pages/store.js";
import { expect, test } from "../pages/trellis.js";
import { count, fill } from "../pages/words.js";

/** The record of ten years of heavy use, which `cargo xtask test` writes. */
const TEN_YEARS = fileURLToPath(new URL("../../../target/log/ten-years.json", import.meta.url));
const TITLE = "Walk after dinner";

async function live(app) {
  await app.begin();
  await app.shell.open("/goals/new");
  await app.goals.title.fill(TITLE);
  await app.goals.save.click();
  await expect(app.goals.card(TITLE)).toBeVisible();
  await app.shell.open("/check-in");
  await app.checkIn.note.fill("slept badly, walked anyway");
  await app.checkIn.finish();
}

/** Another device: a browser that knows nothing yet. */
async function elsewhere(app, browser, contextOptions, watch) {
  const context = await browser.newContext({ ...contextOptions, serviceWorkers: "allow" });
  await watch.over(context);
  const other = app.in({ page: await context.newPage() });
  await other.begin();
  return other;
}

test.describe("a backup", () => {
  test("made here opens on another device, shows what will change, and can be undone", async ({ app, browser, contextOptions, locale, viewport, watch, words, baseURL }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    expect(backup.name).toMatch(/^backup-\d{4}-\d\d-\d\d\.age$/);
    await expect(app.shell.sentence(words.backup.made_title)).toBeVisible();
    await expect(app.shell.sentence(words.backup.left_out)).toHaveCount(0);
    await app.expectNoBarriers();
    const bytes = await readFile(backup.path);
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(bytes.includes("slept badly")).toBe(false);

    const other = await elsewhere(app, browser, { ...contextOptions, locale, viewport, baseURL }, watch);
    await other.shell.open("/settings/restore");
    await other.keeping.choose(backup.path, backup.words.toUpperCase());
    await other.keeping.preview.click();
    await expect(other.keeping.what).toBeVisible({ timeout: 60_000 });
    await other.expectNoBarriers();
    await other.keeping.restore.click();
    await expect(other.shell.sentence(words.backup.restored_text)).toBeVisible();
    await other.shell.go("goals");
    await expect(other.goals.card(TITLE)).toBeVisible();

    // Once more: nothing would change.
    await other.shell.open("/settings/restore");
    await other.keeping.choose(backup.path, backup.words);
    await other.keeping.preview.click();
    await expect(other.shell.sentence(words.backup.nothing_changes)).toBeVisible({ timeout: 60_000 });
    await other.page.context().close();
  });

  test("can be undone right after it was restored", async ({ app, page, words }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    const [goal] = await keysOf(page, "tr/g/");
    await page.evaluate((key) => localStorage.removeItem(key), goal);
    const before = await kept(page);
    await app.shell.open("/settings/restore");
    await app.keeping.choose(backup.path, backup.words);
    await app.keeping.preview.click();
    await expect(app.keeping.what).toContainText(words.nav.goals, { timeout: 60_000 });
    await app.keeping.restore.click();
    await expect(app.keeping.undo).toBeVisible();
    expect(await keysOf(page, "tr/g/")).toEqual([goal]);
    await app.keeping.undo.click();
    await expect(app.shell.notice(words.backup.undone)).toBeVisible();
    expect(await kept(page)).toEqual(before);
    await app.shell.go("goals");
    await expect(app.goals.card(TITLE)).toHaveCount(0);
  });

  test("restores nothing over what was written after its preview", async ({ app, context, page, words }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    const [goal] = await keysOf(page, "tr/g/");
    const text = (await kept(page))[goal];
    await page.evaluate((key) => localStorage.removeItem(key), goal);
    await app.shell.open("/settings/restore");
    await app.keeping.choose(backup.path, backup.words);
    await app.keeping.preview.click();
    await expect(app.keeping.what).toContainText(words.nav.goals, { timeout: 60_000 });
    // Another tab writes the same record meanwhile.
    const other = app.in({ page: await context.newPage() });
    await other.shell.open("/");
    await put(other.page, goal, text);
    await app.keeping.restore.click();
    await expect(app.shell.notice(words.backup.changed_since)).toBeVisible();
    expect((await kept(page))[goal]).toBe(text);
    await app.keeping.preview.click();
    await expect(app.shell.sentence(words.backup.nothing_changes)).toBeVisible({ timeout: 60_000 });
  });

  test("is not restored over an entry of a newer version", async ({ app, page, words }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    const [goal] = await keysOf(page, "tr/g/");
    const newer = fromNewerVersion(goal, (await kept(page))[goal]);
    await put(page, goal, newer);
    await app.shell.open("/settings/restore");
    await app.keeping.choose(backup.path, backup.words);
    await app.keeping.preview.click();
    await expect(app.keeping.restore).toBeVisible({ timeout: 60_000 });
    await app.keeping.restore.click();
    await expect(app.shell.notice(words.problem.newer)).toBeVisible();
    expect((await kept(page))[goal]).toBe(newer);
  });

  test("can still be undone after other pages were looked at", async ({ app, page, words }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    const [goal] = await keysOf(page, "tr/g/");
    await page.evaluate((key) => localStorage.removeItem(key), goal);
    await app.shell.open("/settings/restore");
    await expect(app.keeping.undo).toHaveCount(0);
    await app.keeping.choose(backup.path, backup.words);
    await app.keeping.preview.click();
    await expect(app.keeping.what).toBeVisible({ timeout: 60_000 });
    await app.keeping.restore.click();
    await expect(app.keeping.undo).toBeVisible();
    await app.shell.go("goals");
    await expect(app.goals.card(TITLE)).toBeVisible();
    await app.shell.follow("/settings/restore");
    await expect(app.keeping.undo).toBeVisible();
    await app.expectNoBarriers();
    await app.keeping.undo.click();
    await expect(app.shell.notice(words.backup.undone)).toBeVisible();
    await expect(app.keeping.undo).toHaveCount(0);
    await app.shell.go("goals");
    await expect(app.goals.card(TITLE)).toHaveCount(0);
  });

  test("says that it leaves out what could not be read, and offers that as it is", async ({ app, page, words }) => {
    await live(app);
    const [goal] = await keysOf(page, "tr/g/");
    const newer = fromNewerVersion(goal, (await kept(page))[goal]);
    await put(page, goal, newer);
    await app.keeping.backUp(app.shell);
    await expect(app.shell.sentence(words.backup.made_title)).toBeVisible();
    await expect(app.shell.sentence(words.backup.left_out)).toBeVisible();
    await app.expectNoBarriers();
    const offer = app.shell.main.getByRole("button", { name: words.erase.download, exact: true }).last();
    const [raw] = await Promise.all([page.waitForEvent("download", { timeout: 15_000 }), offer.click()]);
    expect(JSON.parse(await readFile(await raw.path(), "utf8"))[goal]).toBe(newer);
  });

  test("of ten years of heavy use comes back, sealed, and makes the same backup again", async ({ app, page, words }) => {
    test.setTimeout(600_000);
    await app.begin();
    await app.shell.open("/settings/restore");
    await app.keeping.choose(TEN_YEARS);
    await app.keeping.preview.click();
    await expect(app.keeping.what).toContainText("51224", { timeout: 120_000 });
    await app.keeping.restore.click();
    await expect(app.keeping.undo).toBeVisible({ timeout: 120_000 });
    const loose = await keysOf(page, "tr/c/");
    // What lies back more than a month is sealed; three check-ins a day of the rest are not.
    expect(loose.length).toBeLessThan(120);
    await page.reload();
    await app.shell.open("/check-in/2017-03-01");
    await expect(app.checkIn.note).not.toHaveValue("");
    const backup = await app.keeping.backUp(app.shell);
    await app.shell.open("/settings/check-backup");
    await app.keeping.choose(backup.path, backup.words);
    await app.keeping.check.click();
    await expect(app.shell.sentence(words.backup.made_title)).toBeVisible({ timeout: 120_000 });
    // And the settings of this device.
    await expect(app.shell.main).toContainText("51225");
  });

  test("that would take away more than a tenth asks first, and takes nothing until then", async ({ app, page, browser, contextOptions, locale, viewport, watch, words, baseURL }) => {
    const { keeping, people, shell, support } = app;
    await live(app);
    await shell.open("/support/messages");
    const messages = ["one", "two", "three"].map((word) => `message ${word}`);
    for (const message of messages) {
      await people.messageText.fill(message);
      await support.save.click();
      await expect(people.wordsCard(message)).toBeVisible();
    }
    const first = await keeping.backUp(shell);

    const other = await elsewhere(app, browser, { ...contextOptions, locale, viewport, baseURL }, watch);
    await other.shell.open("/settings/restore");
    await other.keeping.choose(first.path, first.words);
    await other.keeping.preview.click();
    await other.keeping.restore.click();
    await expect(other.shell.sentence(words.backup.restored_text)).toBeVisible();
    await other.shell.open("/support/messages");
    for (const message of messages) {
      await other.people.wordsCard(message).getByRole("button", { name: words.common.remove, exact: true }).click();
      await expect(other.people.wordsCard(message)).toHaveCount(0);
    }
    const second = await other.keeping.backUp(other.shell);

    await shell.open("/settings/restore");
    const before = await kept(page, "tr/");
    await keeping.choose(second.path, second.words);
    await keeping.preview.click();
    await expect(shell.sentence(words.backup.too_much)).toBeVisible({ timeout: 60_000 });
    await expect(keeping.tooMuch).not.toBeChecked();
    await expect(keeping.restore).toHaveCount(0);
    expect(await kept(page, "tr/")).toEqual(before);
    await keeping.tooMuch.check();
    await keeping.restore.click();
    await expect(shell.sentence(words.backup.restored_text)).toBeVisible();
    await shell.follow("/support/messages");
    for (const message of messages) await expect(people.wordsCard(message)).toHaveCount(0);
  });

  test("is only opened by its words, whole, and changes nothing otherwise", async ({ app, page, words }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    const before = await kept(page);
    const bytes = await readFile(backup.path);
    bytes[bytes.length - 5] ^= 1;
    const bent = join(tmpdir(), `bent-${process.pid}-${Date.now()}.age`);
    await writeFile(bent, bytes);
    await app.shell.open("/settings/restore");
    await app.keeping.preview.click();
    await expect(app.shell.sentence(words.backup.no_file)).toBeVisible();
    for (const [file, phrase, why] of [
      [backup.path, "five words of another sheet", words.backup.wrong],
      [bent, backup.words, words.backup.damaged],
    ]) {
      await app.keeping.choose({ name: "backup-2026-11-24.age", mimeType: "", buffer: await readFile(file) }, phrase);
      await app.keeping.preview.click();
      await expect(app.shell.sentence(why)).toBeVisible({ timeout: 60_000 });
      await app.keeping.phrase.fill("");
    }
    await app.keeping.choose({ name: "backup-x.age", mimeType: "", buffer: Buffer.from("hello") }, backup.words);
    await app.keeping.preview.click();
    await expect(app.shell.sentence(words.backup.not_a_backup)).toBeVisible({ timeout: 60_000 });
    expect(await kept(page)).toEqual(before);
  });

  test("can be checked from its file, which changes nothing, and Settings says when", async ({ app, page, words }) => {
    await live(app);
    const backup = await app.keeping.backUp(app.shell);
    const before = await kept(page, "tr/c/");
    await app.shell.open("/settings/check-backup");
    await app.keeping.choose(backup.path, backup.words);
    await app.keeping.check.click();
    await expect(app.shell.sentence(words.backup.made_title)).toBeVisible({ timeout: 60_000 });
    expect(await kept(page, "tr/c/")).toEqual(before);
    await app.shell.open("/settings");
    await expect(app.shell.sentence(words.settings.backup_today)).toBeVisible();
  });

  test("may have a phrase of one's own, unless it could be guessed", async ({ app, words }) => {
    await live(app);
    await app.shell.open("/settings/backup");
    await app.keeping.made();
    await app.keeping.own.check();
    await app.keeping.ownPhrase.fill("password123");
    await expect(app.shell.sentence(words.phrase.weak)).toBeVisible();
    await app.keeping.again.fill("password123");
    await app.keeping.make.click();
    await expect(app.keeping.ownPhrase).toHaveAttribute("aria-invalid", "true");
    const phrase = "seven grey kettles argue about Thursday's weather";
    await app.keeping.ownPhrase.fill(phrase);
    await expect(app.shell.sentence(words.phrase.strong)).toBeVisible();
    await app.keeping.again.fill("something else");
    await app.keeping.make.click();
    await expect(app.shell.sentence(words.phrase.differs)).toBeVisible();
  });
});

test("a plain copy and tables can be made, and a plain copy is read again", async ({ app, page, words }) => {
  await live(app);
  await app.shell.open("/settings/backup");
  await expect(app.shell.sentence(words.backup.plain_text)).toBeVisible();
  const [copy] = await Promise.all([page.waitForEvent("download"), app.keeping.plainCopy.click()]);
  expect(copy.suggestedFilename()).toMatch(/^copy-\d{4}-\d\d-\d\d\.json$/);
  const container = JSON.parse(await readFile(await copy.path(), "utf8"));
  expect(container.format).toBe("trellis");
  expect(JSON.stringify(container.documents)).toContain("slept badly, walked anyway");
  const tables = [];
  page.on("download", (file) => tables.push(file));
  await app.keeping.tables.click();
  await expect.poll(() => tables.length).toBeGreaterThan(2);
  for (const table of tables) expect(table.suggestedFilename()).toMatch(/^[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
  await app.shell.open("/settings/restore");
  await app.keeping.choose({ name: "copy-2026-11-24.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(container)) });
  await app.keeping.preview.click();
  await expect(app.shell.sentence(words.backup.nothing_changes)).toBeVisible({ timeout: 60_000 });
});

test.describe("how the record is kept", () => {
  test("is said in plain words", async ({ app, words }) => {
    await app.begin();
    await app.shell.open("/settings/storage");
    await expect(app.shell.sentence(words.keeping.not_installed)).toBeVisible();
    await expect(app.shell.sentence(words.keeping.backup_never)).toBeVisible();
    await expect(app.shell.sentence(words.keeping.kept).or(app.shell.sentence(words.keeping.not_kept))).toBeVisible();
    await expect(app.shell.sentence(words.keeping.private)).toBeVisible();
    await expect(app.keeping.meter).toBeVisible();
    await app.expectNoBarriers();
  });

  test("warns in a Safari tab before much is written", async ({ app, page, words }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "vendor", { get: () => "Apple Computer, Inc." }));
    await app.begin();
    await expect(app.shell.sentence(words.keeping.fleeting)).toBeVisible();
    await app.shell.open("/settings/storage");
    await expect(app.shell.sentence(words.keeping.fleeting_carry)).toBeVisible();
  });

  test("may forget notes after a time, and only notes", async ({ app, page, words }) => {
    await page.clock.install({ time: new Date("2026-10-01T12:00:00") });
    await app.begin();
    await app.shell.open("/check-in");
    await app.checkIn.mood("good").check();
    await app.checkIn.note.fill("an old note");
    await app.checkIn.finish();
    await page.clock.setFixedTime(new Date("2026-11-24T12:00:00"));
    await app.shell.open("/settings/storage");
    await app.keeping.notes.getByRole("radio", { name: fill(words.keeping.notes_days, { n: 30 }), exact: true }).click();
    await expect(app.shell.sentence(count(words.keeping.notes_sure, 1))).toBeVisible();
    await app.keeping.removeNotes.click();
    await app.shell.open("/check-in/2026-10-01");
    await expect(app.checkIn.mood("good")).toBeChecked();
    await expect(app.checkIn.note).toHaveValue("");
  });

  test("is made sure of once a visit, after the first entry and not before", async ({ app, page }) => {
    await page.addInitScript(() => {
      window.asked = 0;
      StorageManager.prototype.persist = async () => (window.asked += 1) > 0;
    });
    const asked = () => page.evaluate(() => window.asked);
    await app.begin();
    await app.shell.open("/goals/new");
    await app.goals.title.fill(TITLE);
    // A form not finished and what was chosen are no entries.
    await expect.poll(() => keysOf(page, "tr/d/")).not.toEqual([]);
    expect(await asked()).toBe(0);
    await app.goals.save.click();
    await expect(app.goals.card(TITLE)).toBeVisible();
    await expect.poll(asked).toBe(1);
    await app.goals.answer("done", app.goals.card(TITLE)).click();
    await expect.poll(() => keysOf(page, "tr/r/")).not.toEqual([]);
    expect(await asked()).toBe(1);
  });

  test("lets a note be written that is never kept", async ({ app, page, words }) => {
    await app.begin();
    await app.shell.open("/check-in");
    await app.checkIn.note.fill("only to get it out");
    await page.getByRole("checkbox", { name: words.common.dont_keep }).check();
    await expect(app.checkIn.note).toHaveValue("only to get it out");
    await app.checkIn.mood("low").check();
    await app.checkIn.finish();
    await app.shell.open("/check-in");
    await expect(app.checkIn.mood("low")).toBeChecked();
    await expect(app.checkIn.note).toHaveValue("");
  });

  test("keeps nothing of what is only written out in a tool or for a hobby", async ({ app, page, words }) => {
    const secret = "only to get it out";
    const dontKeep = page.getByRole("checkbox", { name: words.common.dont_keep });
    await app.begin();
    await app.shell.open("/tools/delay");
    await app.tools.start.click();
    await app.tools.next.click();
    await app.tools.answer.fill(secret);
    await dontKeep.check();
    await expect(app.tools.answer).toHaveValue(secret);
    await app.tools.answer.press("End");
    await app.tools.answer.pressSequentially(", and gone");
    await app.expectNoBarriers();
    while (!(await app.tools.done.isVisible())) await app.tools.next.click();
    await app.tools.level(3).check();
    await app.tools.done.click();

    await app.shell.open("/hobbies");
    await app.hobbies.title.fill("Guitar");
    await app.hobbies.begin.click();
    await expect(app.shell.heading).toHaveText("Guitar");
    await app.hobbies.text.fill(secret);
    await dontKeep.check();
    await app.hobbies.writeDown.click();
    await expect(app.shell.notice(words.common.not_kept).first()).toBeVisible();
    await expect(app.hobbies.text).toHaveValue(secret);
    await page.reload();
    await expect(app.hobbies.text).toHaveValue("");
    await expect(app.shell.main).not.toContainText(secret);

    // Unfinished forms are in a plain copy too.
    await app.shell.open("/settings/backup");
    const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), app.keeping.plainCopy.click()]);
    const copy = await readFile(await file.path(), "utf8");
    expect(copy).toContain("Guitar");
    expect(copy).not.toContain(secret);
  });

  test("reminds of a backup that is old, for a day, and not if told not to", async ({ app, page, words }) => {
    await page.clock.install({ time: new Date("2026-10-01T12:00:00") });
    await live(app);
    await app.shell.open("/");
    await expect(app.shell.sentence(words.backup.due_none)).toBeHidden();
    await page.clock.setFixedTime(new Date("2026-11-02T12:00:00"));
    await app.shell.open("/");
    await expect(app.shell.sentence(words.backup.due_none)).toBeVisible();
    await page.getByRole("button", { name: words.backup.due_later }).click();
    await expect(app.shell.sentence(words.backup.due_none)).toBeHidden();
    await page.clock.setFixedTime(new Date("2026-11-05T12:00:00"));
    await app.shell.open("/");
    await expect(app.today.editCheckIn.or(app.today.checkIn)).toBeVisible();
    await expect(app.shell.sentence(words.backup.due_none)).toBeHidden();
    await page.clock.setFixedTime(new Date("2026-11-20T12:00:00"));
    await app.shell.open("/");
    await expect(app.shell.sentence(words.backup.due_none)).toBeVisible();
    await app.shell.open("/settings/backup");
    await app.keeping.remind.uncheck();
    await page.clock.setFixedTime(new Date("2026-12-10T12:00:00"));
    await app.shell.open("/");
    await expect(app.today.editCheckIn.or(app.today.checkIn)).toBeVisible();
    await expect(app.shell.sentence(words.backup.due_none)).toBeHidden();
  });
});
