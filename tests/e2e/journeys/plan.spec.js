// What to do: three things for this minute, what suits, what is liked, and what helped.
import { readFile } from "node:fs/promises";

import { readByOthers } from "../pages/calendar.js";
import { expect, test } from "../pages/trellis.js";
import { activityTitle, begins, fill, has } from "../pages/words.js";

test("three things fit this minute, others come when asked, and one is planned", async ({ app, page, words }) => {
  await app.begin();
  await app.shell.open("/plan");
  await app.plan.forNow.click();
  await expect(app.shell.heading).toHaveText(words.for_now.title);
  const offers = app.plan.offers;
  await expect(offers).toHaveCount(3);
  await app.expectNoBarriers();
  const titles = () => offers.getByRole("heading").allTextContents();
  const seen = new Set();
  for (let times = 0; times < 4; times += 1) {
    const three = await titles();
    expect(seen.has(String([...three].sort()))).toBe(false);
    seen.add(String([...three].sort()));
    await app.plan.others.click();
    await expect.poll(async () => String(await titles())).not.toBe(String(three));
  }
  // What was offered is remembered over a visit.
  const last = await titles();
  await page.reload();
  await expect(offers).toHaveCount(3);
  expect(String((await titles()).sort())).not.toBe(String(last.sort()));

  await app.shell.main.getByRole("radio", { name: words.for_now.ten, exact: true }).check();
  await app.shell.main.getByRole("radio", { name: words.for_now.inside, exact: true }).check();
  await expect(offers).toHaveCount(3);
  const [first] = await titles();
  await offers.first().getByRole("button", { name: begins(words.for_now.do_it) }).click();
  await app.plan.save.click();
  await expect(app.plan.addSheet).toBeHidden();
  await app.shell.go("plan");
  await expect(app.plan.entry(first)).toBeVisible();
});

test("what does not suit is hidden, what is liked comes first, and both are kept", async ({ app, page, language, words }) => {
  const prayer = activityTitle(language, 201);
  const walk = activityTitle(language, 2);
  await app.begin();
  await app.shell.open("/plan/discover");
  await app.plan.search.fill(prayer);
  await expect(app.plan.planIt(prayer)).toBeVisible();
  await app.plan.hide.click();
  await app.plan.filter("faith").check();
  await expect(app.plan.planIt(prayer)).toBeHidden();
  await expect(app.shell.main.getByRole("status")).toContainText(fill(words.discover.hidden.one, { n: 1 }));
  await app.plan.search.fill("");
  await app.plan.likeThis(walk).click();
  await expect(app.shell.main).toContainText(fill(words.discover.like_of, { title: walk }));
  await expect(app.plan.planIt(walk)).toBeHidden();
  await app.shell.main.getByRole("button", { name: words.discover.all_again }).click();
  await app.plan.favourite(walk).click();
  await page.reload();
  await expect(app.plan.favourite(walk)).toHaveAttribute("aria-pressed", "true");
  await expect(app.shell.main.getByRole("listitem").first()).toContainText(walk);
  await app.plan.search.fill(prayer);
  await expect(app.plan.planIt(prayer)).toBeHidden();
});

test("what is not for me is offered no more, until it is brought back", async ({ app, page, language, words }) => {
  const walk = activityTitle(language, 2);
  await app.begin();
  await app.shell.open("/plan/discover");
  await app.plan.search.fill(walk);
  await app.plan.notForMe(walk).click();
  await expect(app.plan.planIt(walk)).toHaveCount(0);
  await page.reload();
  await app.plan.search.fill(walk);
  await expect(app.shell.main.getByRole("status")).toContainText(fill(words.discover.hidden.one, { n: 1 }));
  await expect(app.plan.planIt(walk)).toHaveCount(0);
  await app.plan.hide.click();
  await app.shell.main.getByRole("checkbox", { name: words.own.show_hidden }).check();
  await app.shell.main.getByRole("button", { name: begins(words.own.suits_again) }).click();
  await app.shell.main.getByRole("checkbox", { name: words.own.show_hidden }).uncheck();
  await expect(app.plan.planIt(walk)).toBeVisible();
});

test("a first week is planned by touch alone", async ({ app, page, language, words }) => {
  const { plan, shell } = app;
  await page.clock.install({ time: new Date("2026-11-23T08:00:00-05:00") });
  await app.begin();
  await shell.open("/plan");
  await plan.template("first_week").tap();
  const walk = activityTitle(language, 1);
  await expect(plan.entry(walk)).toBeVisible();
  await plan.entry(walk).tap();
  await plan.later.tap();
  await expect(shell.notice(fill(words.plan.moved, { day: words.date.tomorrow }))).toBeVisible();
  await plan.entry(walk).tap();
  await plan.felt("before", "low").tap();
  await plan.felt("after", "good").tap();
  await plan.done.tap();
  await expect(plan.oneSheet).toBeHidden();
  await plan.add.tap();
  await plan.what.fill("Tea");
  await plan.save.tap();
  await plan.entry("Tea").first().tap();
  await plan.notToday.tap();
  await plan.tomorrow.tap();
  await expect(plan.entry("Tea")).toHaveCount(1);
});

