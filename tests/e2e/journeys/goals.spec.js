// A goal over some weeks, through a hospital stay and a change of mind, and a week looked back at.
import { begins, count, dayIn, fill } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

/** Noon on a day of 2026. */
const at = (day, hour = "12") => new Date(`2026-${day}T${hour}:00:00-05:00`);
const MONDAY = "11-16";

const mine = {
  en: {
    why: "I feel lighter after.",
    when: "my phone is empty",
    then: "ask to use a neighbor's phone",
    own: "Walk by the river",
    note: "Ana picked up at once.",
    well: "I called someone four times.",
    way: "Two long shifts.",
    changed: "I call before work, not after.",
    next: "Call before each shift.",
  },
  es: {
    why: "Me siento más ligera después.",
    when: "mi teléfono no tiene carga",
    then: "pedir prestado el teléfono del vecino",
    own: "Caminar junto al río",
    note: "Ana contestó enseguida.",
    well: "Llamé a alguien cuatro veces.",
    way: "Dos turnos largos.",
    changed: "Llamo antes del trabajo, no después.",
    next: "Llamar antes de cada turno.",
  },
};

/** Opens an address on a day. */
async function on(app, day, path, hour) {
  await app.page.clock.setFixedTime(at(day, hour));
  await app.shell.open(path);
}

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: at(MONDAY) });
});

