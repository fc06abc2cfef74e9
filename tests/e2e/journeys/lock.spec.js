// The lock: what is stored is scrambled, and only the words open it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { readable, strangeTexts } from "../pages/profile.js";
import { kept, keysOf } from "../pages/store.js";
import { expect, test, Trellis } from "../pages/trellis.js";

const NOTE = "a note nobody else should read";

async function write(app) {
  await app.begin();
  await app.shell.open("/check-in");
  await app.checkIn.note.fill(NOTE);
  await app.checkIn.finish();
}

test("a lock that is set closes on every start, opens with its words, and can be taken off", async ({ app, page, words }) => {
  await write(app);
  const plain = await kept(page);
  await app.shell.open("/settings/lock");
  await app.keeping.made();
  // Said before: nobody can open it without the words.
  await expect(app.shell.sentence(words.phrase.five_hint)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const said of [words.phrase.sheet_title, words.phrase.sheet_keep]) await expect(page.getByText(said, { exact: true })).toBeVisible();
  await page.emulateMedia({ media: null });
  await app.expectNoBarriers();
  const phrase = await app.keeping.lock(app.shell);

  const scrambled = await kept(page);
  for (const [key, text] of Object.entries(plain)) {
    if (key !== "tr/look") expect(scrambled[key].slice(22)).not.toBe(text.slice(22));
  }

  await page.reload();
  await expect(app.shell.heading).toHaveText(words.lock.title);
  await app.expectNoBarriers();
  await app.keeping.unlock("five words of another sheet");
  await expect(app.shell.sentence(words.lock.wrong)).toBeVisible({ timeout: 60_000 });
  await app.keeping.unlock(phrase.toUpperCase());
  await expect(page.getByRole("navigation", { name: words.nav.main })).toBeVisible({ timeout: 60_000 });
  await app.shell.go("today");
  await app.today.editCheckIn.click();
  await expect(app.checkIn.note).toHaveValue(NOTE);

  // What is written now is scrambled too, and is there after the next opening.
  await app.checkIn.note.fill("written behind the lock");
  await app.checkIn.finish();
  await app.shell.go("settings");
  await app.shell.main.getByRole("link", { name: words.settings.lock }).click();
  await app.keeping.lockNow.click();
  await expect(app.shell.heading).toHaveText(words.lock.title);
  await app.keeping.unlock(phrase);
  await expect(page.getByRole("navigation", { name: words.nav.main })).toBeVisible({ timeout: 60_000 });

  await app.shell.go("settings");
  await app.shell.main.getByRole("link", { name: words.settings.lock }).click();
  await app.keeping.lockWords.fill(phrase);
  await app.keeping.removeLock.click();
  await expect(app.shell.notice(words.lock_settings.removed)).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await app.shell.open("/check-in");
  await expect(app.checkIn.note).toHaveValue("written behind the lock");
});

test("Help stands before the closed lock, and both work offline", async ({ app, context, page, words }) => {
  await write(app);
  await app.untilKept();
  const phrase = await app.keeping.lock(app.shell);
  await context.setOffline(true);
  await page.goto("/settings");
  await expect(app.shell.heading).toHaveText(words.lock.title);
  await page.getByRole("link", { name: words.nav.help }).first().click();
  await expect(app.help.heading).toBeVisible();
  await page.goto("/check-in");
  await app.keeping.unlock(phrase);
  await expect(app.checkIn.note).toHaveValue(NOTE);
  await context.setOffline(false);
});

test("other words can be chosen, and then the old ones open nothing", async ({ app, page, words }) => {
  await write(app);
  const old = await app.keeping.lock(app.shell);
  await app.shell.go("settings");
  await app.shell.main.getByRole("link", { name: words.settings.lock }).click();
  await app.keeping.changeWords.click();
  await app.keeping.oldWords.fill(old);
  const next = await app.keeping.typeAgain();
  const before = await kept(page, "tr/c/");
  await app.keeping.save.click();
  await expect(app.shell.notice(words.lock_settings.changed)).toBeVisible({ timeout: 60_000 });
  expect(await kept(page, "tr/c/")).toEqual(before);
  await page.reload();
  await app.keeping.unlock(old);
  await expect(app.shell.sentence(words.lock.wrong)).toBeVisible({ timeout: 60_000 });
  await app.keeping.unlock(next);
  await expect(page.getByRole("navigation", { name: words.nav.main })).toBeVisible({ timeout: 60_000 });
});

test("it closes by itself when nothing was touched for a while", async ({ app, page, words }) => {
  await page.clock.install();
  await write(app);
  await app.keeping.lock(app.shell);
  await app.shell.go("today");
  await page.clock.fastForward("11:00");
  await expect(app.shell.heading).toHaveText(words.lock.title);
});

