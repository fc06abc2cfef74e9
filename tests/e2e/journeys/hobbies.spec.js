// What a person does for joy: an activity rated with the urge, what got in the way, hobbies, rewards, money, a month on paper.
import { expect, test } from "../pages/trellis.js";
import { activityTitle, count, fill, has } from "../pages/words.js";

const MONDAY = "2026-11-23";

async function planned(app, title) {
  await app.plan.add.click();
  await app.plan.what.fill(title);
  await app.plan.save.click();
  await expect(app.plan.addSheet).toBeHidden();
}

test("how it went is told with the urge, counts in part, and shows what helps", async ({ app, page, words }) => {
  const { plan, shell } = app;
  await page.clock.install({ time: new Date(`${MONDAY}T08:00:00-05:00`) });
  await app.begin();
  for (let times = 1; times <= 3; times += 1) {
    await shell.open("/plan");
    await planned(app, "Draw a leaf");
    await plan.entry("Draw a leaf").last().click();
    await plan.felt("before", "low").check();
    await plan.felt("after", "good").check();
    await plan.partly.check();
    await plan.more.click();
    await plan.urge("before", 8).check();
    await plan.urge("after", 3).check();
    if (times === 1) await app.expectNoBarriers();
    await plan.done.click();
    await expect(plan.oneSheet).toBeHidden();
  }
  await plan.entry("Draw a leaf").first().click();
  await expect(plan.partly).toBeChecked();
  await expect(plan.urge("after", 3)).toBeChecked();
  await page.keyboard.press("Escape");
  await shell.open("/plan/helps");
  await expect(shell.main).toContainText(has(words.doing.urge_fell.split("{steps}")[0]));
  // Help knows it too, and needs no counting for it.
  await shell.help.click();
  await expect(page.locator("#help:visible")).toContainText(words.support.helped_before);
  await expect(page.locator("#help:visible")).toContainText("Draw a leaf");
});

test("an urge that stays strong leads to people and Help first", async ({ app, words }) => {
  const { plan, shell } = app;
  await app.begin();
  await shell.open("/plan");
  await planned(app, "Walk");
  await plan.entry("Walk").first().click();
  await plan.more.click();
  await plan.urge("after", 6).check();
  await expect(plan.oneSheet).not.toContainText(words.doing.strong);
  await plan.urge("after", 7).check();
  await expect(plan.oneSheet).toContainText(words.doing.strong);
});

test("a timer counts up, says when the time has passed, and stops for nobody", async ({ app, page, words }) => {
  const { plan, shell } = app;
  await page.clock.install({ time: new Date(`${MONDAY}T08:00:00-05:00`) });
  await app.begin();
  await shell.open("/plan");
  await planned(app, "Stretch");
  await plan.entry("Stretch").first().click();
  await plan.oneSheet.getByRole("button", { name: words.doing.start }).click();
  await page.clock.fastForward("00:30");
  await expect(plan.timer).toContainText("30");
  await page.clock.fastForward("10:00");
  await expect(plan.oneSheet).toContainText(fill(words.doing.passed, { minutes: 10 }));
  await expect(plan.timer).toBeVisible();
});

test("not today moves without blame, and what is often in the way makes the next start easier", async ({ app, page, words }) => {
  const { plan, shell } = app;
  await page.clock.install({ time: new Date(`${MONDAY}T08:00:00-05:00`) });
  await app.begin();
  await shell.open("/plan");
  await planned(app, "Swim");
  await plan.entry("Swim").first().click();
  await plan.notToday.click();
  await app.expectNoBarriers();
  await plan.heldBack("held_time").check();
  await plan.tomorrow.click();
  await expect(shell.notice(fill(words.plan.moved, { day: words.date.tomorrow }))).toBeVisible();
  await expect(plan.entry("Swim")).toHaveCount(1);
  await shell.undo.click();
  for (const title of ["One", "Two", "Three"]) {
    await planned(app, title);
    await plan.entry(title).first().click();
    await plan.notToday.click();
    await plan.heldBack("held_time").check();
    await plan.letGo.click();
    await expect(plan.entry(title)).toHaveCount(0);
  }
  await shell.open("/plan/now");
  await expect(shell.main).toContainText(fill(words.doing.lately, { what: words.table.held_time }));
  await expect(shell.main.getByRole("radio", { name: words.for_now.ten, exact: true })).toBeChecked();
});

