// The record: nothing of it is lost, overwritten or kept in silence, whatever happens to the place where it lies.
import { readFile } from "node:fs/promises";

import { routes } from "../pages/routes.js";
import { damaged, fromNewerVersion, kept, keysOf, put } from "../pages/store.js";
import { expect, test } from "../pages/trellis.js";
import { count, fill } from "../pages/words.js";

const TITLE = "Walk after dinner";

/** Sets a goal and waits until it is listed. */
async function setGoal(app, title = TITLE) {
  await app.shell.open("/goals/new");
  await app.goals.title.fill(title);
  await app.goals.save.click();
  await expect(app.goals.card(title)).toBeVisible();
}

/** The file that a press of `button` downloads, as it was put together. */
async function downloaded(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 15_000 }), button.click()]);
  return JSON.parse(await readFile(await file.path(), "utf8"));
}

test.describe("a damaged entry", () => {
  let key;
  let text;

  test.beforeEach(async ({ app, page }) => {
    await app.begin();
    await app.shell.open("/check-in");
    await app.checkIn.note.fill("a note that will be damaged");
    await app.checkIn.mood("good").check();
    [key] = await keysOf(page, "tr/c/");
    text = damaged((await kept(page))[key]);
    await put(page, key, text);
    await app.shell.open("/check-in");
  });

  test("is set aside as it is and named, and nothing is written over it", async ({ app, page, words }) => {
    await expect(app.shell.sentence(count(words.layout.damaged, 1))).toBeVisible();
    await expect(app.checkIn.note).toHaveValue("");
    const aside = `tr/aside/${key.slice("tr/".length)}/0`;
    expect((await kept(page))[aside]).toBe(text);
    await app.checkIn.note.fill("another note");
    await app.checkIn.finish();
    const now = await kept(page);
    expect(now[aside]).toBe(text);
    expect(await keysOf(page, "tr/aside/")).toEqual([aside]);
    await app.expectNoBarriers();
    await page.reload();
    await expect(app.checkIn.note).toHaveValue("another note");
    expect((await kept(page))[aside]).toBe(text);
    await app.shell.go("settings");
    await expect(app.shell.sentence(count(words.settings.aside, 1))).toBeVisible();
  });

  test("can be taken along in a file", async ({ app, page, words }) => {
    const offer = app.shell.main.getByRole("button", { name: words.layout.download });
    await expect(offer).toBeVisible();
    const copy = await downloaded(page, offer);
    expect(Object.values(copy)).toContain(text);
  });

  test("is among what Settings hands out", async ({ app, page }) => {
    await app.shell.open("/settings/storage");
    const copy = await downloaded(page, app.settings.download);
    expect(copy).toEqual(await kept(page));
  });
});

