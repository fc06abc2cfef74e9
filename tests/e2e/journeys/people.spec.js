// People to call, what was agreed with them, and words for a hard hour.
import { readFileSync } from "node:fs";

import { prepare, sent } from "../pages/handing-on.js";
import { plansPath } from "../pages/plans.js";
import { kept } from "../pages/store.js";
import { begins, count, dayIn, fill, has } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

/** What is typed, in the language of the journey. */
const MY = {
  en: { name: "Maribel Q", role: "my sponsor", when: "Tuesdays", also: "forms and letters", agreed: "I may call at any hour.", promise: "I call before I use.", words: "I need you now, please call." },
  es: { name: "Maribel Q", role: "mi madrina", when: "los martes", also: "trámites y cartas", agreed: "Puedo llamar a cualquier hora.", promise: "Llamo antes de consumir.", words: "Te necesito ahora, llámame." },
};

test.beforeEach(async ({ app, page, context }) => {
  await prepare(page, context);
  await app.begin();
});

async function addPerson(app, { name, phone = "555-010-0142" }) {
  await app.shell.open("/support/people/new");
  await app.support.name.fill(name);
  await app.support.phone.fill(phone);
  await app.support.save.click();
  await expect(app.support.person(name)).toBeVisible();
}

test("a person is added with all there is to say, called, and kept in touch with", async ({ app, page, words, language }) => {
  const { support, people, shell } = app;
  const my = MY[language];

  await test.step("what is typed survives a reload", async () => {
    await shell.open("/support/people/new");
    await support.name.fill(my.name);
    await page.reload();
    await expect(support.name).toHaveValue(my.name);
  });

  await test.step("all fields", async () => {
    await people.part.selectOption({ label: words.person.sponsor });
    await support.role.fill(my.role);
    await support.phone.fill("(555) 010-0142 ext. 12 or +1 555 010 0143");
    await expect(shell.sentence(fill(words.person.dials, { numbers: "5550100142,12 · +15550100143" }))).toBeVisible();
    await expect(people.texts).toBeChecked();
    await people.more.click();
    await people.need("calm").check();
    await people.need("ride").check();
    await people.also.fill(my.also);
    await people.when.fill(my.when);
    await people.from.fill("09:00");
    await people.chat.fill("http://chat.example/x");
    await people.agreed.fill(my.agreed);
    await people.rhythm.fill("400");
    await support.save.click();
    await expect(people.chat).toHaveAccessibleDescription(has(words.person.chat_wrong));
    await expect(people.rhythm).toHaveAccessibleDescription(has(words.person.rhythm_wrong));
    await expect(people.until).toHaveAccessibleDescription(has(words.person.hours_both));
    await people.chat.fill("chat.example/maribel");
    await people.rhythm.fill("7");
    await people.until.fill("22:00");
    await app.expectNoBarriers();
    await support.save.click();
  });

  await test.step("in the list and on the page of the person", async () => {
    await expect(support.person(my.name)).toContainText(`${my.role} · ${my.when}`);
    await expect(support.call(my.name)).toHaveAttribute("href", "tel:5550100142,12");
    await expect(support.text(my.name)).toHaveAttribute("href", "sms:5550100142");
    await expect(shell.sentence(fill(words.support.reach_new, { name: my.name }))).toBeVisible();
    await app.expectNoBarriers();
    await support.person(my.name).click();
    await expect(shell.heading).toHaveText(my.name);
    await expect(page).toHaveTitle(`${words.nav.support} · Trellis`);
    const second = page.getByRole("link", { name: fill(words.support.call_number, { name: my.name, number: "+15550100143" }), exact: true });
    await expect(second).toHaveAttribute("href", "tel:+15550100143");
    const chat = page.getByRole("link", { name: fill(words.person.chat_open, { name: my.name }), exact: true });
    await expect(chat).toHaveAttribute("href", "https://chat.example/maribel");
    await expect(chat).toHaveAttribute("rel", "noopener noreferrer");
    await expect(shell.sentence(fill(words.person.chat_leaves, { host: "chat.example" }))).toBeVisible();
    await expect(shell.sentence(words.person.good_now)).toBeVisible();
    for (const said of [my.agreed, my.also, words.person.calm, words.person.ride]) await expect(shell.sentence(said)).toBeVisible();
    await app.expectNoBarriers();
  });

  await test.step("in touch, and again after a week", async () => {
    await people.inTouch.click();
    await expect(shell.sentence(words.support.talked_today)).toBeVisible();
    await shell.undo.click();
    await expect(shell.sentence(words.person.last_never)).toBeVisible();
    await people.inTouch.click();
    await shell.open("/support");
    await expect(support.person(my.name)).toBeVisible();
    await expect(shell.sentence(words.support.reach_title)).toBeHidden();
    await page.clock.setFixedTime(new Date("2026-12-02T10:00:00-05:00"));
    await shell.open("/support");
    const reach = words.support.reach_days.other;
    await expect(shell.sentence(fill(reach, { n: 8, name: my.name }))).toBeVisible();
  });

  await test.step("every way to reach them stands in Help", async () => {
    await shell.help.click();
    await expect(app.help.people).toBeVisible();
    await expect(page.getByRole("link", { name: fill(words.support.call_number, { name: my.name, number: "+15550100143" }), exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: fill(words.person.chat_open, { name: my.name }), exact: true })).toBeVisible();
    await app.expectNoBarriers();
    await shell.open("/support");
  });

  await test.step("what is changed is kept, what is not stays", async () => {
    await support.person(my.name).click();
    await people.edit.click();
    await expect(people.chat).toHaveValue("https://chat.example/maribel");
    await support.phone.fill("988");
    await people.texts.uncheck();
    await support.save.click();
    await expect(support.call(my.name)).toHaveAttribute("href", "tel:988");
    await expect(support.text(my.name)).toHaveCount(0);
    await expect(shell.sentence(my.agreed)).toBeVisible();
  });
});

