// The choices of Help: each is one screen that works without the program, the storage and a connection.
import { Choices, numbersOf } from "../pages/choices.js";
import { expect, test } from "../pages/trellis.js";

const IDS = ["a", "b", "c", "d", "e", "f", "g"];
const EMERGENCY = { US: "911", CA: "911", UK: "999", IE: "112", AU: "000", NZ: "111", other: "112" };
const LANGUAGES = ["en", "es"];
/** Screens of a lapse, of using and of a break: what they must say. */
const TOLERANCE = ["c", "d", "e", "g"];

const here = (app, language = app.language) => new Choices(app.page, language);

/** Looks at every choice and at the list of numbers. */
async function walk(choices) {
  for (const id of [...IDS, "h"]) {
    await choices.open(id);
    await expect(choices.heading, id).toHaveText(choices.words.choices[id]);
    await expect(choices.emergency("911"), id).toHaveAttribute("href", "tel:911");
  }
}

test("every choice of Help leads to its screen, and back to where the person was", async ({ app, page }) => {
  await app.begin();
  await app.shell.go("goals");
  await app.shell.help.click();
  const choices = here(app);
  for (const id of IDS) {
    await choices.door(id).click();
    await expect(choices.heading).toHaveText(choices.words.choices[id]);
    await expect(choices.heading).toBeFocused();
    await expect(page).toHaveTitle(`${choices.words.title} · Trellis`);
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(choices.address(id));
    await choices.back.click();
    await expect(app.help.heading).toBeVisible();
    await expect(page).toHaveURL("/help");
  }
  await app.help.back.click();
  await expect(page).toHaveURL("/goals");
  await expect(app.shell.heading).toHaveText(app.words.nav.goals);
});

for (const language of LANGUAGES) {
  test(`every choice works when the program is not loaded and the storage is dead, ${language}`, async ({ app, page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("refused", "SecurityError");
          },
        });
      }
    });
    const choices = here(app, language);
    await walk(choices);
    await choices.open("b");
    await choices.country.selectOption("UK");
    await expect(choices.emergency("999")).toHaveAttribute("href", "tel:999");
    await choices.open("a");
    await choices.gave.click();
    await expect(choices.stopClock).toBeVisible();
  });

  test(`a screen on using says that tolerance dropped, and offers naloxone and people, ${language}`, async ({ app, page }) => {
    const choices = here(app, language);
    for (const id of TOLERANCE) {
      await choices.open(id);
      await expect(choices.screen, id).toContainText(choices.words.tolerance);
      await expect(choices.screen, id).toContainText(choices.words.naloxone);
      await expect(choices.link(choices.words.people), id).toHaveAttribute("href", "/support");
    }
    await choices.open("c");
    await expect(choices.link(choices.words.write)).toHaveAttribute("href", "/check-in");
    await choices.link(choices.words.notNow).click();
    await expect(page).toHaveURL("/help");
  });

  test(`what can be called is what the list of the country says, ${language}`, async ({ app }) => {
    const choices = here(app, language);
    await choices.open("h");
    for (const [country, emergency] of Object.entries(EMERGENCY)) {
      await choices.country.selectOption(country);
      await expect(choices.emergency(emergency)).toHaveAttribute("href", `tel:${emergency}`);
      const listed = numbersOf(country);
      const shown = new Set(await choices.numbers());
      for (const number of shown) expect([...listed], `${number} in ${country}`).toContain(number);
      // The text of one line is in English only, and texts to emergency services are not offered.
      const left = [...listed].filter((number) => !shown.has(number) && number !== "435748" && number !== "106");
      expect(left, `left out in ${country}`).toEqual([]);
    }
    for (const [id, kind] of [
      ["b", /^crisis/],
      ["d", /^overdose spotting/],
      ["f", /^(violence|crisis)/],
      ["g", /^(treatment|drug information|crisis)/],
    ]) {
      await choices.open(id);
      for (const [country, emergency] of Object.entries(EMERGENCY)) {
        await choices.country.selectOption(country);
        const listed = numbersOf(country, kind);
        for (const number of await choices.numbers()) {
          if (number !== emergency) expect([...listed], `${number} in ${country}, ${id}`).toContain(number);
        }
      }
    }
  });

  test(`each choice is one screen of a phone, and nothing scrolls sideways, ${language}`, async ({ app, page }) => {
    const choices = here(app, language);
    for (const id of IDS) {
      await choices.open(id);
      const bottom = (locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
      const most = language === "en" ? 740 : 780;
      expect(await bottom(choices.screen), `height of ${id}`).toBeLessThanOrEqual(most);
      // What is done first is in view; on the screen on treatment that is the lines for treatment.
      if (id !== "g") expect(await bottom(choices.emergency("911")), `emergency in ${id}`).toBeLessThanOrEqual(420);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    for (const size of ["100%", "200%"]) {
      for (const id of ["", ...IDS, "h"]) {
        await choices.open(id);
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
        expect(await page.evaluate(() => document.scrollingElement.scrollWidth), `${id} at ${size}`).toBeLessThanOrEqual(320);
      }
    }
  });
}

for (const [colorScheme, locale] of [
  ["light", "en-US"],
  ["dark", "en-US"],
  ["light", "es-MX"],
  ["dark", "es-MX"],
]) {
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test("axe finds no barrier in any choice", async ({ app }) => {
      const choices = here(app);
      for (const id of ["", ...IDS, "h"]) {
        await choices.open(id);
        await expect(choices.heading).toBeVisible();
        await app.expectNoBarriers();
      }
      await choices.open("a");
      await choices.gave.click();
      await choices.count.click();
      await app.expectNoBarriers();
    });
  });
}

