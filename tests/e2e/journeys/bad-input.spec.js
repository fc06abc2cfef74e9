// Whatever is typed, pasted or followed: the app says what is wrong, loses nothing and runs nothing.
import { readFileSync } from "node:fs";

import { fill, has } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

const NOW = new Date("2026-11-24T10:00:00-05:00");
const NAUGHTY = JSON.parse(readFileSync(new URL("../../../crates/exchange/tests/data/naughty-strings.json", import.meta.url), "utf8"));
const UNKNOWN = "019ac000-0000-7000-8000-000000000000";

/** What is typed, and what is kept of it. */
const ODD = {
  "a word without an end": { typed: "W".repeat(120) },
  "emoji and combining marks": { typed: "🌱 👩‍👩‍👧 n\u0303andu\u0301" },
  "right-to-left text": { typed: "שלום عليكم" },
  "an override of direction": { typed: "safe\u202egnp.exe\u2066!", kept: "safegnp.exe!" },
  "markup with a handler": { typed: "<img src=x onerror=alert(1)>" },
  "a script": { typed: "</p><script>alert(1)</script>" },
  "a template": { typed: "{{7*7}} ${7*7} {n} %s" },
  "a NUL and other controls": { typed: "a\u0000b\u0007c", kept: "abc" },
};

const keptOf = ({ typed, kept }) => kept ?? typed;

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.begin();
});

/** Nothing that was typed became part of the page, and nothing sticks out of it. */
async function expectPlain(app) {
  await expect(app.page.locator("img[src='x'], [onerror], #app script, #help script")).toHaveCount(0);
  const { wide, room } = await app.page.evaluate(() => ({ wide: document.scrollingElement.scrollWidth, room: innerWidth }));
  expect(wide, `width of ${app.page.url()}`).toBeLessThanOrEqual(room);
}

test("a goal of 121 characters is refused by one, stays in the field, and is kept once it is shorter", async ({ app, page, words }) => {
  const { goals, shell } = app;
  const long = "é ".repeat(60) + "é";
  await shell.open("/goals/new");
  await goals.title.fill(long);
  await expect(shell.sentence(fill(words.common.characters_over, { n: 1 }))).toBeVisible();
  await goals.save.click();
  await expect(shell.sentence(fill(words.problem.too_long, { limit: 120, n: 1 }))).toBeVisible();
  await expect(goals.title).toHaveAttribute("aria-invalid", "true");
  await expect(goals.title).toHaveAccessibleDescription(has(fill(words.problem.too_long, { limit: 120, n: 1 })));
  await expect(goals.title).toHaveValue(long);
  await expect(page).toHaveURL("/goals/new");

  await page.reload();
  await expect(goals.title).toHaveValue(long);

  await goals.title.press("End");
  await goals.title.press("Backspace");
  await expect(goals.title).not.toHaveAttribute("aria-invalid", "true");
  await goals.save.click();
  await expect(goals.link(long.slice(0, -1).trimEnd())).toBeVisible();
  await expectPlain(app);
});

test("a note of 10,001 characters is refused by one, stays in the field, and is kept once it is shorter", async ({ app, page, words }) => {
  const { checkIn, shell } = app;
  const long = "é ".repeat(5_000) + "é";
  const tooLong = fill(words.problem.too_long, { limit: 10_000, n: 1 });
  await shell.open("/check-in");
  await checkIn.note.fill(long);
  await checkIn.save.click();
  await expect(shell.sentence(tooLong)).toBeVisible();
  await expect(checkIn.note).toHaveAttribute("aria-invalid", "true");
  await expect(checkIn.note).toHaveValue(long);
  await expect(shell.heading).toHaveText(words.nav.check_in);

  await checkIn.note.press("Control+End");
  await checkIn.note.press("Backspace");
  await checkIn.finish();
  await shell.open("/check-in");
  await expect(checkIn.note).toHaveValue(long.slice(0, -1).trimEnd());
  await expectPlain(app);
});

test("what is empty is asked for, and a number that is short is said to be", async ({ app, words }) => {
  const { goals, support, shell } = app;
  await shell.open("/goals/new");
  await goals.title.fill(" \u202e ");
  await goals.save.click();
  await expect(goals.title).toHaveAccessibleDescription(has(words.problem.empty));

  await shell.open("/support/people/new");
  await support.name.fill("Ana");
  await support.phone.fill("12");
  await support.save.click();
  await expect(support.phone).toHaveAccessibleDescription(has(words.support.short_number));
  await expect(support.phone).toHaveValue("12");
  await expect(support.name).toHaveValue("Ana");
  await support.phone.fill("");
  await support.save.click();
  await expect(support.person("Ana")).toContainText(words.support.no_number);
});