test("the circle shows who is there for what, and where nobody is yet", async ({ app, page, words, language }) => {
  const { support, people, shell } = app;
  const my = MY[language];
  await shell.open("/support/circle");
  await shell.main.getByRole("link", { name: words.support.new_person, exact: true }).click();
  await support.name.fill(my.name);
  await people.more.click();
  await people.need("listen").check();
  await support.save.click();
  await expect(support.person(my.name)).toContainText(words.support.no_number);
  await page.getByRole("link", { name: begins(words.support.circle) }).click();
  await expect(people.circle("listen").getByRole("link", { name: my.name, exact: true })).toBeVisible();
  await expect(people.circle("night")).toContainText(words.person.circle_gap);
  await expect(shell.main.getByRole("link", { name: words.support.new_person, exact: true })).toHaveCount(0);
  await expect(shell.sentence(fill(words.person.circle_says.one, { n: 1, all: 10 }))).toBeVisible();
  await app.expectNoBarriers();
});

test("an agreement is made, printed and looked at again", async ({ app, page, words, language }) => {
  const { people, shell } = app;
  const my = MY[language];
  await addPerson(app, my);
  await app.support.person(my.name).click();
  await people.agree.click();

  await test.step("with sentences to start from", async () => {
    await expect(people.withWhom.locator("option:checked")).toHaveText(my.name);
    await app.support.save.click();
    await expect(people.agreementPart("commit")).toHaveAccessibleDescription(has(words.agreement.nothing));
    await people.starter("commit_1").click();
    await people.agreementPart("commit").press("Control+End");
    await people.agreementPart("commit").pressSequentially(`\n${my.promise}`);
    await people.starter("quiet_3").click();
    await page.reload();
    await expect(people.agreementPart("commit")).toHaveValue(`${words.agreement.commit_1}\n${my.promise}`);
    await expect(people.review).toHaveValue("2027-02-22");
    await people.review.fill("2026-12-01");
    await app.expectNoBarriers();
    await app.support.save.click();
  });

  await test.step("on paper", async () => {
    await people.agreement(my.name).click();
    for (const said of [words.agreement.commit, my.promise, words.agreement.quiet_3, fill(words.agreement.sign_you, { name: my.name }), words.agreement.paper_law]) {
      await expect(people.paper).toContainText(said);
    }
    await expect(people.paper).not.toContainText(words.agreement.ask);
    await app.expectNoBarriers();
    await people.print.click();
    expect(await page.evaluate(() => window.printed)).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expect(people.paper).toBeVisible();
    await expect(people.print).toBeHidden();
    await expect(shell.help).toBeHidden();
    await page.emulateMedia({ media: null });
  });

  await test.step("on its day Support says so, gently", async () => {
    await page.clock.setFixedTime(new Date("2026-12-02T10:00:00-05:00"));
    await shell.open("/support");
    await expect(shell.sentence(fill(words.support.review_due, { name: my.name }))).toBeVisible();
    await page.getByRole("link", { name: fill(words.support.review_open, { name: my.name }) }).click();
    await people.stillGood.click();
    await expect(shell.notice(words.agreement.reviewed)).toBeVisible();
    await expect(people.stillGood).toBeHidden();
    await people.end.click();
    await expect(people.paper).toContainText(fill(words.agreement.ended_on, { day: dayIn(words, "2026-12-02").full }));
    await shell.open("/support/agreements");
    await expect(page.getByRole("heading", { name: words.agreement.past, exact: true })).toBeVisible();
  });
});

