// Help works, whatever else does not.
import { readFile } from "node:fs/promises";

import { routes } from "../pages/routes.js";
import { kept } from "../pages/store.js";
import { expect, test } from "../pages/trellis.js";

/** What a phone may be told to dial or to text: digits with hyphens between, and for a text perhaps one word to send. */
const DIALLED = /^(tel:\+?\d+(-\d+)*|sms:\+?\d+(-\d+)*(\?&body=[A-Z]+)?)$/;

const crash = (page) => page.evaluate(() => dispatchEvent(new CustomEvent("trellis:panic")));

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("Help is the page at every address, in both languages, with every emergency number", async ({ app, page }) => {
    for (const path of ["/", "/help", "/goals"]) {
      await page.goto(path);
      const english = app.in({ language: "en" }).help;
      await expect(english.heading).toBeVisible();
      await expect(english.line(english.words.crisis).first()).toBeVisible();
      for (const number of ["911", "999", "112", "000", "111"]) {
        await expect(page.getByRole("link", { name: number, exact: true }).first()).toHaveAttribute("href", `tel:${number}`);
      }
      await page.getByRole("link", { name: "Español" }).click();
      const spanish = app.in({ language: "es" }).help;
      await expect(spanish.heading).toBeVisible();
      await expect(spanish.line(spanish.words.crisis).first()).toBeVisible();
      await expect(english.heading).toBeHidden();
    }
    await app.in({ language: "en" }).shell.hide.click();
    await expect(app.help.away).toBeVisible();
  });
});

test("Help opens when the program cannot be loaded", async ({ app, page, watch }) => {
  watch.expect(/wasm|Failed to fetch|ERR_FAILED/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/goals");
  await expect(app.help.stopped).toBeVisible();
  await app.shell.help.click();
  await expect(app.help.heading).toBeFocused();
  await expect(page).toHaveURL("/help");
  await expect(app.help.emergency("911")).toHaveAttribute("href", "tel:911");
  await app.expectNoBarriers();
  await app.help.back.click();
  await expect(app.help.stopped).toBeVisible();
  await app.expectNoBarriers();
  await page.goto("/help");
  await expect(app.help.heading).toBeVisible();
});

test("a country chosen while the program could not be loaded is kept once it can", async ({ app, page, watch }) => {
  watch.expect(/wasm|Failed to fetch|ERR_FAILED/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/help");
  await app.help.country.selectOption(app.help.words.countries.UK);
  await expect(app.help.emergency("999")).toBeVisible();
  await page.unroute("**/*.wasm");
  await app.begin();
  await app.shell.help.click();
  await expect(app.help.emergency("999")).toBeVisible();
  await expect.poll(async () => Object.keys(await kept(page))).toContain("tr/look");
});

test("Help opens when the browser's storage refuses everything", async ({ app, page, words }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
  });
  await app.begin();
  await expect(app.shell.sentence(words.layout.keeps_nothing)).toBeVisible();
  await app.shell.help.click();
  await expect(app.help.emergency("911")).toBeVisible();
  await app.help.country.selectOption(app.help.words.countries.UK);
  await expect(app.help.emergency("999")).toBeVisible();
});

test("after a crash Help is one tap away and the record can be taken along", async ({ app, page, words }) => {
  await app.begin();
  await app.shell.open("/check-in");
  await app.checkIn.note.fill("kept");
  await crash(page);
  await expect(app.help.stopped).toBeVisible();
  await expect(app.help.stopped).toBeFocused();
  await expect(app.shell.main).toHaveCount(1);
  await app.expectNoBarriers();

  const [file] = await Promise.all([page.waitForEvent("download"), app.help.download.click()]);
  expect(file.suggestedFilename()).toMatch(/^copy-\d{4}-\d\d-\d\d\.txt$/);
  const copy = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(copy).toEqual(await kept(page));
  expect(Object.keys(copy).some((key) => key.startsWith("tr/c/"))).toBe(true);

  await app.shell.help.click();
  await expect(app.help.heading).toBeFocused();
  await expect(app.help.emergency("911")).toBeVisible();
  await app.help.back.click();
  await expect(app.help.stopped).toBeVisible();
  await Promise.all([page.waitForEvent("load"), app.help.reload.click()]);
  // While the page is read, before its style sheet, all its faces are there at once.
  await page.waitForFunction(() => window.trellis?.started);
  await expect(app.shell.heading).toHaveText(words.nav.check_in);
  await expect(app.checkIn.note).toHaveValue("kept");
});

test("a program that breaks off counts as a crash", async ({ app, page, watch }) => {
  watch.expect(/unreachable/);
  await app.begin();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await expect(app.help.stopped).toBeFocused();
});

test("a crash does not take Help away from someone who is reading it", async ({ app, page }) => {
  await app.begin();
  await app.shell.help.click();
  await expect(app.help.heading).toBeVisible();
  await crash(page);
  await expect(app.help.heading).toBeVisible();
  await expect(app.help.stopped).toBeHidden();
});