for (const [name, odd] of Object.entries(ODD)) {
  test(`${name}: shown as it is, and nothing runs`, async ({ app, page, words }) => {
    const { goals, support, checkIn, progress, shell, help } = app;
    const kept = keptOf(odd);
    const dialogs = [];
    page.on("dialog", async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });

    await test.step("as a goal", async () => {
      await shell.open("/goals/new");
      await goals.title.fill(odd.typed);
      await goals.why.fill(odd.typed);
      await goals.addStep.click();
      await goals.stepField(1).fill(odd.typed);
      await goals.save.click();
      await expect(goals.link(kept)).toHaveText(kept);
      await expect(goals.card(kept)).toContainText(kept);
      await expectPlain(app);
      await goals.link(kept).click();
      await expect(shell.heading).toHaveText(kept);
      await expect(goals.step(kept)).toBeVisible();
      await expectPlain(app);
    });

    await test.step("as a note and a small thing", async () => {
      await shell.open("/check-in");
      await checkIn.note.fill(odd.typed);
      await checkIn.smallThing.fill(odd.typed);
      await checkIn.finish();
      await shell.open("/check-in");
      await expect(checkIn.note).toHaveValue(kept);
      await expect(checkIn.smallThing).toHaveValue(kept);
      await expectPlain(app);
    });

    await test.step("as a person", async () => {
      await shell.open("/support/people/new");
      await support.name.fill(odd.typed);
      await support.role.fill(odd.typed);
      await support.phone.fill("555-010-0142");
      await support.save.click();
      await expect(support.person(kept)).toContainText(kept);
      await expectPlain(app);
      await shell.help.click();
      await expect(help.people).toBeVisible();
      await expect(support.call(kept)).toHaveAttribute("href", "tel:5550100142");
      await expectPlain(app);
    });

    await test.step("as one's own name", async () => {
      await shell.open("/settings");
      await app.settings.name.fill(odd.typed);
      await shell.open("/");
      await expect(shell.heading).toHaveText(fill(words.today.greeting_named, { greeting: words.today.morning, name: kept }));
      await expect(shell.main.getByRole("group", { name: kept, exact: true })).toBeVisible();
      await expectPlain(app);
    });

    await test.step("in a search", async () => {
      await shell.open("/learn");
      await app.learn.search.fill(odd.typed);
      await expect(app.learn.search).toHaveValue(odd.typed);
      await expect(shell.main.getByRole("status")).toBeVisible();
      await expectPlain(app);
    });

    await test.step("in a report", async () => {
      await shell.open("/reports/me");
      await progress.part("notes").check();
      await expect(progress.preview.getByText(kept).first()).toBeVisible();
      await expect(progress.preview).toContainText(kept);
      await expectPlain(app);
    });

    expect(dialogs).toEqual([]);
  });
}

test.describe("a wrong address", () => {
  const SAYS = {
    "/check-in/1899-12-31": ({ problem }) => problem.too_early,
    "/check-in/9999-01-01": ({ problem }) => problem.too_late,
    "/check-in/2026-02-30": ({ problem }) => problem.not_a_date,
    "/check-in/2026-11-25": ({ check_in }) => check_in.not_yet,
    "/plan/2026-W99": ({ problem }) => problem.not_a_date,
    "/goals/not-an-id": ({ page }) => page.not_here,
    [`/goals/${UNKNOWN}`]: ({ goals }) => goals.not_found_text,
    [`/support/people/${UNKNOWN}`]: ({ support }) => support.not_found,
    [`/support/agreements/${UNKNOWN}`]: ({ agreement }) => agreement.not_found,
    "/card": ({ card }) => card.none_here,
    "/tools/nothing": ({ page }) => page.not_here,
    "/learn/nothing": ({ problem }) => problem.no_lesson,
    [`/support/meetings/${UNKNOWN}`]: ({ meetings }) => meetings.not_found_text,
    "/nowhere": ({ page }) => page.not_here,
    "/nowhere/at/all/?a=1#b": ({ page }) => page.not_here,
    "/goals/%3Cimg%20src=x%20onerror=alert(1)%3E": ({ page }) => page.not_here,
  };

  for (const [path, says] of Object.entries(SAYS)) {
    test(`${path} says what is wrong and leads on`, async ({ app, page, words, watch }) => {
      watch.expect(/404 .*lessons\/nothing/);
      await app.shell.open(path);
      await expect(app.shell.sentence(says(words))).toBeVisible();
      await expect(app.shell.heading).toHaveCount(1);
      await expect(app.shell.heading).not.toBeEmpty();
      await expectPlain(app);
      const on = app.shell.main.getByRole("link").first();
      const target = await on.getAttribute("href");
      await on.click();
      await expect(page).toHaveURL(target);
      await expect(app.shell.sentence(says(words))).toBeHidden();
      await expect(app.shell.heading).toBeFocused();
    });
  }
});