test("agreements that are not finished keep their own words, each with its person", async ({ app, page, words, language }) => {
  const { people, shell } = app;
  const others = [MY[language], { ...MY[language], name: "Ben" }];
  for (const one of others) await addPerson(app, one);
  const begin = async ({ name }) => {
    await shell.open("/support");
    await app.support.person(name).click();
    await people.agree.click();
    await expect(people.withWhom.locator("option:checked")).toHaveText(name);
  };
  for (const one of others) {
    await begin(one);
    await expect(people.agreementPart("commit")).toHaveValue("");
    await people.agreementPart("commit").fill(`said to ${one.name}`);
  }
  await page.reload();
  for (const one of others) {
    await begin(one);
    await expect(people.agreementPart("commit")).toHaveValue(`said to ${one.name}`);
  }
  await app.support.save.click();
  await begin(others[1]);
  await expect(people.agreementPart("commit")).toHaveValue("");  // What is half changed goes with the agreement, and comes back with it.
  const change = page.getByRole("button", { name: words.agreement.edit, exact: true });
  const open = () => shell.open("/support/agreements").then(() => people.agreement(others[1].name).click());
  await open();
  await change.click();
  await people.agreementPart("commit").fill("half changed");
  await open();
  await people.remove.click();
  await shell.undo.click();
  await open();
  await change.click();
  await expect(people.agreementPart("commit")).toHaveValue("half changed");
});