test("the clock of naloxone says what to look at, at two and at three minutes", async ({ app, page }) => {
  await page.clock.install();
  const choices = here(app);
  await choices.open("a");
  await choices.gave.click();
  await expect(choices.clock).toContainText("0:00");
  await page.clock.runFor("01:59");
  await expect(choices.clock).toContainText("1:59");
  await expect(page.getByText(choices.words.look)).toBeHidden();
  await page.clock.runFor("00:01");
  await expect(choices.clock).toContainText("2:00");
  await expect(page.getByText(choices.words.look)).toBeVisible();
  await page.clock.runFor("01:00");
  await expect(choices.clock).toContainText("3:00");
  await expect(page.getByText(choices.words.better)).toBeVisible();
  await expect(choices.gave).toBeVisible();
  await page.clock.runFor("05:00");
  await expect(choices.clock).toContainText("3:00");
  await choices.gave.click();
  await expect(choices.clock).toContainText("0:00");
  await choices.stopClock.click();
  await expect(choices.face(choices.clock)).toBeHidden();
});

test("the breaths are counted one every five seconds, and buzz", async ({ app, page }) => {
  await page.addInitScript(() => {
    window.buzzes = 0;
    navigator.vibrate = () => (window.buzzes += 1);
  });
  await page.clock.install();
  const choices = here(app);
  await choices.open("a");
  await choices.count.click();
  const face = choices.face(choices.breaths);
  await expect(face).toHaveText(choices.words.breathe);
  await page.clock.runFor("00:02");
  await expect(face).toHaveText("3");
  await page.clock.runFor("00:03");
  await expect(face).toHaveText(choices.words.breathe);
  await page.clock.runFor("00:55");
  // The first, and one at the end of each five of sixty seconds.
  expect(await page.evaluate(() => window.buzzes)).toBe(13);
  await choices.stopCount.click();
  await expect(face).toBeHidden();
  await page.clock.runFor("00:20");
  expect(await page.evaluate(() => window.buzzes)).toBe(13);
});