test("a goal from an idea is kept, rests for a hospital stay, comes back, changes, and loses no day", async ({ app, language }) => {
  const { page, words, shell, goals, today } = app;
  const my = mine[language];
  const title = words.ideas.call;
  let path;

  await test.step("An idea fills the form, and its filling can be undone", async () => {
    await app.begin();
    await shell.open("/goals/new");
    await app.expectNoBarriers();
    await goals.title.fill(my.own);
    await goals.ideas.click();
    await app.expectNoBarriers();
    await expect(shell.sentence(words.ideas.call_basis)).toHaveAttribute("data-facts", "5.25");
    await expect(shell.sentence(fill(words.shared.source, { source: words.shared.source_practice })).first()).toBeVisible();
    await goals.idea("call").click();
    await expect(goals.title).toHaveValue(title);
    await shell.undo.click();
    await expect(goals.title).toHaveValue(my.own);
    await goals.ideas.click();
    await goals.idea("call").click();
    await expect(goals.title).toHaveValue(title);
    await expect(goals.stepField(1)).toHaveValue(words.ideas.call_step_1);
    await expect(goals.planIf(1)).toHaveValue(words.ideas.call_if);
    await expect(goals.planThen(1)).toHaveValue(words.ideas.call_then);
    await expect(goals.often("daily")).toBeChecked();
    await expect(goals.value("friends")).toBeChecked();
  });

  await test.step("Everything in it can be changed, and is still there after a reload", async () => {
    await goals.why.fill(my.why);
    await goals.stepDay(1).fill("2026-11-17");
    await goals.addPlan.click();
    await goals.planIf(2).fill(my.when);
    await goals.value("peace").check();
    await goals.inARow.check();
    await goals.save.click();
    await expect(goals.planThen(2)).toHaveAccessibleDescription(begins(words.goals.plan_half));
    await page.reload();
    await expect(goals.title).toHaveValue(title);
    await expect(goals.why).toHaveValue(my.why);
    await expect(goals.stepDay(1)).toHaveValue("2026-11-17");
    await expect(goals.planIf(2)).toHaveValue(my.when);
    await expect(goals.value("peace")).toBeChecked();
    await expect(goals.inARow).toBeChecked();
    await goals.planThen(2).fill(my.then);
    await app.expectNoBarriers();
    await goals.save.click();
    await expect(goals.card(title)).toContainText(words.goals.next_step);
    await goals.link(title).click();
    await expect(shell.heading).toHaveText(title);
    path = new URL(page.url()).pathname;
    await expect(shell.sentence(fill(words.goals.plan_says, { obstacle: my.when, plan: my.then }))).toBeVisible();
    await expect(shell.sentence(my.why)).toBeVisible();
    await app.expectNoBarriers();
  });

  await test.step("It is kept over days: done, partly, with a step whose day has come", async () => {
    await goals.answer("done").click();
    await expect(goals.answer("done")).toHaveAttribute("aria-pressed", "true");
    await expect(goals.answer("partly")).toHaveAttribute("aria-pressed", "false");
    await on(app, "11-17", "/");
    await expect(goals.step(words.ideas.call_step_1)).toBeVisible();
    await goals.step(words.ideas.call_step_1).click();
    await expect(goals.step(words.ideas.call_step_1)).toBeHidden();
    await goals.answer("partly", today.goal(title)).click();
    await expect(today.goal(title)).toBeHidden();
  });

  await test.step("A day is excused, with a note", async () => {
    await on(app, "11-18", path);
    await goals.excuse.click();
    await expect(shell.notice(fill(words.goals.reported, { outcome: words.goals.excused }))).toBeVisible();
    await goals.note.fill(my.note);
    await expect(goals.count("asked")).toHaveText("2");
    await expect(goals.count("left_out")).toHaveText(count(words.goals.days_out, 1));
    await app.expectNoBarriers();
  });

  await test.step("It rests for the hospital, and says what a break does", async () => {
    await on(app, "11-19", path);
    await goals.pause.click();
    await expect(shell.notice(words.goals.now_paused)).toBeVisible();
    await goals.reason("hospital").check();
    await expect(shell.sentence(words.goals.return_tolerance)).toBeVisible();
    await goals.back.fill("2026-11-19");
    await expect(goals.back).toHaveAccessibleDescription(begins(words.goals.back_wrong));
    await goals.back.fill("2026-11-23");
    const standing = fill(words.goals.paused_until, { day: dayIn(words, "2026-11-19").monthDay, back: dayIn(words, "2026-11-23").monthDay });
    await expect(shell.sentence(`${standing} · ${words.goals.reason_hospital}`)).toBeVisible();
    await app.expectNoBarriers();
    await on(app, "11-20", "/");
    await expect(today.goal(title)).toBeHidden();
    await shell.open("/goals");
    await goals.list("paused").check();
    await expect(goals.card(title)).toContainText(words.goals.reason_hospital);
  });

  await test.step("It comes back by itself, with care", async () => {
    await on(app, "11-23", "/");
    await expect(shell.sentence(words.goals.return_tolerance)).toBeVisible();
    await expect(shell.sentence(words.goals.return_care)).toBeVisible();
    await app.expectNoBarriers();
    await goals.answer("done", today.goal(title)).click();
    await shell.open(path);
    await expect(goals.count("asked")).toHaveText("3");
    await expect(goals.count("done")).toHaveText("2");
    await expect(goals.count("left_out")).toHaveText(count(words.goals.days_out, 5));
    await expect(shell.sentence(words.goals.trend_early)).toBeVisible();
    await expect(shell.sentence(count(words.goals.longest_run, 3))).toBeVisible();
    await goals.showNumbers.click();
    await expect(goals.numbers.getByRole("row")).toHaveCount(3);
    await expect(goals.numbers.getByRole("row").last().getByRole("cell")).toHaveText(["2", fill(words.date.decimal, { whole: 1, tenth: 5 })]);
  });

  await test.step("It asks less often from now on, and what was stays as it was", async () => {
    await on(app, "11-25", path);
    await expect(goals.count("asked")).toHaveText("4");
    await goals.change.click();
    await goals.often("every_weeks_short").check();
    await goals.weeks.fill("53");
    await goals.save.click();
    await expect(goals.weeks).toHaveAccessibleDescription(begins(words.goals.weeks_wrong));
    await goals.weeks.fill("2");
    await goals.until.fill("2026-11-24");
    await goals.save.click();
    await expect(goals.until).toHaveAccessibleDescription(begins(words.goals.until_past));
    await goals.until.fill("2026-12-31");
    await goals.inARow.uncheck();
    await app.expectNoBarriers();
    await goals.save.click();
    await expect(shell.sentence(`${count(words.goals.every_weeks, 2)} · ${fill(words.goals.until_day, { day: dayIn(words, "2026-12-31").monthDay })}`)).toBeVisible();
    await expect(goals.count("asked")).toHaveText("4");
    await expect(goals.count("done")).toHaveText("2");
    await expect(goals.count("partly")).toHaveText("1");
    // Days in a row are shown where that is asked for, and nowhere else.
    await expect(shell.sentence(count(words.goals.longest_run, 3))).toHaveCount(0);
    await expect(shell.sentence(fill(words.goals.was_until, { cadence: words.goals.daily, day: dayIn(words, "2026-11-24").full }))).toBeVisible();
    const told = page.getByRole("listitem").filter({ hasText: dayIn(words, "2026-11-18").full });
    await expect(told).toContainText(words.goals.excused);
    await expect(told).toContainText(my.note);
    await expect(page.getByRole("listitem").filter({ hasText: words.goals.was_paused })).toBeHidden();
  });

  await test.step("It is finished, and all of it is still there", async () => {
    await goals.finish.click();
    await expect(shell.notice(words.goals.finished)).toBeVisible();
    await expect(goals.count("asked")).toHaveText("4");
    const rest = page.getByRole("listitem").filter({ hasText: words.goals.was_paused });
    await expect(rest).toContainText(words.goals.reason_hospital);
    await shell.open("/goals");
    await goals.list("past").check();
    await expect(goals.card(title)).toContainText(fill(words.goals.finished_on, { day: dayIn(words, "2026-11-25").full }));
  });
});