test("an activity of one's own stands among the others, is planned, changed and taken away", async ({ app, page, words }) => {
  const { plan, shell } = app;
  await app.begin();
  await shell.open("/plan/discover");
  await plan.addOwn.click();
  await app.expectNoBarriers();
  await plan.save.click();
  await expect(plan.ownSheet).toContainText(words.problem.empty);
  await plan.ownSheet.getByLabel(has(words.own.what)).fill("Whittle a spoon");
  await plan.ownSheet.getByLabel(has(words.own.first_step)).fill("Find a soft stick");
  await plan.ownSheet.getByRole("checkbox", { name: words.discover.calm }).check();
  await plan.save.click();
  await plan.search.fill("spoon");
  await expect(plan.planIt("Whittle a spoon")).toBeVisible();
  await page.reload();
  await plan.search.fill("spoon");
  await plan.planIt("Whittle a spoon").click();
  await plan.save.click();
  await shell.go("plan");
  await plan.entry("Whittle a spoon").first().click();
  await expect(plan.oneSheet).toContainText("Find a soft stick");
  await page.keyboard.press("Escape");
  await shell.open("/plan/discover");
  await plan.search.fill("spoon");
  await page.getByRole("button", { name: has(words.own.change) }).click();
  await plan.ownSheet.getByRole("button", { name: words.common.remove }).click();
  await expect(shell.notice(words.own.removed)).toBeVisible();
  await expect(plan.planIt("Whittle a spoon")).toHaveCount(0);
  await shell.undo.click();
  await expect(plan.planIt("Whittle a spoon")).toBeVisible();
});

test("a hobby keeps its sessions, notes, money and what was made over any break", async ({ app, page, words }) => {
  const { hobbies, plan, shell } = app;
  await page.clock.install({ time: new Date(`${MONDAY}T08:00:00-05:00`) });
  await app.begin();
  await shell.open("/plan");
  await shell.main.getByRole("link", { name: words.nav.hobbies, exact: true }).click();
  await expect(hobbies.tastes).toHaveCount(12);
  const first = await hobbies.tastes.allTextContents();
  await hobbies.others.click();
  await expect.poll(() => hobbies.tastes.allTextContents()).not.toEqual(first);
  await hobbies.tastes.first().click();
  await expect(shell.notice(count(words.plan.added_many, 1))).toBeVisible();
  await hobbies.title.fill("Guitar");
  await hobbies.begin.click();
  await expect(shell.heading).toHaveText("Guitar");
  await app.expectNoBarriers();
  await hobbies.nextStep.fill("Tune one string");
  await hobbies.saveStep.click();
  await expect(shell.notice(words.hobbies.kept)).toBeVisible();

  await hobbies.planIt.click();
  await plan.save.click();
  await shell.go("plan");
  await plan.entry("Guitar").first().click();
  await expect(plan.oneSheet).toContainText("Tune one string");
  await plan.done.click();
  await shell.open("/hobbies");
  await hobbies.link("Guitar").click();
  await expect(shell.main).toContainText(count(words.hobbies.times, 1));

  await hobbies.sort("made").check();
  await hobbies.text.fill("A song");
  await hobbies.writeDown.click();
  await expect(hobbies.shelf).toContainText("A song");
  await hobbies.sort("spent").check();
  await hobbies.amount.fill("twelve");
  await hobbies.writeDown.click();
  await expect(shell.main).toContainText(words.rewards.not_an_amount);
  await hobbies.amount.fill("12,50");
  await hobbies.text.fill("Strings");
  await hobbies.writeDown.click();
  await expect(shell.main).toContainText(fill(words.hobbies.spent_sum, { amount: "12.50" }));

  await page.clock.setFixedTime(new Date("2027-03-01T08:00:00-05:00"));
  await page.reload();
  await expect(shell.main).toContainText(words.hobbies.welcome_back);
  await expect(shell.main).toContainText(count(words.hobbies.times, 1));
  await expect(hobbies.shelf).toContainText("A song");
  await hobbies.rest.click();
  await hobbies.takeUp.click();
  await hobbies.remove.click();
  await expect(hobbies.link("Guitar")).toHaveCount(0);
  await shell.undo.click();
  await expect(hobbies.link("Guitar")).toBeVisible();
});