test("numbers are found by what for and in which language, and rows that nobody checked show none", async ({ app, page }) => {
  const choices = here(app);
  await choices.open("h");
  const all = await choices.items.count();
  await choices.need.selectOption(choices.words.needs.violence);
  await expect(choices.items.filter({ hasText: "National Domestic Violence Hotline" })).toBeVisible();
  await expect(choices.items.filter({ hasText: "988 Suicide" })).toHaveCount(0);
  await choices.speaks.selectOption(choices.words.languages.es);
  await expect(choices.items.filter({ hasText: "StrongHearts" })).toHaveCount(0);
  await choices.country.selectOption("NZ");
  await expect(choices.nothing).toBeVisible();
  await choices.need.selectOption({ index: 0 });
  await choices.speaks.selectOption({ index: 0 });
  await choices.country.selectOption("US");
  await expect(choices.nothing).toBeHidden();
  expect(await choices.items.count()).toBe(all);

  await choices.country.selectOption("CA");
  await choices.unchecked.click();
  const nors = choices.items.filter({ hasText: "National Overdose Response Service" });
  await expect(nors.getByRole("link", { name: "nors.ca" })).toHaveAttribute("href", "https://www.nors.ca");
  await expect(nors).not.toContainText("688");
  await expect(page.getByText("Never Use Alone (Scotland pilot)")).toHaveCount(0);
});

test("the other language shows the same choice", async ({ app, page }) => {
  const choices = here(app);
  await choices.open("c");
  await choices.other.click();
  const other = here(app, app.language === "en" ? "es" : "en");
  await expect(other.heading).toHaveText(other.words.choices.c);
  await expect(page).toHaveTitle(`${other.words.title} · Trellis`);
  await expect(page.locator("html")).toHaveAttribute("lang", other.language);
});

test("the choices work offline after the first visit, and before the closed lock", async ({ app, context, page, words }) => {
  await app.begin();
  await app.untilKept();
  const phrase = await app.keeping.lock(app.shell);
  expect(phrase).toBeTruthy();
  await context.setOffline(true);
  await page.goto("/settings");
  await expect(app.shell.heading).toHaveText(words.lock.title);
  await app.shell.help.click();
  const choices = here(app);
  await choices.door("b").click();
  await expect(choices.heading).toHaveText(choices.words.choices.b);
  for (const language of LANGUAGES) await walk(here(app, language));
  await choices.open("a");
  await page.reload();
  await choices.gave.click();
  await expect(choices.stopClock).toBeVisible();
  await context.setOffline(false);
});

test("a country chosen there is the country of the app", async ({ app, page }) => {
  const choices = here(app);
  await choices.open("b");
  await choices.country.selectOption("UK");
  await expect(choices.emergency("999")).toBeVisible();
  await page.goto("/help");
  await expect(app.help.emergency("999")).toBeVisible();
});

test("Hide and Escape three times leave from a choice, and going back does not return", async ({ app, page }) => {
  const choices = here(app);
  await choices.open("c");
  await app.shell.hide.click();
  await expect(app.help.away).toBeVisible();
  await page.goBack({ waitUntil: "commit" }).catch(() => {});
  await expect(page).not.toHaveURL(/help/);
  await choices.open("f");
  await app.shell.escapeThreeTimes();
  await expect(app.help.away).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every choice can be read and called from, for every country", async ({ app, page }) => {
    for (const language of LANGUAGES) {
      const choices = here(app, language);
      await page.goto(choices.address());
      for (const id of IDS) {
        await choices.door(id).click();
        await expect(choices.heading, id).toHaveText(choices.words.choices[id]);
        for (const number of ["911", "999", "112", "000", "111"]) {
          await expect(page.locator(`main a[href='tel:${number}']`).filter({ visible: true }).first(), id).toBeVisible();
        }
        await page.goBack();
      }
      await choices.door("b").click();
      expect(new Set(await choices.numbers())).toContain("116123");
      await expect(choices.gave).toBeHidden();
    }
  });
});