test("a break in custody is told once it is over, and what it does to tolerance is said", async ({ app, language }) => {
  const { words, shell, goals } = app;
  const title = mine[language].own;
  await app.begin();
  await shell.open("/goals/new");
  await goals.title.fill(title);
  await goals.save.click();
  await on(app, "11-27", "/goals");
  await goals.link(title).click();
  await goals.pause.click();
  await expect(shell.main.getByRole("group", { name: words.goals.why_pause, exact: true })).toBeFocused();
  await goals.reason("custody").check();
  await expect(shell.sentence(words.goals.return_tolerance)).toBeInViewport();
  await goals.since.fill("2026-11-28");
  await expect(goals.since).toHaveAccessibleDescription(begins(words.goals.since_wrong));
  await goals.since.fill("2026-11-17");
  await goals.back.fill("2026-11-17");
  await expect(goals.back).toHaveAccessibleDescription(begins(words.goals.back_wrong));
  await expect(goals.breakIsOver).toBeHidden();
  await goals.back.fill("2026-11-26");
  await app.expectNoBarriers();
  await goals.breakIsOver.click();
  await expect(shell.notice(words.goals.pause_kept)).toBeVisible();
  await expect(goals.since).toBeHidden();
  await expect(goals.pause).toBeVisible();
  await expect(goals.count("left_out")).toHaveText(count(words.goals.days_out, 9));
  for (const path of ["/", "/goals"]) {
    await shell.open(path);
    await expect(shell.sentence(words.goals.return_tolerance)).toBeVisible();
  }
});