test("Help is one tap away from every page, and leads back there", async ({ app, page, words, language }) => {
  await app.begin();
  for (const route of routes(words, language)) {
    await app.shell.open(route.path);
    await expect(page).toHaveTitle(`${route.name} · Trellis`);
    await app.shell.help.click();
    await expect(app.help.heading, route.path).toBeFocused();
    await expect(page).toHaveURL("/help");
    await expect(app.help.emergency("911")).toBeVisible();
    await app.help.back.click();
    await expect(page).not.toHaveURL("/help");
    // The heading of a lesson comes with its file: which page it is shows in the title.
    await expect(page).toHaveTitle(`${route.name} · Trellis`);
    await expect(app.help.heading).toBeHidden();
  }
});

test("Help is one tap away on the first visit and inside a sheet", async ({ app, words }) => {
  await app.shell.open("/");
  await app.shell.help.click();
  await expect(app.help.heading).toBeVisible();
  await app.help.back.click();
  await app.welcome.skipAll();
  await app.shell.open("/plan/discover");
  await app.shell.main.getByRole("button", { name: words.discover.plan_it }).first().click();
  await app.plan.help.click();
  await expect(app.help.heading).toBeFocused();
  await expect(app.help.emergency("911")).toBeVisible();
  await app.help.emergency("911").click({ trial: true });
});

test.describe("leaving", () => {
  const leaves = async (app) => {
    await expect(app.help.away).toBeVisible();
    await expect(app.page).toHaveURL("/away.html");
    await expect(app.page).toHaveTitle("Conversions");
  };

  const goBack = async (app) => {
    await app.page.goBack({ waitUntil: "commit" }).catch(() => {});
    await leaves(app);
    await expect(app.shell.help).toHaveCount(0);
  };

  test.beforeEach(async ({ app }) => {
    await app.begin();
    await app.shell.go("goals");
    await app.shell.go("plan");
  });

  test("Hide leaves at once, and going back never returns to the app", async ({ app }) => {
    await app.shell.hide.click();
    await leaves(app);
    // Once for each page that was visited before.
    for (let pages = 0; pages < 2; pages += 1) await goBack(app);
  });

  test("Hide answers the keyboard", async ({ app }) => {
    await app.shell.hide.focus();
    await app.page.keyboard.press("Space");
    await leaves(app);
  });

  test("Escape three times leaves from a page, from a sheet and from Help", async ({ app }) => {
    await app.shell.escapeThreeTimes();
    await leaves(app);
    await goBack(app);

    await app.page.goto("/plan/discover");
    await app.shell.main.getByRole("button", { name: app.words.discover.plan_it }).first().click();
    await expect(app.plan.addSheet).toBeVisible();
    await app.shell.escapeThreeTimes();
    await leaves(app);

    await app.page.goto("/help");
    await expect(app.help.heading).toBeVisible();
    await app.shell.escapeThreeTimes();
    await leaves(app);
  });

  test("Escape twice does not leave", async ({ app }) => {
    await app.page.keyboard.press("Escape");
    await app.page.keyboard.press("Escape");
    await app.shell.go("goals");
    await expect(app.shell.heading).toHaveText(app.words.nav.goals);
  });

  test("Hide leaves from the crash panel", async ({ app }) => {
    await crash(app.page);
    await expect(app.help.stopped).toBeVisible();
    await app.shell.hide.click();
    await leaves(app);
    await goBack(app);
  });
});

test("the country chosen in Help changes the numbers and is remembered", async ({ app, page }) => {
  const { help, settings, shell } = app;
  await app.begin();
  await shell.help.click();
  await expect(help.line(help.words.crisis)).toBeVisible();
  await help.country.selectOption(help.words.countries.UK);
  await expect(help.emergency("999")).toHaveAttribute("href", "tel:999");
  await expect(help.line("Samaritans")).toBeVisible();
  await expect(help.line(help.words.crisis)).toHaveCount(0);
  await page.reload();
  await expect(help.emergency("999")).toHaveAttribute("href", "tel:999");
  await expect(help.country).toHaveValue("UK");
  await shell.open("/settings");
  await expect(settings.country).toHaveValue("UK");
  await settings.country.selectOption(help.words.countries.CA);
  await shell.help.click();
  await expect(help.emergency("911")).toHaveAttribute("href", "tel:911");
  await expect(help.country).toHaveValue("CA");
});

test("every link that calls or texts holds a number and nothing else", async ({ app }) => {
  await app.begin();
  await app.shell.open("/support/people/new");
  await app.support.name.fill("Ana");
  await app.support.phone.fill("+1 (555) 010-0142<img src=x onerror=alert(1)>");
  await app.support.save.click();
  await app.shell.help.click();
  await expect(app.support.call("Ana")).toHaveAttribute("href", /^tel:\+?\d+(,\d+)?$/);
  await expect(app.support.text("Ana")).toHaveAttribute("href", /^sms:\+?\d+$/);

  await app.shell.open("/support");
  await app.support.person("Ana").click();
  await app.support.remove.click();
  await expect(app.support.person("Ana")).toHaveCount(0);
  await app.shell.help.click();
  const numbers = await app.help.numbers();
  expect(numbers.length).toBeGreaterThan(40);
  for (const number of numbers) expect(number).toMatch(DIALLED);
});
