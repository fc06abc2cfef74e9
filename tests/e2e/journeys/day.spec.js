// A day with Trellis, from the first visit to a page on paper, and then all of it again without a connection.
import { begins, count, dayIn, fill, has, lessonPaths, lessonTitle, timeIn, activityTitle } from "../pages/words.js";
import { routes } from "../pages/routes.js";
import { expect, test } from "../pages/trellis.js";

const NOW = new Date("2026-11-24T10:00:00-05:00");
const [BEFORE_YESTERDAY, YESTERDAY, TODAY, TOMORROW, THURSDAY] = ["22", "23", "24", "25", "26"].map((day) => `2026-11-${day}`);
/** "Walk around the block" and a search that finds it. */
const WALK = { number: 1, query: { en: "walk block", es: "CAMINAR cuadra" } };
/** A lesson and a search that finds it although case and accents are missing. */
const LESSON = { slug: "body", query: { en: "WITHDRAWAL", es: "sindrome ABSTINENCIA" } };

const mine = {
  en: {
    name: "Robin",
    note: "Long shift. Told Ana that it was hard.",
    small: "Drink water before coffee",
    title: "Walk after dinner",
    why: "My back hurts less and I sleep.",
    steps: ["Shoes by the door", "Ask Ana along"],
    report: "Went twice around the park.",
    own: "Call the library",
    person: "Ana Example",
    role: "Friend",
  },
  es: {
    name: "Robin",
    note: "Turno largo. Le dije a Ana que fue difícil.",
    small: "Tomar agua antes del café",
    title: "Caminar después de cenar",
    why: "Me duele menos la espalda y duermo.",
    steps: ["Zapatos junto a la puerta", "Invitar a Ana"],
    report: "Di dos vueltas al parque.",
    own: "Llamar a la biblioteca",
    person: "Ana Ejemplo",
    role: "Amiga",
  },
};

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: NOW });
});

test("the first steps can be skipped at once", async ({ app }) => {
  await app.shell.open("/");
  await expect(app.shell.heading).toHaveText(app.words.welcome.title);
  await app.welcome.skip.click();
  await expect(app.shell.heading).toHaveText(app.words.today.morning);
  await app.page.reload();
  await expect(app.shell.heading).toHaveText(app.words.today.morning);
});