/** What has to be there before some forms are: a goal answered for today, a person, a hobby, a meeting. Hands back the addresses of their own. */
async function prepare(app) {
  const { goals, shell, support, words } = app;
  await shell.follow("/goals/new");
  await goals.title.fill("Walk");
  await goals.save.click();
  await goals.answer("done", goals.card("Walk")).click();
  await goals.link("Walk").click();
  await expect(goals.note).toBeVisible();
  const goal = new URL(app.page.url()).pathname;
  await shell.follow("/support/people/new");
  await support.name.fill("Ana");
  await support.save.click();
  await expect(support.person("Ana")).toBeVisible();
  await shell.follow("/hobbies");
  await app.page.locator("#hobby-title").fill("Chess");
  await shell.main.getByRole("button", { name: words.hobbies.begin, exact: true }).click();
  await expect(app.page.locator("#entry-text")).toBeVisible();
  const hobby = new URL(app.page.url()).pathname;
  return { goal, hobby };
}

/** Every page on which something can be typed, with how many fields it has. */
const FORMS = {
  "/goals/new": 2,
  "/check-in": 2,
  "/support/people/new": 7,
  "/support/agreements/new": 5,
  "/support/messages": 1,
  "/support/phrases": 1,
  "/support/meetings/new": 5,
  "/support/meetings/attended": 3,
  "/support/card": 1,
  "/support/story/new": 5,
  "/settings": 1,
  "/learn": 1,
  "/plan/discover": 1,
  "/plan/rewards": 2,
  "/plans/safety": 1,
  "/hobbies": 1,
  "/tools/hard-hour": 1,
  "/settings/backup": 1,
  "/settings/restore": 1,
  "/settings/lock": 2,
  "/learn/waves": 1,
  goal: 1,
  hobby: 2,
};

/** What opens the form of a page that stands closed at first. */
const OPENS = {
  "/support/phrases": ({ shell, words }) => shell.main.getByRole("button", { name: words.phrases.turn, exact: true }),
  "/support/meetings/attended": ({ meetings }) => meetings.addPast,
  "/plans/safety": ({ plans }) => plans.begin,
};

/** Whatever takes text. */
const FIELDS = "#app :is(input:not([type]), input[type=text], input[type=tel], input[type=search], input[type=password], textarea)";

test("each of 485 naughty strings stands in each text field as it was typed, and nothing runs", async ({ app, page }) => {
  const dialogs = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  expect(NAUGHTY).toHaveLength(485);
  const counted = {};
  // The first step of this tool asks for something to write.
  await app.shell.open("/tools/hard-hour");
  await app.tools.start.click();
  const own = await prepare(app);
  for (const path of Object.keys(FORMS)) {
    await app.shell.open(own[path] ?? path);
    await expect(app.shell.heading).toBeVisible();
    await OPENS[path]?.(app).click();
    await expect(app.page.locator(FIELDS)).toHaveCount(FORMS[path]);
    const found = await page.evaluate(async ([texts, fields]) => {
      const inputs = () => [...document.querySelectorAll(fields)];
      const changed = [];
      const count = inputs().length;
      // The same text in every field of the page, and one turn of the browser for all of them.
      for (const text of texts) {
        for (let place = 0; place < count; place += 1) {
          const field = inputs()[place];
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        await new Promise((turn) => setTimeout(turn));
        for (const [place, field] of inputs().entries()) {
          const one = field.tagName === "TEXTAREA" ? text : text.replace(/[\r\n]/g, "");
          if (field.value !== one.replace(/\r\n?/g, "\n")) changed.push([place, text, field.value]);
        }
      }
      return { count, changed };
    }, [NAUGHTY, FIELDS]);
    expect(found.changed, path).toEqual([]);
    counted[path] = found.count;
    await expectPlain(app);
    expect(await page.evaluate(() => [document.querySelectorAll("#app :is(script, iframe, object, embed)").length, window.ran])).toEqual([0, undefined]);
  }
  expect(counted).toEqual(FORMS);
  expect(dialogs).toEqual([]);
});