test("a week is looked back at in five minutes, kept while it is written, and seen the week after", async ({ app, language }) => {
  const { page, words, shell, goals, review, today, checkIn } = app;
  const my = mine[language];

  await test.step("A week with something in it", async () => {
    await app.begin();
    await shell.open("/goals/new");
    await goals.title.fill(my.own);
    await goals.often("weekly_short").check();
    await goals.times(3).check();
    await goals.save.click();
    await goals.answer("done", goals.card(my.own)).click();
    await on(app, "11-18", "/");
    await goals.answer("partly", today.goal(my.own)).click();
    await expect(review.waits).toBeHidden();
    await shell.open("/check-in");
    await checkIn.mood("okay").check();
  });

  await test.step("On Sunday evening Today has one line about it", async () => {
    await on(app, "11-22", "/", "12");
    await expect(shell.heading).not.toBeEmpty();
    await expect(review.waits).toBeHidden();
    await on(app, "11-22", "/", "19");
    await expect(review.waits).toBeVisible();
    await app.expectNoBarriers();
    await review.notThisWeek.click();
    await expect(review.waits).toBeHidden();
    await shell.undo.click();
    await review.waits.click();
    await expect(page).toHaveURL("/goals/review/2026-W47");
    await expect(shell.heading).toHaveText(words.review.said);
  });

  await test.step("What was said and done is there already", async () => {
    await expect(shell.sentence(words.review.said_nothing)).toBeVisible();
    await expect(shell.main).toContainText(fill(words.goals.kept_halves, { kept: fill(words.date.decimal, { whole: 1, tenth: 5 }), asked: 2 }));
    await app.expectNoBarriers();
    await review.next.click();
    await expect(shell.heading).toHaveText(words.review.did);
    await expect(shell.heading).toBeFocused();
    await expect(review.number("days_checked_in")).toHaveText("1");
    await expect(review.number("goals_done")).toHaveText("1");
    await expect(review.number("goals_partly")).toHaveText("1");
    // A screen shows no zeros.
    await expect(review.number("activities")).toHaveCount(0);
    await app.expectNoBarriers();
  });

  await test.step("What is written outlives a reload", async () => {
    await review.next.click();
    await review.well.fill(my.well);
    await review.way.fill(my.way);
    await app.expectNoBarriers();
    await page.reload();
    await expect(shell.heading).toHaveText(words.review.how);
    await expect(review.well).toHaveValue(my.well);
    await expect(review.way).toHaveValue(my.way);
    await review.next.click();
    await expect(shell.sentence(my.way)).toBeVisible();
    await review.changes.fill(my.changed);
    await review.back.click();
    await expect(review.well).toHaveValue(my.well);
    await review.next.click();
    await expect(review.changes).toHaveValue(my.changed);
    await review.next.click();
    await expect(shell.heading).toHaveText(words.review.next);
    await review.ahead.fill(my.next);
    await app.expectNoBarriers();
    await review.save.click();
    await expect(shell.notice(words.review.saved)).toBeVisible();
    for (const next of [words.review.to_goals, words.review.to_support]) await expect(shell.main.getByRole("link", { name: next, exact: true })).toBeInViewport();
    await expect(shell.heading).toHaveText(words.review.title);
    for (const text of [my.well, my.way, my.changed, my.next]) await expect(shell.sentence(text)).toBeVisible();
    await app.expectNoBarriers();
    await shell.open("/");
    await expect(review.waits).toBeHidden();
  });

  await test.step("The week after, what was said is on Today, and in the next review", async () => {
    await on(app, "11-24", "/");
    await expect(shell.sentence(my.next)).toBeVisible();
    await app.expectNoBarriers();
    await shell.open("/goals");
    await expect(shell.sentence(my.next)).toBeVisible();
    await on(app, "11-30", "/goals/review");
    await page.locator("main a[href='/goals/review/2026-W48']").click();
    await expect(page).toHaveURL("/goals/review/2026-W48");
    await expect(shell.sentence(my.next)).toBeVisible();
  });

  await test.step("A past review is read, changed, printed and removed, and comes back", async () => {
    await shell.open("/goals/review");
    await app.expectNoBarriers();
    await shell.main.getByRole("link").filter({ hasText: my.well }).click();
    await expect(page).toHaveURL("/goals/review/2026-W47");
    await review.change.click();
    await review.next.click();
    await review.next.click();
    await review.well.fill(`${my.well} ${my.note}`);
    await review.next.click();
    await review.next.click();
    await review.save.click();
    await expect(shell.sentence(`${my.well} ${my.note}`)).toBeVisible();
    await page.evaluate(() => {
      window.print = () => (window.printed = true);
    });
    await review.print.click();
    expect(await page.evaluate(() => window.printed)).toBe(true);
    await page.emulateMedia({ media: "print" });
    await expect(review.remove).toBeHidden();
    await expect(shell.sentence(my.next)).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await review.remove.click();
    await expect(shell.notice(words.review.removed)).toBeVisible();
    await expect(shell.main.getByRole("link").filter({ hasText: my.well })).toBeHidden();
    await shell.undo.click();
    await expect(shell.main.getByRole("link").filter({ hasText: my.well })).toBeVisible();
  });
});

test("a goal with steps and plans is set with the keyboard alone", async ({ app, page, language }) => {
  const { shell, goals } = app;
  const my = mine[language];
  const { keyboard } = page;
  /** Presses Tab until a field has the focus. */
  async function reach(target) {
    for (let press = 0; press < 60; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
  }
  await app.begin();
  await shell.open("/goals/new");
  await reach(goals.title);
  await keyboard.type(my.own);
  await reach(goals.why);
  await keyboard.type(my.why);
  await reach(goals.value("joy"));
  await keyboard.press("Space");
  await reach(goals.often("daily"));
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect(goals.often("weekly_short")).toBeChecked();
  await expect(goals.often("weekly_short")).toBeFocused();
  await reach(goals.times(3));
  await keyboard.press("ArrowLeft");
  await expect(goals.times(2)).toBeChecked();
  await reach(goals.addStep);
  await keyboard.press("Enter");
  await expect(goals.stepField(1)).toBeVisible();
  await keyboard.press("Shift+Tab");
  for (let press = 0; press < 5 && !(await goals.stepField(1).evaluate((field) => field === document.activeElement)); press += 1) await keyboard.press("Shift+Tab");
  await keyboard.type(my.well);
  await reach(goals.addPlan);
  await keyboard.press("Enter");
  await expect(goals.planIf(1)).toBeVisible();
  for (let press = 0; press < 5 && !(await goals.planIf(1).evaluate((field) => field === document.activeElement)); press += 1) await keyboard.press("Shift+Tab");
  await keyboard.type(my.when);
  await reach(goals.planThen(1));
  await keyboard.type(my.then);
  await reach(goals.save);
  await keyboard.press("Enter");
  await expect(goals.card(my.own)).toContainText(my.why);
  await expect(goals.card(my.own)).toContainText(my.well);
  await app.expectNoBarriers();
});