test.describe("a full storage", () => {
  /** What Chromium gives one site, in characters of keys and texts. */
  const ROOM = 5 * 1024 * 1024;

  /** Fills the storage up to as many characters as `free`. */
  const fillUp = (page, free = 0) =>
    page.evaluate(([room, free]) => {
      const used = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, "filler".length);
      localStorage.setItem("filler", "x".repeat(room - used - free));
      try {
        localStorage.setItem("!", "x".repeat(free));
      } catch {
        return;
      }
      throw new Error("there is more room than was thought");
    }, [ROOM, free]);

  test("is said at once, the text stays, and Help works", async ({ app, page, words }) => {
    await app.begin();
    await app.shell.open("/check-in");
    await fillUp(page);
    await app.checkIn.note.fill("what I want to keep");
    await app.checkIn.save.click();
    await expect(app.shell.sentence(words.layout.full)).toBeVisible();
    await expect(app.shell.notice(words.problem.full)).toBeVisible();
    await expect(app.checkIn.saved).toBeHidden();
    await expect(app.checkIn.note).toHaveValue("what I want to keep");
    await app.expectNoBarriers();
    await app.shell.help.click();
    await expect(app.help.emergency("911")).toBeVisible();
  });

  test("keeps what was kept before, and saves again once there is room", async ({ app, page, words }) => {
    await app.begin();
    await setGoal(app);
    await fillUp(page);
    await app.shell.open("/goals/new");
    await app.goals.title.fill("Call the library");
    await app.goals.save.click();
    await expect(app.shell.notice(words.problem.full)).toBeVisible();
    await expect(app.goals.title).toHaveValue("Call the library");
    await page.evaluate(() => localStorage.removeItem("filler"));
    await app.goals.save.click();
    await expect(app.goals.card("Call the library")).toBeVisible();
    await expect(app.goals.card(TITLE)).toBeVisible();
    await expect(app.shell.sentence(words.layout.full)).toBeHidden();
  });

  test("of any size loses nothing old, and each note is either kept or said not to be", async ({ app, page, words }) => {
    await app.begin();
    const record = () => kept(page, "tr/c/");
    const outcomes = { kept: 0, told: 0 };
    let day = 1;
    for (const free of [524_288, 65_536, 8_192, 2_048, 1_024, 768, 512, 384, 256, 192, 160, 128, 96, 64, 48, 32, 16, 8, 4, 2, 1, 0]) {
      const note = `what I want to keep when ${free} are free, `.repeat(3).trim();
      const path = `/check-in/2026-10-${String(day).padStart(2, "0")}`;
      day += 1;
      const before = await record();
      // Second copies of what was typed last give their room back at some later start, and would blur the sizes.
      await page.evaluate(() => {
        for (const key of Object.keys(localStorage)) if (key.startsWith("tr/e/")) localStorage.removeItem(key);
      });
      await fillUp(page, free);
      await app.shell.open(path);
      await app.checkIn.note.fill(note);
      await app.checkIn.save.click();
      const told = app.shell.notice(words.problem.full);
      await expect(app.checkIn.saved.or(told)).toBeVisible();
      const wasKept = await app.checkIn.saved.isVisible();
      outcomes[wasKept ? "kept" : "told"] += 1;
      if (!wasKept) await expect(app.checkIn.note).toHaveValue(note);
      expect(await record(), `with ${free} free`).toEqual(expect.objectContaining(before));
      await page.evaluate(() => localStorage.removeItem("filler"));
      await app.shell.open(path);
      await expect(app.checkIn.note).toHaveValue(wasKept ? note : /^(what I want to keep .*)?$/s);
    }
    expect(outcomes.kept).toBeGreaterThanOrEqual(7);
    expect(outcomes.told).toBeGreaterThanOrEqual(7);
  });

  test("does not stop the app from opening with all that is in it", async ({ app, page, words }) => {
    await app.begin();
    await setGoal(app);
    await fillUp(page);
    await page.reload();
    await expect(app.goals.card(TITLE)).toBeVisible();
    await expect(app.shell.sentence(words.layout.keeps_nothing)).toBeHidden();

    // It can still be taken elsewhere: readable, and as a backup.
    await app.shell.follow("/settings/backup");
    const [plain] = await Promise.all([page.waitForEvent("download"), app.keeping.plainCopy.click()]);
    expect(await readFile(await plain.path(), "utf8")).toContain(TITLE);
    await app.keeping.typeAgain();
    const [backup] = await Promise.all([page.waitForEvent("download"), app.keeping.make.click()]);
    expect((await readFile(await backup.path())).subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    await expect(app.shell.sentence(words.backup.made_title)).toBeVisible();
  });
});

test("without a storage the app says so and works until it is closed", async ({ app, page, words }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await app.begin();
  await expect(app.shell.sentence(words.layout.keeps_nothing)).toBeVisible();
  await app.shell.main.getByRole("link", { name: words.today.check_in, exact: true }).click();
  await app.checkIn.note.fill("for this visit");
  await app.checkIn.finish();
  await app.shell.go("goals");
  await app.goals.new.first().click();
  await app.goals.title.fill(TITLE);
  await app.goals.save.click();
  await expect(app.goals.card(TITLE)).toBeVisible();
  await app.shell.go("today");
  await app.today.editCheckIn.click();
  await expect(app.checkIn.note).toHaveValue("for this visit");
  await app.shell.go("settings");
  await expect(app.shell.sentence(words.settings.does_not_stay)).toBeVisible();
  await page.reload();
  await expect(app.shell.sentence(words.layout.keeps_nothing)).toBeVisible();
});