test("words written in a calm hour are one tap away in Help", async ({ app, page, words, language }) => {
  const { people, shell, help } = app;
  const my = MY[language];
  await addPerson(app, my);
  await shell.open("/support/messages");

  await test.step("begin with a suggestion and make it one's own", async () => {
    await people.wordsCard(words.message.try_1).getByRole("button", { name: words.message.use_it, exact: true }).click();
    await expect(people.messageText).toHaveValue(words.message.try_1);
    await expect(people.messageText).toBeFocused();
    await people.messageText.fill(my.words);
    await page.reload();
    await expect(people.messageText).toHaveValue(my.words);
    await people.messageTo.selectOption({ label: my.name });
    await app.support.save.click();
    await expect(shell.notice(words.message.kept)).toBeVisible();
    await expect(people.messageText).toHaveValue("");
    await app.expectNoBarriers();
  });

  await test.step("one tap from Help", async () => {
    await shell.help.click();
    await expect(help.people).toBeVisible();
    const send = page.getByRole("link", { name: fill(words.message.text_to, { name: my.name }), exact: true });
    await send.click();
    expect(await sent(page)).toEqual([`sms:5550100142?&body=${encodeURIComponent(my.words)}`]);
    await app.expectNoBarriers();
  });

  await test.step("changed, copied, removed, and brought back", async () => {
    await shell.open("/support/messages");
    const card = people.wordsCard(my.words);
    await card.getByRole("button", { name: words.common.copy, exact: true }).click();
    await expect(shell.notice(words.common.copied)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(my.words);
    await people.messageText.fill("half a thought");
    await card.getByRole("button", { name: words.message.edit, exact: true }).click();
    await expect(people.messageText).toHaveValue(my.words);
    await shell.undo.click();
    await expect(people.messageText).toHaveValue("half a thought");
    await card.getByRole("button", { name: words.message.edit, exact: true }).click();
    await expect(people.messageText).toHaveValue(my.words);
    await people.messageText.fill(`${my.words} ♥`);
    await app.support.save.click();
    await expect(people.wordsCard(`${my.words} ♥`)).toBeVisible();
    await people.messageText.fill(my.promise);
    await app.support.save.click();
    await expect(people.wordsCard(my.promise)).toBeVisible();
    await people.wordsCard(`${my.words} ♥`).getByRole("button", { name: words.common.remove, exact: true }).click();
    await expect(people.wordsCard(`${my.words} ♥`)).toHaveCount(0);
    await shell.undo.click();
    await expect(people.wordsCard(`${my.words} ♥`)).toBeVisible();
  });
});

test("a person who is erased is found in no view, no key and no file", async ({ app, page, words, language }) => {
  const { people, shell, support, plans, goals } = app;
  const my = MY[language];
  const traces = ["Maribel", "5550100142", "555-010-0142", my.promise, my.words];
  await addPerson(app, my);
  await support.person(my.name).click();
  await people.agree.click();
  await people.agreementPart("ask").fill(my.promise);
  await support.save.click();
  await expect(people.agreement(my.name)).toBeVisible();
  await shell.open("/support/messages");
  await people.messageText.fill(my.words);
  await people.messageTo.selectOption({ label: my.name });
  await support.save.click();
  await expect(people.wordsCard(my.words)).toBeVisible();
  // Forms that were not finished, too.
  await people.messageText.fill(`${my.name}, ${my.words}`);
  await shell.open("/goals/new");
  await goals.title.fill(`♥ ${my.name}`);
  // And a line taken over into a plan.
  const line = `${my.name}, 555-010-0142`;
  await shell.open(plansPath("safety"));
  await plans.begin.click();
  for (const _ of [1, 2]) await plans.next.click();
  await plans.offer(line).click();
  await expect(plans.change(line)).toBeVisible();

  const views = ["/", "/support", "/support/circle", "/support/agreements", "/support/agreements/new", "/support/messages", "/support/card", "/plan", plansPath("safety"), "/goals", "/goals/new", "/progress", "/reports", "/help"];
  const everywhere = async () => {
    const seen = [];
    for (const path of views) {
      await shell.open(path);
      await expect(shell.heading.filter({ visible: true })).toHaveCount(1);
      const text = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll("input, textarea, [href]")].map((one) => one.value ?? one.getAttribute("href")).join("\n"));
      for (const trace of traces) if (text.includes(trace)) seen.push(`${trace} at ${path}`);
    }
    return seen;
  };
  const copy = async () => {
    await shell.open("/settings/backup");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: words.backup.plain, exact: true }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  const before = await copy();
  for (const trace of [my.name, my.promise, my.words]) expect(before).toContain(trace);

  await shell.open("/support");
  await support.person(my.name).click();
  await people.remove.click();
  await expect(people.sheet).toContainText(count(words.person.remove_agreements, 1));
  await expect(people.sheet).toContainText(count(words.person.remove_messages, 1));
  await expect(people.sheet).toContainText(count(words.person.remove_lines, 1));
  await people.sheet.getByRole("button", { name: words.common.remove, exact: true }).click();
  await expect(support.person(my.name)).toHaveCount(0);

  await test.step("undo brings all of it back", async () => {
    await shell.undo.click();
    await expect(support.person(my.name)).toBeVisible();
    await shell.open("/support/agreements");
    await expect(people.agreement(my.name)).toBeVisible();
    await shell.open("/goals/new");
    await expect(goals.title).toHaveValue(`♥ ${my.name}`);
    await shell.open(plansPath("safety"));
    await expect(shell.main).toContainText(my.name);
    await shell.open("/support");
    await support.person(my.name).click();
    await people.remove.click();
    await people.sheet.getByRole("button", { name: words.common.remove, exact: true }).click();
    await expect(support.person(my.name)).toHaveCount(0);
  });

  await page.clock.runFor(11_000);
  expect(await everywhere()).toEqual([]);
  const after = await copy();
  for (const trace of traces) expect(after).not.toContain(trace);
  expect(JSON.stringify(await kept(page))).not.toContain("Maribel");
});