test("a reward is earned by acts, waits, and is never taken back; money is put beside what hobbies cost", async ({ app, page, words }) => {
  const { hobbies, plan, shell } = app;
  await page.clock.install({ time: new Date(`${MONDAY}T08:00:00-05:00`) });
  await app.begin();
  await shell.open("/plan/rewards");
  await hobbies.reward.fill("A film");
  await hobbies.every.fill("0");
  await hobbies.saveReward.click();
  await expect(shell.main).toContainText(words.rewards.wrong_count);
  await hobbies.every.fill("1");
  await hobbies.saveReward.click();
  await hobbies.reward.fill("A bath");
  await hobbies.act("call").check();
  await hobbies.every.fill("2");
  await hobbies.saveReward.click();
  await hobbies.of("count", "A bath").click();
  await expect(hobbies.of("take", "A bath")).toHaveCount(0);
  await hobbies.of("count", "A bath").click();
  await hobbies.of("take", "A bath").click();
  await expect(shell.main).toContainText(count(words.rewards.taken, 1));

  await shell.open("/plan");
  await planned(app, "Walk");
  await plan.entry("Walk").first().click();
  await plan.done.click();
  await shell.open("/plan/rewards");
  await expect(hobbies.of("take", "A film")).toBeVisible();
  await app.expectNoBarriers();
  await hobbies.eachWeek.fill("70");
  await hobbies.saveMoney.click();
  await page.clock.setFixedTime(new Date("2026-12-07T08:00:00-05:00"));
  await page.reload();
  await expect(shell.main.getByText("140").first()).toBeVisible();
  await expect(hobbies.of("take", "A film")).toBeVisible();
});

test.describe("on a wide screen", () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false });

  test("a plan is dragged to another day, and a month is printed", async ({ app, page, language, words }) => {
    const { plan, shell } = app;
    await page.clock.install({ time: new Date(`${MONDAY}T08:00:00-05:00`) });
    await app.begin();
    await shell.open("/plan");
    await plan.template("first_week").click();
    const walk = activityTitle(language, 1);
    const slot = shell.main.getByRole("cell").getByRole("button", { name: has(walk) });
    const cells = shell.main.getByRole("row").filter({ has: page.getByRole("rowheader", { name: words.plan.morning, exact: true }) }).getByRole("cell");
    await expect(cells.nth(0).getByRole("button", { name: has(walk) })).toBeVisible();
    await slot.dragTo(cells.nth(3));
    await expect(cells.nth(3).getByRole("button", { name: has(walk) })).toBeVisible();
    await expect(slot).toHaveCount(1);
    await shell.undo.click();
    await expect(cells.nth(0).getByRole("button", { name: has(walk) })).toBeVisible();

    await page.evaluate(() => (window.print = () => {}));
    await plan.printMonth.click();
    await page.emulateMedia({ media: "print" });
    const month = page.getByRole("table", { name: has("November") });
    await expect(month).toContainText(walk);
    await expect(plan.printMonth).toBeHidden();
  });
});
