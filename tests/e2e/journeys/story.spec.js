// What a group gives besides its hour: a story of one's own, words for hard moments, others who feel the same, a first meeting.
import { begins, count, fill, has } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

const NOW = new Date("2026-11-24T10:00:00-05:00");
const LONELY = ["groups_help", "peers_help", "millions", "four_questions", "what_helps_after"];
const LAPSE = ["one_use", "self_blame", "like_asthma", "adjust_treatment", "tries", "feelings_first"];

const mine = {
  en: {
    title: "For Thursday",
    before: "I hid in the back room.\nNobody knew where I was.",
    turn: "My sister drove over and stayed.",
    message: "You can ask for one hour.",
    clinic: "What I need from the clinic",
    own: "Hi Ana, do you have ten minutes? & no advice, please",
  },
  es: {
    title: "Para el jueves",
    before: "Me escondía en el cuarto de atrás.\nNadie sabía dónde estaba.",
    turn: "Mi hermana vino y se quedó.",
    message: "Puedes pedir una hora.",
    clinic: "Lo que necesito de la clínica",
    own: "Hola Ana, ¿tienes diez minutos? & sin consejos, por favor",
  },
};

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.begin();
});

test("a story is written in parts, told to someone else, practiced, printed and handed on", async ({ app, page, context, language }) => {
  const { story, shell, words } = app;
  const my = mine[language];

  await test.step("It begins anywhere and survives a reload in the middle", async () => {
    await shell.open("/support");
    await shell.main.getByRole("link", { name: begins(words.story.title) }).click();
    await expect(shell.heading).toHaveText(words.story.title);
    await expect(page).toHaveTitle(`${words.story.title} · Trellis`);
    await expect(shell.sentence(words.story.none)).toBeVisible();
    await expect(shell.sentence(words.story.care_case)).toBeVisible();
    await app.expectNoBarriers();
    await story.begin.click();
    await expect(story.listener("group")).toBeChecked();
    await expect(shell.sentence(words.story.tip_group)).toBeVisible();
    await story.title.fill(my.title);
    await story.before.fill(my.before);
    await story.listener("one_person").check();
    await page.reload();
    await expect(story.title).toHaveValue(my.title);
    await expect(story.before).toHaveValue(my.before);
    await expect(story.listener("one_person")).toBeChecked();
    await expect(shell.sentence(words.story.tip_one_person)).toBeVisible();
    await story.listener("group").check();
    await story.turn.fill(my.turn);
    await story.message.fill(my.message);
    await expect(story.length).toContainText(words.story.aloud_short);
    await app.expectNoBarriers();
    await story.save.click();
    await expect(page).toHaveURL("/support/story");
    await expect(story.one(my.title)).toContainText(words.story.for_group);
  });

  await test.step("It is read in its parts, those without words left out", async () => {
    await story.one(my.title).click();
    await expect(shell.heading).toHaveText(my.title);
    await expect(page).toHaveTitle(`${words.story.title} · Trellis`);
    const parts = shell.main.getByRole("article").getByRole("heading", { level: 2 });
    await expect(parts).toHaveText([words.story.before, words.story.turn, words.story.message]);
    await app.expectNoBarriers();
  });

  await test.step("A version for a clinician is a copy to change; the first stays as it was", async () => {
    await story.listener("clinician", story.version).check();
    await story.make.click();
    await expect(shell.notice(words.story.made)).toBeVisible();
    await expect(story.listener("clinician")).toBeChecked();
    await expect(story.before).toHaveValue(my.before);
    await story.title.fill(my.clinic);
    await page.reload();
    await expect(story.title).toHaveValue(my.clinic);
    await expect(shell.sentence(words.unfinished.restored)).toBeVisible();
    await story.save.click();
    await expect(shell.heading).toHaveText(my.clinic);
    await expect(shell.main).toContainText(words.story.for_clinician);
    await page.reload();
    await expect(shell.heading).toHaveText(my.clinic);
    await shell.open("/support/story");
    await expect(story.one(my.clinic)).toContainText(words.story.for_clinician);
    await expect(story.one(my.title)).toContainText(words.story.for_group);
  });

  await test.step("Practice has a clock that counts up, rests, and never rings", async () => {
    await story.one(my.title).click();
    await story.practice.click();
    await expect(shell.heading).toBeFocused();
    await expect(story.clock).toHaveText("0:00");
    await story.aim.getByRole("radio", { name: fill(words.story.aim_minutes, { n: 2 }), exact: true }).check();
    await expect(shell.sentence(fill(words.story.of, { n: 2 }))).toBeVisible();
    await page.clock.pauseAt(new Date("2026-11-24T11:00:00-05:00"));
    await story.start.click();
    await page.clock.runFor(65_000);
    await expect(story.clock).toHaveText("1:05");
    await story.pause.click();
    await page.clock.runFor(30_000);
    await expect(story.clock).toHaveText("1:05");
    await story.goOn.click();
    await page.clock.runFor(60_000);
    await expect(story.clock).toHaveText("2:05");
    await expect(shell.sentence(fill(words.story.past, { n: 2 }))).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime > 10).length)).toBe(0);
    await expect(shell.sentence(my.turn)).toBeVisible();
    await story.again.click();
    await expect(story.clock).toHaveText("0:00");
    await page.clock.resume();
    await app.expectNoBarriers();
    await story.done.click();
    await expect(shell.heading).toHaveText(my.title);
  });

  await test.step("On paper stand the words and nothing else", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(shell.sentence(my.turn)).toBeVisible();
    await expect(shell.heading).toBeVisible();
    await expect(story.practice).toBeHidden();
    await expect(shell.help).toBeHidden();
    await expect(shell.sentence(words.story.care)).toBeHidden();
    await page.emulateMedia({ media: null });
  });

  await test.step("It leaves only by hand, without its name and its listener", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await story.copy.click();
    await expect(shell.notice(words.common.copied)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${my.before}\n\n${my.turn}\n\n${my.message}`);
  });

  await test.step("It can be removed, and brought back", async () => {
    await story.remove.click();
    await expect(page).toHaveURL("/support/story");
    await expect(story.one(my.title)).toHaveCount(0);
    await shell.undo.click();
    await expect(story.one(my.title)).toBeVisible();
    await page.reload();
    await expect(story.one(my.title)).toBeVisible();
  });
});

test("a version says what it lacks, and dropped changes come back", async ({ app, page, words, language }) => {
  const { story, shell } = app;
  const my = mine[language];
  await shell.open("/support/story/new");
  await story.save.click();
  await expect(story.before).toHaveAccessibleDescription(has(words.story.empty));
  await story.title.fill("");
  await story.now.fill("é".repeat(10_001));
  await story.save.click();
  await expect(story.title).toHaveAccessibleDescription(has(words.problem.empty));
  await expect(story.now).toHaveAccessibleDescription(has(fill(words.problem.too_long, { limit: 10_000, n: 1 })));
  await story.title.fill(my.title);
  await story.now.fill(Array(260).fill("word").join(" "));
  await expect(story.length).toContainText(`${count(words.story.words, 260)} · ${fill(words.story.aloud, { n: 2 })}`);
  await story.save.click();
  await story.one(my.title).click();
  await story.change.click();
  await story.turn.fill(my.turn);
  await story.cancel.click();
  await expect(shell.sentence(my.turn)).toHaveCount(0);
  await shell.undo.click();
  await page.reload();
  await expect(story.turn).toHaveValue(my.turn);
  await story.save.click();
  await expect(shell.sentence(my.turn)).toBeVisible();
  await shell.open("/support/story/019ac000-0000-7000-8000-000000000000");
  await expect(shell.sentence(words.story.not_found)).toBeVisible();
});

test("a lonely day is answered with what many report and where that comes from, the same all day", async ({ app, page, words }) => {
  const { checkIn, story, shell, today } = app;
  await shell.open("/check-in/2026-11-01");
  await checkIn.mood("okay").check();
  await checkIn.finish();
  await expect(story.others).toHaveCount(1);

  await shell.open("/check-in");
  await checkIn.feeling("lonely").check();
  await checkIn.finish();
  await expect(story.others).toContainText(story.sentences(LONELY));
  await expect(story.others).toContainText(has(words.shared.source.replace("{source}", "")));
  await expect(story.others.locator("[data-facts]")).toHaveAttribute("data-facts", /^[\d. ]+$/);
  await app.expectNoBarriers();
  const said = () => story.others.locator("[data-facts]").innerText();
  const first = await said();
  const all = new Set([first]);
  for (let turn = 1; turn < LONELY.length; turn += 1) {
    await story.another.click();
    await expect.poll(said).not.toBe(first);
    all.add(await said());
  }
  expect(all.size).toBe(LONELY.length);
  await story.another.click();
  await expect.poll(said).toBe(first);

  await shell.open("/");
  await expect(today.editCheckIn).toBeVisible();
  const fold = story.fold(words.shared.title);
  await expect(fold.locator("[data-facts]")).toBeHidden();
  await fold.locator("summary").click();
  await expect(fold).toContainText(first);
  await app.expectNoBarriers();
  await story.more.click();
  await expect(story.topic("lonely")).toBeChecked();
  await expect(story.report).toContainText(first);
  await page.reload();
  await expect(story.report).toContainText(first);
});

test("whoever used again reads of no one's fault, of the danger after a break, and of people", async ({ app, words }) => {
  const { story, shell } = app;
  await shell.open("/support/shared");
  await expect(shell.heading).toHaveText(words.shared.title);
  await story.topic("lapse").check();
  await expect(story.report).toBeInViewport({ ratio: 0.3 });
  for (let turn = 0; turn < LAPSE.length; turn += 1) {
    await expect(story.report).toContainText(story.sentences(LAPSE));
    await expect(story.report).toContainText(words.shared.near_use);
    await story.another.click();
  }
  await expect(shell.main.getByRole("link", { name: words.nav.help })).toBeVisible();
  await expect(shell.main.getByRole("link", { name: words.shared.call })).toBeVisible();
  await app.expectNoBarriers();
  for (const [key, near] of [["craving", true], ["first_days", true], ["sleep", false], ["medicine", false]]) {
    await story.topic(key).check();
    await expect(story.report.getByText(words.shared.near_use)).toHaveCount(near ? 1 : 0);
  }
});

test("the guide to a first meeting opens by keyboard and prints whole", async ({ app, page, words }) => {
  const { story, shell } = app;
  const { guide } = words;
  await shell.open("/support");
  await shell.main.getByRole("link", { name: begins(guide.title) }).click();
  await expect(page).toHaveURL("/support/meetings/guide");
  await expect(shell.heading).toHaveText(guide.title);
  await expect(shell.sentence(guide.happens_1)).toBeVisible();
  await expect(shell.sentence(guide.start_1)).toBeHidden();
  await app.expectNoBarriers();

  const summary = story.fold(guide.start).locator("summary");
  for (let pressed = 0; pressed < 30 && !(await summary.evaluate((element) => element === document.activeElement)); pressed += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(summary).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(shell.sentence(guide.start_1)).toBeVisible();
  await page.keyboard.press("Space");
  await expect(shell.sentence(guide.start_1)).toBeHidden();

  await page.emulateMedia({ media: "print" });
  await expect(shell.sentence(guide.medicine_care)).toBeVisible();
  await expect(shell.sentence(guide.start_8)).toBeVisible();
  await expect(story.openAll).toBeHidden();
  await page.emulateMedia({ media: null });

  await story.openAll.click();
  for (const sentence of [guide.say_2, guide.medicine_care, guide.online_4, guide.start_8]) await expect(shell.sentence(sentence)).toBeVisible();
  await app.expectNoBarriers();
  await story.closeAll.click();
  await expect(shell.sentence(guide.start_8)).toBeHidden();
});

test("a card is turned by keyboard, keeps own words, and hands them to the phone's messages", async ({ app, page, words, language }) => {
  const { story, shell } = app;
  const { phrases } = words;
  const my = mine[language];
  await shell.open("/support/phrases");
  await expect(story.card(1, 24)).toBeVisible();
  await expect(shell.sentence(phrases.reach_1)).toBeVisible();
  await expect(shell.sentence(phrases.reach_1_words)).toHaveCount(0);
  await story.turnCard.focus();
  await page.keyboard.press("Enter");
  await expect(shell.sentence(phrases.reach_1_words)).toBeVisible();
  await expect(story.turnBack).toBeFocused();
  await expect(story.textIt).toHaveAttribute("href", `sms:?&body=${encodeURIComponent(phrases.reach_1_words).replaceAll("'", "%27")}`);
  await app.expectNoBarriers();
  await story.ownWords.fill(my.own);
  await expect(story.textIt).toHaveAttribute("href", `sms:?&body=${encodeURIComponent(my.own)}`);
  await story.nextCard.click();
  await expect(story.card(2, 24)).toBeFocused();
  await expect(shell.sentence(phrases.reach_2_words)).toHaveCount(0);
  await story.turnCard.click();
  await expect(story.ownWords).toHaveValue("");
  await expect(shell.sentence(words.shared.near_use)).toBeVisible();

  await page.reload();
  await story.turnCard.click();
  await expect(story.ownWords).toHaveValue(my.own);

  await story.cards.getByRole("radio", { name: phrases.refuse, exact: true }).check();
  await expect(story.card(1, 8)).toBeVisible();
  await expect(shell.sentence(phrases.refuse_1)).toBeVisible();
  await story.previousCard.click();
  await expect(story.card(8, 8)).toBeVisible();
  await expect(shell.sentence(phrases.refuse_8)).toBeVisible();
});

test("the drawings of empty places are drawn", async ({ app, page }) => {
  await app.shell.open("/support/story");
  for (const name of ["people", "seedling", "sunrise"]) {
    const width = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      return image.decode().then(() => image.naturalWidth, () => 0);
    }, `/art/${name}.svg`);
    expect(width, name).toBeGreaterThan(0);
  }
});