test("what helped is told after the third time, and comes back as a suggestion", async ({ app, language, words }) => {
  const title = activityTitle(language, 3);
  await app.begin();
  await app.shell.open("/plan/helps");
  await expect(app.shell.sentence(words.helps.none)).toBeVisible();
  for (let times = 1; times <= 3; times += 1) {
    await app.shell.open("/plan/discover");
    await app.plan.search.fill(title);
    await app.plan.planIt(title).click();
    await app.plan.save.click();
    await expect(app.plan.addSheet).toBeHidden();
    await app.shell.go("plan");
    await app.plan.entry(title).last().click();
    await app.plan.felt("before", "low").check();
    await app.plan.felt("after", "good").check();
    await app.plan.done.click();
    await expect(app.plan.oneSheet).toBeHidden();
    await app.shell.open("/plan/helps");
    await expect(app.shell.main).toContainText(title);
    if (times < 3) await expect(app.shell.main).toContainText(words.helps.too_early);
  }
  await expect(app.shell.main).toContainText(has(words.helps.rose.split("{steps}")[0]));
  await app.expectNoBarriers();
  await app.shell.open("/plan/now");
  // Others may be offered because they are like it; their words name it too.
  const itself = app.plan.offers.filter({ has: app.page.getByRole("heading", { name: title, exact: true }) });
  await expect(itself).toContainText(fill(words.for_now.helped.other, { n: 3 }));
});

test("a first week is planned by keyboard alone, moved, copied and shown with meetings and goals", async ({ app, page, language, words }) => {
  const { plan, shell } = app;
  await page.clock.install({ time: new Date("2026-11-23T08:00:00-05:00") });
  await app.begin();
  await shell.open("/goals/new");
  await app.goals.title.fill("Drink water");
  await app.goals.save.click();
  await shell.go("plan");

  const press = async (button) => {
    await button.focus();
    await page.keyboard.press("Enter");
  };
  await press(plan.template("first_week"));
  const walk = activityTitle(language, 1);
  await expect(plan.entry(walk)).toBeVisible();
  await expect(shell.notice(fill(words.plan.added_many.other, { n: 7 }))).toBeVisible();
  await expect(shell.main.getByRole("link", { name: has("Drink water") }).first()).toBeVisible();
  await app.expectNoBarriers();

  // Something of one's own, every day, at the time of something else.
  await press(plan.add);
  await plan.what.focus();
  await page.keyboard.type("Tea");
  await plan.time.fill("10:10");
  await plan.again.getByRole("radio", { name: words.plan.daily, exact: true }).focus();
  await page.keyboard.press("Space");
  await press(plan.save);
  await expect(plan.entry("Tea")).toHaveCount(7);
  await expect(shell.main).toContainText(fill(words.plan.same_time, { other: walk }));

  // One day later, and back.
  await press(plan.entry(walk));
  await press(plan.later);
  await expect(shell.notice(fill(words.plan.moved, { day: words.date.tomorrow }))).toBeVisible();
  await press(plan.entry(walk));
  await press(plan.earlier);
  await expect(shell.notice(fill(words.plan.moved, { day: words.date.today }))).toBeVisible();

  // Next week is a copy, once.
  await press(plan.nextWeek);
  await press(plan.copy);
  await expect(plan.entry("Tea")).toHaveCount(7);
  await expect(plan.entry(walk)).toHaveCount(1);
  await press(plan.copy);
  await expect(shell.notice(words.plan.copied_none)).toBeVisible();
  await expect(plan.entry("Tea")).toHaveCount(7);

  // On paper there is the week and nothing to press.
  await page.emulateMedia({ media: "print" });
  await expect(shell.main.getByRole("listitem").filter({ hasText: "Tea" }).first()).toBeVisible();
  await expect(plan.copy).toBeHidden();
  await expect(shell.help).toBeHidden();

  // The calendar of the phone hears of all of it, and of no names.
  await page.emulateMedia({ media: "screen" });
  const [file] = await Promise.all([page.waitForEvent("download"), plan.calendarFile.click()]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).not.toMatch(/Tea|Trellis/);
  for (const { reader, entries } of readByOthers(text, "2026-12-15")) {
    expect(entries.map((entry) => entry.title), reader).toEqual(Array(28).fill(words.meetings.calendar_neutral));
  }
});