/** What the browser does when another app comes to the front, and when the page comes back. */
async function leave(page) {
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

async function comeBack(page) {
  await page.evaluate(() => {
    delete document.hidden;
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

test("a curtain hides the page that is left, keeps what was being typed, and lets Help through", async ({ app, page, words }) => {
  await page.clock.install();
  await write(app);
  await app.shell.open("/settings/lock");
  await app.keeping.newNumber.fill("12x");
  await app.keeping.hang.click();
  await expect(app.shell.sentence(words.curtain.not_a_number)).toBeVisible();
  await app.keeping.newNumber.fill("2468");
  await app.keeping.hang.click();
  await expect(app.shell.notice(words.curtain.is_hung)).toBeVisible();
  await app.shell.go("goals");
  await app.shell.open("/check-in");
  await expect(app.shell.heading).toHaveText(words.covered.covered);
  await app.keeping.number.fill("2468");
  await app.keeping.show.click();
  await app.checkIn.note.fill("half a thought");

  await leave(page);
  await comeBack(page);
  await expect(app.shell.heading).toHaveText(words.covered.covered);
  await expect(app.keeping.number).toBeFocused();
  await expect(page).toHaveTitle("Trellis");
  await expect(app.checkIn.note).toBeHidden();
  await expect(page.getByRole("navigation", { name: words.nav.main })).toBeHidden();
  await app.expectNoBarriers();
  await app.shell.help.click();
  await expect(app.help.heading).toBeVisible();
  await page.goBack();
  await app.keeping.number.fill("1357");
  await app.keeping.show.click();
  await expect(app.shell.sentence(words.covered.wrong)).toBeVisible();
  await app.keeping.number.fill("2468");
  await app.keeping.show.click();
  await expect(app.checkIn.note).toHaveValue("half a thought");

  // The number forgotten: it goes after a day, and not before.
  await leave(page);
  await comeBack(page);
  await app.keeping.forgot.click();
  await expect(app.shell.sentence(words.covered.going)).toBeVisible();
  await page.clock.fastForward("23:00:00");
  await expect(app.shell.heading).toHaveText(words.covered.covered);
  await page.clock.fastForward("01:02:00");
  await expect(app.checkIn.note).toHaveValue("half a thought");
  await page.reload();
  await expect(app.checkIn.note).toBeVisible();
});

test("the words lost, everything can be erased and begun anew", async ({ app, page, words }) => {
  await write(app);
  await app.keeping.lock(app.shell);
  await page.reload();
  await page.getByRole("button", { name: words.lock.erase_instead }).click();
  await app.settings.lostSheet.getByRole("checkbox", { name: words.erase.erase_sure }).check();
  await Promise.all([page.waitForEvent("load"), app.settings.lostSheet.getByRole("button", { name: words.erase.erase, exact: true }).click()]);
  await expect(app.shell.heading).toHaveText(words.welcome.title);
});

test("the lock closes when the page is left, if that was chosen, and not before", async ({ app, page, words }) => {
  await app.begin();
  await app.keeping.lock(app.shell);
  await leave(page);
  await comeBack(page);
  await app.shell.follow("/settings/lock");
  await expect(app.keeping.whenLeft).not.toBeChecked();
  await app.keeping.whenLeft.check();
  await expect(app.shell.heading).toHaveText(words.settings.lock);
  await leave(page);
  await expect(app.shell.heading).toHaveText(words.lock.title);
  await expect(app.shell.navigation).toBeHidden();
});

test("what is typed behind the lock lies readable in no file of the browser's profile", async ({ language, viewport, baseURL, words }) => {
  const profile = await mkdtemp(join(tmpdir(), "profile-"));
  const control = await mkdtemp(join(tmpdir(), "control-"));
  const launch = async (folder) => {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: process.env.TRELLIS_CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox"],
      baseURL,
      locale: language,
      viewport,
    });
    return new Trellis(context.pages()[0] ?? (await context.newPage()), language);
  };
  const texts = strangeTexts(200);

  // The search finds what is there: without the lock, what was kept and what was only begun.
  let app = await launch(control);
  await app.begin();
  await typeAll(app, texts);
  await app.page.context().close();
  const open = await readable(control, texts);
  expect(open.filter((text) => texts.indexOf(text) < BEGUN).length).toBeGreaterThan(BEGUN * 0.9);
  expect(open.filter((text) => texts.indexOf(text) >= BEGUN).length).toBeGreaterThan((texts.length - BEGUN) * 0.9);

  const seen = new Map();
  app = await launch(profile);
  await app.begin();
  await app.keeping.lock(app.shell);
  await typeAll(app, texts);
  await app.page.context().close();
  expect(await readable(profile, texts, seen)).toEqual([]);

  app = await launch(profile);
  await app.page.goto("/");
  await app.page.getByRole("button", { name: words.lock.erase_instead }).click();
  await app.settings.lostSheet.getByRole("checkbox", { name: words.erase.erase_sure }).check();
  await Promise.all([app.page.waitForEvent("load"), app.settings.lostSheet.getByRole("button", { name: words.erase.erase, exact: true }).click()]);
  await expect(app.shell.heading).toHaveText(words.welcome.title);
  await app.page.context().close();
  expect(await readable(profile, texts, seen)).toEqual([]);
  await Promise.all([profile, control].map((folder) => rm(folder, { recursive: true, force: true })));
});

/** From this text on they stand in a form that was not finished. */
const BEGUN = 160;

/** Types the texts without leaving the page: into a note, a goal, a person, and a goal that is only begun. */
async function typeAll(app, texts) {
  await app.shell.follow("/check-in");
  await app.checkIn.note.fill(texts.slice(0, 148).join(" "));
  await app.checkIn.finish();
  await app.shell.follow("/goals/new");
  await app.goals.title.fill(texts.slice(148, 152).join(" "));
  await app.goals.why.fill(texts.slice(152, 157).join(" "));
  await app.goals.save.click();
  await expect(app.goals.card(texts.slice(148, 152).join(" "))).toBeVisible();
  await app.shell.follow("/support/people/new");
  await app.support.name.fill(texts.slice(157, BEGUN).join(" "));
  await app.support.save.click();
  await expect(app.support.person(texts[157])).toBeVisible();
  await app.shell.follow("/goals/new");
  await app.goals.why.fill(texts.slice(BEGUN).join(" "));
  await expect.poll(() => keysOf(app.page, "tr/d/")).not.toEqual([]);
}