test.describe("two tabs", () => {
  let other;

  test.beforeEach(async ({ app, context }) => {
    await app.begin();
    other = app.in({ page: await context.newPage() });
  });

  test("what changes in one shows in the other, and changes of both are kept", async ({ app, page }) => {
    await app.shell.open("/check-in");
    await app.checkIn.mood("good").check();
    await other.shell.open("/check-in");
    await expect(other.checkIn.mood("good")).toBeChecked();
    await other.checkIn.sleep("well").check();
    await expect(app.checkIn.sleep("well")).toBeChecked();
    await app.checkIn.craving(3).check();
    await expect(other.checkIn.craving(3)).toBeChecked();
    await other.checkIn.feeling("tired").check();
    await app.checkIn.note.fill("from the first tab");
    await page.reload();
    await expect(app.checkIn.mood("good")).toBeChecked();
    await expect(app.checkIn.sleep("well")).toBeChecked();
    await expect(app.checkIn.craving(3)).toBeChecked();
    await expect(app.checkIn.feeling("tired")).toBeChecked();
    await expect(app.checkIn.note).toHaveValue("from the first tab");
    expect(await keysOf(page, "tr/c/")).toHaveLength(1);
  });

  test("a note typed in one is not undone by a touch in the other", async ({ app, page }) => {
    await app.shell.open("/check-in");
    await app.checkIn.mood("good").check();
    await other.shell.open("/check-in");
    await expect(other.checkIn.mood("good")).toBeChecked();
    await app.checkIn.note.fill("from the first tab");
    await other.checkIn.craving(3).check();
    await other.checkIn.finish();
    await page.reload();
    await expect(app.checkIn.note).toHaveValue("from the first tab");
    await expect(app.checkIn.craving(3)).toBeChecked();
  });

  test("a goal set in one is listed in the other, and its answer too", async ({ app, words }) => {
    await other.shell.open("/goals");
    await setGoal(app);
    await expect(other.goals.card(TITLE)).toBeVisible();
    await other.goals.answer("done", other.goals.card(TITLE)).click();
    await expect(app.goals.card(TITLE)).toContainText(fill(words.goals.today_was, { outcome: words.goals.done }));
  });

  test("a goal changed in both is never overwritten without a word", async ({ app, words }) => {
    await setGoal(app);
    await app.goals.link(TITLE).click();
    await app.goals.change.click();
    await expect(app.goals.title).toHaveValue(TITLE);
    await other.shell.open("/goals");
    await other.goals.link(TITLE).click();
    await other.goals.change.click();
    await other.goals.why.fill("My back hurts less");
    await other.goals.save.click();
    await expect(other.shell.sentence("My back hurts less")).toBeVisible();
    await app.goals.title.fill("Walk before dinner");
    await app.goals.save.click();
    await expect(app.shell.sentence("My back hurts less").or(app.shell.notice(words.problem.changed_elsewhere))).toBeVisible();
  });

  test("erasing in one starts the other anew", async ({ app, page, words }) => {
    await setGoal(app);
    await other.shell.open("/goals");
    await expect(other.goals.card(TITLE)).toBeVisible();
    await app.shell.open("/settings");
    await app.settings.erase.click();
    await expect(app.settings.eraseNow).toBeHidden();
    await app.settings.sure.check();
    await Promise.all([page.waitForEvent("load"), app.settings.eraseNow.click()]);
    await expect(app.shell.heading).toHaveText(words.welcome.title);
    expect(await kept(page)).toEqual({});
    await expect(other.goals.card(TITLE)).toBeHidden();
    expect(await keysOf(page, "tr/g/")).toEqual([]);
  });
});