test("a whole day is kept, looked back on, printed, and still there without a connection", async ({ app, context, language }) => {
  const { page, words, shell, welcome, today, checkIn, goals, plan, learn, support, help, progress } = app;
  const my = mine[language];
  const walk = activityTitle(language, WALK.number);
  const lesson = lessonTitle(language, LESSON.slug);
  let goalPath;

  await test.step("Three first steps say what this is and ask little", async () => {
    await shell.open("/");
    await expect(welcome.step(1)).toBeVisible();
    await expect(shell.heading).toHaveText(words.welcome.title);
    await expect(shell.help).toBeVisible();
    await app.expectNoBarriers();
    await welcome.next.click();

    await expect(welcome.step(2)).toBeVisible();
    await expect(welcome.language.getByRole("radio", { checked: true })).toHaveAccessibleName({ en: "English", es: "Español" }[language]);
    await welcome.name.fill(my.name);
    await app.expectNoBarriers();
    await welcome.next.click();

    await expect(welcome.step(3)).toBeVisible();
    await welcome.purpose("fill_time").check();
    await app.expectNoBarriers();
    await welcome.start.click();

    await expect(shell.heading).toHaveText(fill(words.today.greeting_named, { greeting: words.today.morning, name: my.name }));
    await expect(shell.sentence(dayIn(words, TODAY).long)).toBeVisible();
    await app.expectNoBarriers();
  });

  await test.step("A check-in is answered warmly", async () => {
    await today.checkIn.click();
    await expect(shell.heading).toHaveText(words.nav.check_in);
    await expect(shell.sentence(fill(words.check_in.sub, { day: words.date.today }))).toBeVisible();
    await checkIn.mood("low").check();
    await checkIn.craving(5).check();
    await checkIn.sleep("badly").check();
    await checkIn.feeling("hungry").check();
    await checkIn.note.fill(my.note);
    await checkIn.smallThing.fill(my.small);
    await app.expectNoBarriers();
    await checkIn.finish();
    await expect(shell.heading).toBeFocused();
    await expect(shell.sentence(words.answer.low)).toBeVisible();
    await expect(shell.sentence(words.answer.some_craving)).toBeVisible();
    await expect(shell.sentence(words.answer.hungry)).toBeVisible();
    await app.expectNoBarriers();
  });

  await test.step("It can be changed, at once and later", async () => {
    await checkIn.change.click();
    await expect(checkIn.mood("low")).toBeChecked();
    await checkIn.mood("good").check();
    await checkIn.finish();
    await expect(shell.sentence(words.answer.low)).toBeHidden();
    await checkIn.toToday.click();
    await expect(today.mood("mood_good")).toBeChecked();
    await expect(shell.sentence(my.small)).toBeVisible();
    await today.editCheckIn.click();
    await expect(checkIn.mood("good")).toBeChecked();
    await expect(checkIn.craving(5)).toBeChecked();
    await expect(checkIn.sleep("badly")).toBeChecked();
    await expect(checkIn.feeling("hungry")).toBeChecked();
    await expect(checkIn.feeling("angry")).not.toBeChecked();
    await expect(checkIn.note).toHaveValue(my.note);
    await expect(checkIn.smallThing).toHaveValue(my.small);
  });

  await test.step("A day before can be told later, and a day to come cannot", async () => {
    await checkIn.goToDay(TOMORROW);
    await expect(shell.sentence(words.check_in.not_yet)).toBeVisible();
    await checkIn.toToday.click();
    await expect(page).toHaveURL("/");
    await today.editCheckIn.click();
    await expect(shell.heading).toHaveText(words.nav.check_in);
    await checkIn.goToDay(YESTERDAY);
    await expect(page).toHaveURL(`/check-in/${YESTERDAY}`);
    await expect(shell.sentence(fill(words.check_in.sub, { day: words.date.yesterday }))).toBeVisible();
    await checkIn.mood("awful").check();
    await checkIn.craving(9).check();
    await checkIn.finish();
    await expect(shell.sentence(words.answer.very_hard)).toBeVisible();
    await expect(shell.sentence(words.answer.strong_craving)).toBeVisible();
    await expect(shell.main.getByRole("link", { name: words.nav.help })).toBeVisible();
    await expect(checkIn.callSomeone).toBeVisible();

    await shell.open(`/check-in/${BEFORE_YESTERDAY}`);
    await checkIn.mood("low").check();
    await checkIn.craving(7).check();
    await checkIn.finish();
    await shell.open("/check-in");
    const dayBefore = checkIn.otherDays;
    await expect(dayBefore).toContainText(words.check_in.mood_awful);
    await expect(dayBefore).toContainText(fill(words.check_in.of_ten, { level: 9 }));
  });

  await test.step("A goal with a reason and steps is set", async () => {
    await shell.go("goals");
    await expect(shell.sentence(words.goals.none_text)).toBeVisible();
    await app.expectNoBarriers();
    await goals.new.first().click();
    await expect(shell.heading).toHaveText(words.goals.new);
    await goals.title.fill(my.title);
    await goals.why.fill(my.why);
    await goals.often("daily").check();
    for (const [position, step] of my.steps.entries()) {
      await goals.addStep.click();
      await goals.stepField(position + 1).fill(step);
    }
    await app.expectNoBarriers();
    await goals.save.click();
    await expect(shell.heading).toHaveText(words.nav.goals);
    await expect(goals.card(my.title)).toContainText(words.goals.daily);
    await expect(goals.card(my.title)).toContainText(fill(words.goals.this_week, { kept: 0, all: 7 }));
    await expect(goals.card(my.title)).toContainText(my.why);
    await app.expectNoBarriers();
  });

  await test.step("It is answered for, with a note, and a step is ticked", async () => {
    await goals.answer("done", goals.card(my.title)).click();
    await expect(shell.notice(fill(words.goals.reported, { outcome: words.goals.done }))).toBeVisible();
    await expect(goals.card(my.title)).toContainText(fill(words.goals.today_was, { outcome: words.goals.done }));
    await expect(goals.card(my.title)).toContainText(fill(words.goals.this_week, { kept: 1, all: 7 }));
    await goals.link(my.title).click();
    await expect(shell.heading).toHaveText(my.title);
    goalPath = new URL(page.url()).pathname;
    await goals.note.fill(my.report);
    await expect(page.getByRole("listitem").filter({ hasText: dayIn(words, TODAY).full })).toContainText(my.report);
    await goals.step(my.steps[0]).check();
    await app.expectNoBarriers();
    await page.reload();
    await expect(goals.note).toHaveValue(my.report);
    await expect(goals.step(my.steps[0])).toBeChecked();
    await expect(goals.step(my.steps[1])).not.toBeChecked();
  });

  await test.step("It rests, is taken up again, and is finished", async () => {
    await goals.pause.click();
    await expect(shell.notice(words.goals.now_paused)).toBeVisible();
    await expect(shell.sentence(fill(words.goals.paused_since, { day: dayIn(words, TODAY).monthDay }))).toBeVisible();
    await goals.takeUp.click();
    await expect(shell.notice(words.goals.taken_up)).toBeVisible();
    await expect(goals.pause).toBeVisible();
    await goals.finish.click();
    await expect(shell.notice(words.goals.finished)).toBeVisible();
    await shell.go("goals");
    await goals.list("past").check();
    await expect(goals.card(my.title)).toContainText(fill(words.goals.finished_on, { day: dayIn(words, TODAY).full }));
  });

  await test.step("Something to do is found and planned for a day and a time", async () => {
    await shell.go("plan");
    await app.expectNoBarriers();
    await plan.discover.click();
    await plan.filter("free").check();
    await plan.search.fill(WALK.query[language]);
    await expect(plan.planIt(walk)).toBeVisible();
    await app.expectNoBarriers();
    await plan.planIt(walk).click();
    await expect(plan.addSheet).toBeVisible();
    await expect(plan.what).toHaveValue(walk);
    await expect(plan.day).toHaveValue(TODAY);
    await app.expectNoBarriers();
    await plan.day.fill(TOMORROW);
    await plan.time.fill("18:30");
    await plan.save.click();
    await expect(plan.addSheet).toBeHidden();
    await expect(shell.notice(fill(words.plan.added, { day: words.date.tomorrow }))).toBeVisible();
  });

  await test.step("It is done, with how it felt before and after", async () => {
    await shell.go("plan");
    await plan.entry(walk).click();
    await expect(plan.oneSheet).toContainText(`${words.date.tomorrow} · ${timeIn(words, "18:30")}`);
    await app.expectNoBarriers();
    await plan.move.click();
    await plan.day.fill(TODAY);
    await plan.move.click();
    await expect(shell.notice(fill(words.plan.moved, { day: words.date.today }))).toBeVisible();
    await plan.entry(walk).click();
    await plan.felt("before", "low").check();
    await plan.felt("after", "good").check();
    await plan.done.click();
    await expect(plan.oneSheet).toBeHidden();
    await expect(shell.notice(words.plan.kept)).toBeVisible();
    await plan.entry(walk).click();
    await expect(plan.felt("before", "low")).toBeChecked();
    await expect(plan.felt("after", "good")).toBeChecked();
    await plan.close.click();
    await expect(plan.oneSheet).toBeHidden();
  });

  await test.step("Something of one's own is moved, let go, and taken back", async () => {
    await plan.add.click();
    await plan.what.fill(my.own);
    await plan.save.click();
    await expect(shell.notice(fill(words.plan.added, { day: words.date.today }))).toBeVisible();
    await plan.entry(my.own).click();
    await plan.move.click();
    await expect(plan.moveSheet).toBeVisible();
    await plan.day.fill(THURSDAY);
    await plan.time.fill("10:00");
    await plan.move.click();
    await expect(shell.notice(fill(words.plan.moved, { day: dayIn(words, THURSDAY).long }))).toBeVisible();
    await plan.entry(my.own).click();
    await expect(plan.oneSheet).toContainText(`${dayIn(words, THURSDAY).long} · ${timeIn(words, "10:00")}`);
    await plan.notToday.click();
    await plan.heldBack("held_weather").check();
    await plan.letGo.click();
    await expect(shell.notice(words.plan.was_let_go)).toBeVisible();
    await expect(plan.entry(my.own)).toBeHidden();
    await shell.undo.click();
    await expect(plan.entry(my.own)).toBeVisible();
  });

  await test.step("A lesson is found without accents, and says where it comes from", async () => {
    await shell.go("learn");
    await expect(shell.main.getByRole("status")).toHaveText(count(words.learn.found, lessonPaths().flat().length));
    await app.expectNoBarriers();
    await learn.search.fill(LESSON.query[language]);
    await expect(learn.lesson(lesson)).toBeVisible();
    await learn.lesson(lesson).click();
    await expect(shell.heading).toHaveText(lesson);
    await expect(learn.sources.getByRole("listitem").first()).toBeVisible();
    await expect(learn.sources).toContainText(fill(words.learn.reviewed, { day: dayIn(words, TODAY).full }));
    await expect(page).toHaveTitle(`${words.nav.learn} · Trellis`);
    await app.expectNoBarriers();
  });

  await test.step("Help is one tap away, with the emergency number and what to do", async () => {
    await shell.help.click();
    await expect(help.heading).toBeFocused();
    await expect(help.emergency("911")).toHaveAttribute("href", "tel:911");
    await expect(help.steps).toHaveCount(7);
    await expect(help.people).toBeHidden();
    await app.expectNoBarriers();
    await help.back.click();
    await expect(shell.heading).toHaveText(lesson);
  });

  await test.step("A person to call stands in Help", async () => {
    await shell.go("support");
    await expect(shell.sentence(words.support.none_text)).toBeVisible();
    await app.expectNoBarriers();
    await support.newPerson.first().click();
    await support.name.fill(my.person);
    await support.role.fill(my.role);
    await support.phone.fill("(555) 010-0142");
    await app.expectNoBarriers();
    await support.save.click();
    await expect(support.person(my.person)).toContainText(my.role);
    await expect(support.text(my.person)).toHaveAttribute("href", "sms:5550100142");
    await app.expectNoBarriers();
    await shell.help.click();
    await expect(help.people).toBeVisible();
    await expect(support.call(my.person)).toHaveAttribute("href", "tel:5550100142");
    await app.expectNoBarriers();
    await help.back.click();
  });

  await test.step("Progress shows the days as a picture and as numbers", async () => {
    await shell.go("progress");
    await expect(progress.chart).toHaveAccessibleName(has(dayIn(words, TODAY).monthDay));
    await expect(progress.showNumbers).toHaveAttribute("aria-expanded", "false");
    await progress.showNumbers.click();
    await expect(progress.showNumbers).toHaveAttribute("aria-expanded", "true");
    const row = (day) => progress.numbers.getByRole("row").filter({ hasText: dayIn(words, day).monthDay }).getByRole("cell");
    const decimal = (whole, tenth) => fill(words.date.decimal, { whole, tenth });
    await expect(row(YESTERDAY)).toHaveText([decimal(0, 0), decimal(9, 0)]);
    await expect(row(TODAY)).toHaveText([decimal(7, 5), decimal(5, 0)]);
    await expect(shell.main.getByRole("row").filter({ hasText: walk })).toContainText(words.progress.better);
    await app.expectNoBarriers();
  });

  await test.step("A report shows what is chosen and nothing else, and prints", async () => {
    await progress.report.click();
    await expect(shell.heading).toHaveText(words.nav.reports);
    await expect(progress.preview).not.toContainText(my.note);
    await progress.part("notes").check();
    await expect(progress.preview).toContainText(my.note);
    await progress.part("summary").uncheck();
    await expect(progress.preview).not.toContainText(words.report.summary_key);
    await expect(progress.preview).toContainText(my.title);
    await expect(progress.preview).toContainText(walk);
    await expect(progress.preview).toContainText(words.report.self_reported);
    await expect(progress.print).toBeEnabled();
    await app.expectNoBarriers();

    await page.emulateMedia({ media: "print" });
    await expect(shell.navigation).toBeHidden();
    await expect(shell.help).toBeHidden();
    await expect(progress.print).toBeHidden();
    await expect(progress.include).toBeHidden();
    await expect(progress.preview).toBeVisible();
    for (const format of ["A4", "Letter"]) {
      const paper = await page.pdf({ format, preferCSSPageSize: false });
      expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
      expect(paper.length).toBeGreaterThan(5_000);
    }
    await page.emulateMedia({ media: null });
  });

  await test.step("Settings and a wrong address are plain too", async () => {
    await shell.go("settings");
    await app.expectNoBarriers();
    await shell.open("/nowhere");
    await app.expectNoBarriers();
  });

  await test.step("The tab is closed, the connection goes, and all of it is still there", async () => {
    await app.untilKept();
    await page.close();
    await context.setOffline(true);
    const later = app.in({ page: await context.newPage() });
    await later.shell.open("/");
    for (const route of routes(words, language)) {
      await later.shell.follow(route.path);
      await expect(later.page, route.path).toHaveTitle(`${route.name} · Trellis`);
      if (route.heading) await expect(later.shell.heading, route.path).toHaveText(route.heading);
    }
    await later.shell.open("/");
    await expect(later.shell.heading).toContainText(my.name);
    await expect(later.today.mood("mood_good")).toBeChecked();
    await later.shell.open("/check-in");
    await expect(later.checkIn.note).toHaveValue(my.note);
    await expect(later.checkIn.feeling("hungry")).toBeChecked();
    await later.shell.open(`/check-in/${YESTERDAY}`);
    await expect(later.checkIn.craving(9)).toBeChecked();
    await later.shell.open(goalPath);
    await expect(later.shell.heading).toHaveText(my.title);
    await expect(later.shell.sentence(my.report).first()).toBeVisible();
    await later.shell.open("/plan");
    await expect(later.plan.entry(walk)).toBeVisible();
    await expect(later.plan.entry(my.own)).toBeVisible();
    await later.shell.open("/support");
    await expect(later.support.person(my.person)).toBeVisible();
    await later.shell.open("/help");
    await expect(later.help.emergency("911")).toBeVisible();
    await expect(later.support.call(my.person)).toBeVisible();
    await later.shell.open("/progress");
    await expect(later.progress.chart).toBeVisible();
    await later.shell.open("/reports/me");
    await expect(later.progress.preview).toContainText(walk);
  });
});
