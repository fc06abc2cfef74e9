// Every page for everyone: without barriers that axe knows of, without a mouse, on a small screen, with large text.
import { lessonPaths, lessonTitle } from "../pages/words.js";
import { TYPED, liveIn } from "../pages/lived-in.js";
import { routes } from "../pages/routes.js";
import { expect, test } from "../pages/trellis.js";

const phone = { viewport: { width: 360, height: 740 } };
const desktop = { viewport: { width: 1280, height: 800 } };
const small = { viewport: { width: 320, height: 640 } };
const SPANISH = "es-MX";
const ENGLISH = "en-US";
const STATIC = ["/help", "/away.html"];

/** The addresses of a record that has something in it. */
async function pathsOf(app) {
  const { goal, person } = await liveIn(app);
  return [...routes(app.words, app.language).map(({ path }) => path), goal, person, "/help", "/away.html"];
}

async function open(app, path) {
  await app.shell.open(path);
  await expect(app.shell.heading).toBeVisible();
}

/** Goes from page to page of the running app, and says of each that it is there. */
async function* pages(app, paths) {
  await open(app, "/");
  for (const path of paths) {
    // The static pages are documents of their own.
    await (STATIC.includes(path) ? open(app, path) : app.shell.follow(path));
    await expect(app.shell.heading).toBeVisible();
    yield path;
    if (STATIC.includes(path)) await open(app, "/");
  }
}

const active = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Presses Tab until `locator` has the focus. */
async function tabTo(app, locator, presses = 60) {
  for (let pressed = 0; pressed < presses; pressed += 1) {
    if (await active(locator)) return;
    await app.page.keyboard.press("Tab");
  }
  await expect(locator).toBeFocused();
}

const press = async (app, ...keys) => {
  for (const key of keys) await app.page.keyboard.press(key);
};

/** What can be pressed and is smaller than `least` either way. A link within a sentence may be. */
const smallerThan = (page, selector, least) =>
  page.locator(selector).evaluateAll(
    (all, least) =>
      all.flatMap((element) => {
        const target = (element.matches("input") && element.closest("label")) || element;
        const shown = target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        const inSentence = element.matches("a") && getComputedStyle(element).display === "inline" && element.closest("p, li, h2");
        const skip = element.matches(".skip-link");
        const { width, height } = target.getBoundingClientRect();
        const fits = width >= least - 0.5 && height >= least - 0.5;
        return !shown || inSentence || skip || fits ? [] : [`${target.className || target.tagName} "${target.textContent.trim()}" ${width}x${height}`];
      }),
    least,
  );

for (const [theme, locale, device] of [
  ["light", ENGLISH, phone],
  ["dark", SPANISH, phone],
  ["dark", ENGLISH, desktop],
  ["light", SPANISH, desktop],
]) {
  test.describe(`${theme}, ${locale}, ${device.viewport.width} wide`, () => {
    test.use({ ...device, locale, colorScheme: theme });

    test("axe finds no barrier on any page", async ({ app }) => {
      test.setTimeout(900_000);
      for await (const _ of pages(app, await pathsOf(app))) await app.expectNoBarriers();
    });
  });
}

test("axe finds no barrier in a theme that differs from the device's", async ({ app, page }) => {
  await liveIn(app);
  await page.emulateMedia({ colorScheme: "light" });
  await open(app, "/settings");
  await app.settings.theme("dark").check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await app.expectNoBarriers();
  await open(app, "/");
  await app.expectNoBarriers();
});

test.describe("with less motion and forced colours", () => {
  // axe reads the colour a text would be filled with, which Chromium does not report as the forced one it paints.
  const forced = { reducedMotion: "reduce", forcedColors: "active" };
  const except = ["color-contrast"];
  for (const [name, colorScheme, contextOptions, barriers] of [
    ["less motion", "light", { reducedMotion: "reduce" }],
    ["motion", "light", { reducedMotion: "no-preference" }],
    ["forced colours", "light", forced, { except }],
    ["forced colours in the dark", "dark", forced, { except }],
  ]) {
    test.describe(name, () => {
      test.use({ colorScheme, contextOptions });

      test("axe finds no barrier on Today and in the check-in", async ({ app, page }) => {
        await liveIn(app);
        for (const path of ["/", "/check-in"]) {
          await open(app, path);
          // What moves is judged once it has come to rest.
          await page.evaluate(() => Promise.all(document.getAnimations().map((moving) => moving.finished)));
          await app.expectNoBarriers(barriers);
        }
      });
    });
  }

  test("nothing moves for someone who asked for less motion", async ({ app, page }) => {
    await liveIn(app);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = () => page.evaluate(() => document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime > 10).length);
    await open(app, "/");
    expect(await moving()).toBe(0);
    await app.today.mood("mood_great").check();
    expect(await moving()).toBe(0);
    await open(app, "/plan/discover");
    await app.shell.main.getByRole("button", { name: app.words.discover.plan_it }).first().click();
    await expect(app.plan.addSheet).toBeVisible();
    expect(await moving()).toBe(0);
  });
});