test("erasing leaves no cache, no worker, no database and nothing of the session", async ({ app, page }) => {
  await app.begin();
  await app.untilKept();
  const left = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
  await page.evaluate(async () => {
    sessionStorage.setItem("foreign", "1");
    await (await caches.open("foreign")).put("/foreign", new Response("1"));
    await new Promise((done, failed) => {
      const opening = indexedDB.open("foreign");
      opening.onerror = failed;
      opening.onsuccess = () => done(opening.result.close());
    });
  });
  const before = await left();
  expect(before.local.length).toBeGreaterThan(0);
  expect(before).toMatchObject({ session: expect.arrayContaining(["foreign"]), workers: 1, databases: ["foreign"] });
  expect(before.caches.length).toBeGreaterThan(1);

  // The next start would register the worker again: what was left is seen on an empty page in its place.
  await app.shell.follow("/settings");
  await page.route("/", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>empty</title>" }));
  await app.settings.erase.click();
  await app.settings.sure.check();
  await app.settings.eraseNow.click();
  await expect(page).toHaveTitle("empty");
  await expect.poll(left).toEqual({ local: [], session: [], caches: [], workers: 0, databases: [] });
});

test.describe("an entry of a newer version", () => {
  test("is left exactly as it is, and said to be there", async ({ app, page, words }) => {
    await app.begin();
    await setGoal(app);
    const [key] = await keysOf(page, "tr/g/");
    const newer = fromNewerVersion(key, (await kept(page))[key]);
    await put(page, key, newer);
    await app.shell.open("/goals");
    await expect(app.shell.sentence(words.layout.newer)).toBeVisible();
    const copy = await downloaded(page, app.shell.main.getByRole("button", { name: words.layout.download }));
    expect(copy[key]).toBe(newer);
    await setGoal(app, "Call the library");
    await app.goals.answer("partly", app.goals.card("Call the library")).click();
    await page.reload();
    await expect(app.goals.card("Call the library")).toBeVisible();
    expect((await kept(page))[key]).toBe(newer);
    expect(await keysOf(page, "tr/aside/")).toEqual([]);
  });

  test("refuses to be changed, with a sentence", async ({ app, page, words }) => {
    await app.begin();
    await app.shell.open("/settings");
    await app.settings.theme("light").check();
    const newer = fromNewerVersion("tr/look", (await kept(page))["tr/look"]);
    await put(page, "tr/look", newer);
    await page.reload();
    await app.settings.theme("dark").check();
    await expect(app.shell.notice(words.problem.newer)).toBeVisible();
    expect((await kept(page))["tr/look"]).toBe(newer);
  });
});

test("erasing that was cut off in the middle is ended at the next start", async ({ app, page, words }) => {
  await setGoal(app);
  // The mark stands from the first moment of erasing to the last.
  await put(page, "tr/erase", "1");
  await app.shell.open("/");
  await expect(app.shell.heading).toHaveText(words.welcome.title);
  expect(await keysOf(page, "tr/g/")).toEqual([]);
  expect(await keysOf(page, "tr/erase")).toEqual([]);
});

test("a tab that is killed keeps a half-typed note and a half-typed goal", async ({ app, context, page }) => {
  await app.begin();
  await app.shell.open("/check-in");
  await app.checkIn.note.pressSequentially("half a thou");
  await app.shell.open("/goals/new");
  await app.goals.title.pressSequentially("Walk aft");
  await app.goals.why.pressSequentially("My ba");
  await app.goals.addStep.click();
  await app.goals.stepField(1).pressSequentially("Shoes");
  await page.close({ runBeforeUnload: false });

  const later = app.in({ page: await context.newPage() });
  await later.shell.open("/goals/new");
  await expect(later.goals.title).toHaveValue("Walk aft");
  await expect(later.goals.why).toHaveValue("My ba");
  await expect(later.goals.stepField(1)).toHaveValue("Shoes");
  await later.shell.open("/check-in");
  await expect(later.checkIn.note).toHaveValue("half a thou");
  await later.shell.open("/goals/new");
  await later.goals.title.fill(TITLE);
  await later.goals.save.click();
  await expect(later.goals.card(TITLE)).toContainText("My ba");
  await later.shell.open("/goals/new");
  await expect(later.goals.title).toHaveValue("");
});

test("the storage holds nothing but what is Trellis's own", async ({ app, page, words, language }) => {
  await app.begin();
  await setGoal(app);
  await app.shell.open("/check-in");
  await app.checkIn.note.fill("note");
  await app.checkIn.finish();
  await app.shell.open("/help");
  await app.help.country.selectOption(app.help.words.countries.UK);
  for (const route of routes(words, language)) await app.shell.open(route.path);
  const keys = Object.keys(await kept(page));
  expect(keys.length).toBeGreaterThan(3);
  expect(keys.filter((key) => !key.startsWith("tr/"))).toEqual([]);
  for (const key of keys) expect(key).toMatch(/^tr\/(look|[cgrphsd]\/[\w-]{22})$/);
});

test("a goal of one time that is done on Today is finished, and undoing takes it up again", async ({ app, page, words }) => {
  await app.begin();
  await app.shell.open("/goals/new");
  await app.goals.title.fill(TITLE);
  await app.goals.often("once").check();
  await app.goals.save.click();
  await expect(app.goals.card(TITLE)).toBeVisible();

  await app.shell.open("/");
  await app.goals.answer("done", app.today.goal(TITLE)).click();
  await expect(app.today.goal(TITLE)).toHaveCount(0);
  await page.getByRole("button", { name: words.common.undo, exact: true }).click();
  await app.goals.answer("done", app.today.goal(TITLE)).click();
  await app.shell.open("/goals");
  await app.goals.list("past").check();
  await expect(app.goals.card(TITLE)).toBeVisible();
});