test.describe("on a screen 320 wide", () => {
  for (const locale of [ENGLISH, SPANISH]) {
    test.describe(locale, () => {
      test.use({ ...small, locale });

      for (const size of ["usual", "largest"]) {
        test(`no page scrolls sideways, text ${size}`, async ({ app, page }) => {
          const paths = await pathsOf(app);
          await open(app, "/settings");
          await app.settings.size(size).check();
          for await (const path of pages(app, paths)) {
            const width = () => page.evaluate(() => document.scrollingElement.scrollWidth);
            await expect.poll(width, `width of ${path}`).toBeLessThanOrEqual(320);
          }
          await open(app, "/plan/discover");
          await app.shell.main.getByRole("button", { name: app.words.discover.plan_it }).first().click();
          await expect(app.plan.addSheet).toBeVisible();
          expect(await app.plan.addSheet.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
        });
      }
    });
  }
});

test.describe("with the keyboard alone", () => {
  test("the skip link comes first and leads to what the page is about", async ({ app, page }) => {
    await app.begin();
    await open(app, "/goals");
    await page.evaluate(() => document.activeElement.blur());
    await press(app, "Tab");
    await expect(app.shell.skip).toBeFocused();
    await expect(app.shell.skip).toBeInViewport({ ratio: 1 });
    await press(app, "Enter");
    await expect(app.shell.heading).toBeFocused();
    await press(app, "Tab");
    await expect(app.goals.new.first()).toBeFocused();
  });

  test("a check-in is filled and saved", async ({ app }) => {
    const { checkIn, shell } = app;
    await app.begin();
    await open(app, "/check-in");
    await tabTo(app, checkIn.mood("awful"));
    await press(app, "Space");
    await expect(checkIn.mood("awful")).toBeChecked();
    await press(app, "ArrowRight", "ArrowRight", "ArrowRight");
    await expect(checkIn.mood("good")).toBeChecked();
    await expect(checkIn.mood("good")).toBeFocused();
    await tabTo(app, checkIn.craving(0), 3);
    await press(app, "Space", "ArrowRight", "ArrowRight");
    await expect(checkIn.craving(2)).toBeChecked();
    await tabTo(app, checkIn.sleep("badly"), 3);
    await press(app, "ArrowRight");
    await expect(checkIn.sleep("so_so")).toBeChecked();
    await tabTo(app, checkIn.feeling("hungry"), 3);
    await press(app, "Space");
    await expect(checkIn.feeling("hungry")).toBeChecked();
    await tabTo(app, checkIn.note, 6);
    await app.page.keyboard.type("by keyboard");
    await tabTo(app, checkIn.save, 4);
    await press(app, "Enter");
    await expect(checkIn.saved).toBeFocused();
    await open(app, "/check-in");
    await expect(checkIn.mood("good")).toBeChecked();
    await expect(checkIn.craving(2)).toBeChecked();
    await expect(checkIn.sleep("so_so")).toBeChecked();
    await expect(checkIn.feeling("hungry")).toBeChecked();
    await expect(checkIn.note).toHaveValue("by keyboard");
    await expect(shell.heading).toHaveText(app.words.nav.check_in);
  });

  test("a goal is set", async ({ app, page, words }) => {
    const { goals, shell } = app;
    await app.begin();
    await tabTo(app, shell.navigation.getByRole("link", { name: words.nav.goals, exact: true }));
    await press(app, "Enter");
    await expect(shell.heading).toBeFocused();
    await tabTo(app, goals.new.first());
    await press(app, "Enter");
    await expect(shell.heading).toHaveText(words.goals.new);
    await tabTo(app, goals.title);
    await page.keyboard.type("Walk");
    await tabTo(app, goals.often("daily"), 20);
    await press(app, "ArrowRight");
    await expect(goals.often("weekdays")).toBeChecked();
    await tabTo(app, goals.addStep, 10);
    await press(app, "Enter");
    await expect(goals.stepField(1)).toBeVisible();
    // The day of the step lies between, with a stop for each of its parts.
    for (let stop = 0; stop < 6 && !(await active(goals.stepField(1))); stop += 1) await press(app, "Shift+Tab");
    await expect(goals.stepField(1)).toBeFocused();
    await page.keyboard.type("Shoes");
    await tabTo(app, goals.save, 16);
    await press(app, "Space");
    await expect(shell.heading).toHaveText(words.nav.goals);
    await expect(shell.heading).toBeFocused();
    await expect(goals.card("Walk")).toContainText(words.goals.weekdays);
  });

  test("a sheet takes the focus, keeps it, closes with Escape and gives it back", async ({ app, page, words }) => {
    const { plan } = app;
    await app.begin();
    await open(app, "/plan/discover");
    const opener = app.shell.main.getByRole("button", { name: words.discover.plan_it }).nth(1);
    const within = () => plan.addSheet.evaluate((sheet) => sheet.contains(document.activeElement));
    await opener.focus();
    await press(app, "Enter");
    await expect(plan.addSheet).toBeVisible();
    await expect.poll(within).toBe(true);
    const reached = new Set();
    for (let presses = 0; presses < 20; presses += 1) {
      await press(app, "Tab");
      // From the last control the focus goes to the browser, and from there to the first.
      const place = await page.evaluate(() => (document.activeElement === document.body ? "" : (document.activeElement.closest("dialog") ? "sheet" : "page")));
      reached.add(place);
    }
    expect([...reached]).not.toContain("page");
    await tabTo(app, plan.save);
    await press(app, "Escape");
    await expect(plan.addSheet).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test("erasing asks first, and Escape gives the focus back", async ({ app }) => {
    const { settings } = app;
    await app.begin();
    await open(app, "/settings");
    await tabTo(app, settings.erase);
    await press(app, "Enter");
    await expect(settings.eraseSheet).toBeVisible();
    await expect(settings.eraseNow).toBeHidden();
    await press(app, "Escape");
    await expect(settings.eraseSheet).toBeHidden();
    await expect(settings.erase).toBeFocused();
  });
});

test("after every way to another page the focus is on its heading", async ({ app, page, words }) => {
  const { shell } = app;
  await app.begin();
  for (const place of ["goals", "plan", "support", "learn", "progress", "settings", "today"]) {
    await shell.go(place);
    await expect(shell.heading, place).toBeFocused();
  }
  await page.goBack();
  await expect(shell.heading).toHaveText(words.nav.settings);
  await expect(shell.heading).toBeFocused();
  await page.goForward();
  await expect(page).toHaveTitle(`${words.nav.today} · Trellis`);
  await expect(shell.heading).toBeFocused();
  await app.today.checkIn.click();
  await expect(shell.heading).toHaveText(words.nav.check_in);
  await expect(shell.heading).toBeFocused();
});

test("every page has one heading, one main part, and a title that names the place and nothing else", async ({ app, page, words, language }) => {
  const { goal, person } = await liveIn(app);
  const { shell } = app;
  const pages = [
    ...routes(words, language),
    { path: goal, name: words.nav.goals, heading: TYPED.goal },
    { path: person, name: words.nav.support, heading: TYPED.person },
    { path: "/help", name: words.nav.help, heading: words.nav.help },
  ];
  const own = [...Object.values(TYPED), ...lessonPaths().flat().map((slug) => lessonTitle(language, slug))];
  await open(app, "/");
  for (const { path, name, heading } of pages) {
    await (path === "/help" ? open(app, path) : shell.follow(path));
    await expect(page, path).toHaveTitle(`${name} · Trellis`);
    await expect(shell.heading, path).toHaveCount(1);
    if (heading) await expect(shell.heading, path).toHaveText(heading);
    await expect(shell.main, path).toHaveCount(1);
    await expect(page.getByRole("banner"), path).toHaveCount(1);
    const title = await page.title();
    for (const text of own) expect(title).not.toContain(text);
  }
});

test("the page says which language it is in, and follows a change", async ({ app, page }) => {
  await app.begin();
  const root = page.locator("html");
  await expect(root).toHaveAttribute("lang", "en");
  await open(app, "/settings");
  await app.settings.language("Español").click();
  await expect(root).toHaveAttribute("lang", "es");
  const spanish = app.in({ language: "es" });
  await expect(spanish.shell.heading).toHaveText(spanish.words.nav.settings);
  await expect(page).toHaveTitle(`${spanish.words.nav.settings} · Trellis`);
  await open(spanish, "/help");
  await expect(spanish.help.heading).toBeVisible();
  await expect(root).toHaveAttribute("lang", "es");
  await open(spanish, "/settings");
  await spanish.settings.language("English").click();
  await expect(root).toHaveAttribute("lang", "en");
  await expect(app.shell.heading).toHaveText(app.words.nav.settings);
});

for (const device of [phone, desktop]) {
  test.describe(`${device.viewport.width} wide`, () => {
    test.use(device);

    test("what is pressed most is 44 large", async ({ app, page, words }) => {
      await liveIn(app);
      const main = {
        "/": ".nav__link, .hide-button, .help-button, .mood__choice input, .button[data-kind=secondary]",
        "/check-in": ".mood__choice input, .scale__step input, .segmented__option input, .chip input, .button, textarea, input",
        "/goals/new": ".segmented__option input, .button, textarea, input",
        "/plan/discover": ".chip input, .button, input",
        "/support": ".icon-button, .button",
        "/help": ".button, select, summary, .topbar a",
        "/settings": ".button, select, input:not([type=radio])",
      };
      for (const [path, selector] of Object.entries(main)) {
        await open(app, path);
        expect(await page.locator(selector).count(), path).toBeGreaterThan(0);
        expect(await smallerThan(page, selector, 44), `targets under 44 at ${path}`).toEqual([]);
      }
      await open(app, "/");
      await expect(app.shell.heading).toContainText(words.today.morning);
    });
  });
}

test("everything that can be pressed is large enough for a finger", async ({ app, page }) => {
  for await (const path of pages(app, await pathsOf(app))) {
    const pressed = "a[href], button, input, select, textarea, summary, [role=button]";
    expect(await smallerThan(page, pressed, 24), `targets under 24 at ${path}`).toEqual([]);
  }
});
