// My plans for hard hours: written line by line, looked over, printed in either language, with the dates of the kit.
import { readFile } from "node:fs/promises";

import { plansPath } from "../pages/plans.js";
import { begins, count, dayIn, fill, sheetWords } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

const NOW = new Date("2026-11-24T10:00:00-05:00");
const LONG = "W".repeat(121);

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await app.begin();
});

/** How many pages there are on paper. */
async function pagesOf(page) {
  const bytes = await page.pdf({ format: "A4" });
  return (bytes.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

for (const plan of ["safety", "overdose", "warning"]) {
  test(`the plan ${plan} is filled in step by step, and every line is kept at once`, async ({ app, page, language, words }) => {
    const { plans, shell } = app;
    await shell.open("/plans");
    await expect(shell.main.getByRole("link", { name: words.nav.help, exact: true })).toBeVisible();
    await expect(plans.card(plan)).toContainText(words.sheets.none);
    await app.expectNoBarriers();
    await plans.card(plan).getByRole("link").click();
    await expect(page).toHaveURL(plansPath(plan));
    await expect(page).toHaveTitle(`${words.nav.plans} · Trellis`);
    await expect(shell.heading).toHaveText(plans.name(plan));
    await plans.begin.click();

    const parts = plan === "safety" ? 7 : 6;
    for (let part = 1; part <= parts; part += 1) {
      const asked = sheetWords(language, plan, part);
      await expect(shell.heading).toHaveText(asked.heading);
      await expect(shell.heading).toBeFocused();
      await expect(shell.sentence(fill(words.sheets.step, { n: part, all: parts }))).toBeVisible();
      await plans.offer(asked.examples[0]).click();
      await expect(plans.change(asked.examples[0])).toBeVisible();
      await expect(plans.offer(asked.examples[0])).toBeHidden();
      await plans.line.fill(`Mine ${part}`);
      if (part === 2) {
        await page.reload();
        await expect(shell.heading).toHaveText(asked.heading);
        await expect(plans.line).toHaveValue("Mine 2");
      }
      await plans.add.click();
      await expect(plans.change(`Mine ${part}`)).toBeVisible();
      await expect(plans.line).toHaveValue("");
      await expect(plans.line).toBeFocused();
      if (part === 1) await app.expectNoBarriers();
      await (part < parts ? plans.next : plans.whole).click();
    }
    await expect(shell.heading).toHaveText(plans.name(plan));
    await page.reload();
    for (let part = 1; part <= parts; part += 1) {
      await expect(shell.sentence(`Mine ${part}`)).toBeVisible();
      await expect(shell.sentence(sheetWords(language, plan, part).examples[0]).first()).toBeVisible();
    }
    await app.expectNoBarriers();
    await plans.lookOver.click();
    await expect(shell.sentence(fill(words.sheets.reviewed, { day: words.date.today }))).toBeVisible();
    await shell.open("/plans");
    await expect(plans.card(plan)).toContainText(count(words.sheets.lines, 2 * parts));
    await expect(plans.card(plan)).toContainText(fill(words.sheets.reviewed, { day: words.date.today }));
  });
}

test("lines are changed, moved and removed, each can be taken back, and people of the record are offered", async ({ app, page, words, language }) => {
  const { plans, shell } = app;
  await shell.open("/support/people/new");
  await app.support.name.fill("Ana");
  await app.support.phone.fill("555-010-0142");
  await app.support.save.click();

  await shell.open(plansPath("safety"));
  await plans.begin.click();
  for (const text of ["One", "Two", "Three"]) {
    await plans.line.fill(text);
    await plans.line.press("Enter");
    await expect(plans.change(text)).toBeVisible();
  }
  await plans.change("Three").click();
  await expect(plans.line).toBeFocused();
  await expect(plans.down).toBeHidden();
  await plans.up.click();
  await plans.up.click();
  await expect(plans.up).toBeHidden();
  await plans.line.fill(LONG);
  await plans.save.click();
  await expect(plans.line).toHaveAttribute("aria-invalid", "true");
  await plans.line.fill("Third");
  await page.reload();
  await expect(plans.line).toHaveValue("Third");
  await plans.save.click();
  await expect(plans.changes()).toHaveText([/Third/, /One/, /Two/]);
  await shell.undo.click();
  await expect(plans.changes()).toHaveText([/Three/, /One/, /Two/]);
  await plans.change("One").click();
  await plans.remove.click();
  await expect(plans.changes()).toHaveText([/Three/, /Two/]);
  await shell.undo.click();
  await expect(plans.changes()).toHaveText([/Three/, /One/, /Two/]);

  await plans.next.click();
  await plans.next.click();
  await plans.next.click();
  await expect(shell.heading).toHaveText(sheetWords(language, "safety", 4).heading);
  await plans.offer("Ana, 555-010-0142").click();
  await plans.whole.click();
  await expect(shell.main.getByRole("link", { name: fill(words.support.call, { name: "Ana, 555-010-0142" }) })).toHaveAttribute("href", "tel:5550100142");
});

test("the date of the kit is spoken of, put into a calendar without a name, and what is expired is still better than none", async ({ app, page, words }) => {
  const { plans, shell } = app;
  await shell.open(plansPath("overdose"));
  await plans.begin.click();
  await plans.line.fill("By the door");
  await plans.until.fill("2027-01-20");
  await plans.add.click();
  await expect(plans.change("By the door")).toContainText(dayIn(words, "2027-01-20").full);
  await plans.whole.click();
  await expect(shell.main).not.toContainText(words.sheets.soon.split("{")[0] + dayIn(words, "2027-01-20").full + ":");
  await app.expectNoBarriers();

  const file = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), plans.calendarFile.click()]);
    expect(download.suggestedFilename()).toBe("calendar-2026-11-24.ics");
    return readFile(await download.path(), "utf8");
  };
  const plain = await file();
  expect(plain.match(/^DTSTART.*$/gm).map((line) => line.trim())).toEqual(["DTSTART;VALUE=DATE:20261221", "DTSTART;VALUE=DATE:20270120"]);
  expect(plain).toContain(`SUMMARY:${words.sheets.remind_neutral}`);
  expect(plain).not.toMatch(/nalox|Trellis/i);
  await plans.nameIt.check();
  await expect(shell.sentence(words.sheets.remind_seen)).toBeVisible();
  expect(await file()).toContain(`SUMMARY:${words.sheets.remind_named}`);

  await page.clock.setFixedTime(new Date("2026-12-30T10:00:00-05:00"));
  await shell.open("/learn");
  await shell.main.getByRole("link", { name: words.sheets.kit_see }).click();
  const soon = fill(words.sheets.soon, { day: dayIn(words, "2027-01-20").full, what: "By the door" });
  await expect(plans.card("overdose")).toContainText(soon);
  await shell.open(plansPath("overdose"));
  await expect(shell.main).toContainText(soon);

  await page.clock.setFixedTime(new Date("2027-02-01T10:00:00-05:00"));
  await shell.open("/plans");
  await expect(plans.card("overdose")).toContainText(fill(words.sheets.past, { day: dayIn(words, "2027-01-20").full, what: "By the door" }));
});

test("a plan is printed as a card for the wallet and a page for the fridge, in either language, and nothing else is on it", async ({ app, page, words }) => {
  const { plans, shell } = app;
  await shell.open(plansPath("overdose"));
  await plans.begin.click();
  await plans.line.fill("By the front door");
  await plans.add.click();
  await plans.next.click();
  await plans.line.fill("My neighbor Luz");
  await plans.add.click();
  await plans.whole.click();

  await test.step("The card says first what to do, and where the naloxone is", async () => {
    await plans.wallet.click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expect(shell.main.getByRole("heading", { level: 1 })).toBeHidden();
    await expect(plans.wallet).toBeHidden();
    const said = await plans.paper.innerText();
    const order = [0, 1, 2, 3, 4, 5].map((part) => said.indexOf(sheetWords("en", "paper", part).heading.replace("{number}", "911")));
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(said).toContain("By the front door");
    expect(said).toContain("My neighbor Luz");
    expect(said).toContain(sheetWords("en", "paper", 6).hint);
    const sides = await plans.paper.locator(".wallet__side").evaluateAll((all) => all.map((side) => side.getBoundingClientRect()).map(({ width, height }) => [width, height]));
    const mm = 96 / 25.4;
    for (const [width, height] of sides) {
      expect(Math.abs(width - 85 * mm)).toBeLessThan(3);
      expect(height).toBeLessThan(56 * mm);
    }
    expect(await pagesOf(page)).toBe(1);
    await page.emulateMedia({ media: null });
  });

  await test.step("The page is in Spanish where it is asked for, with my own words as I wrote them", async () => {
    await plans.paperIn("Español").check();
    await plans.fridge.click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(2);
    await expect(plans.paper).toHaveAttribute("lang", "es");
    await expect(plans.paper).toContainText(sheetWords("es", "paper", 5).hint);
    await expect(plans.paper).toContainText(sheetWords("es", "overdose", 2).heading);
    await expect(plans.paper).toContainText("By the front door");
    await app.expectNoBarriers();
    expect(await pagesOf(page)).toBe(1);
    await expect(page).toHaveTitle(`${words.nav.plans} · Trellis`);
  });
});

test("signs in three colours have a shape and a word, and print whole", async ({ app, page, language }) => {
  const { plans, shell } = app;
  await shell.open(plansPath("warning"));
  await expect(shell.main.locator(".sheet-pair")).toHaveCount(3);
  for (const [place, part] of [1, 3, 5].entries()) {
    const heading = sheetWords(language, "warning", part).heading;
    await expect(shell.main.locator(".sheet-pair").nth(place)).toContainText(heading);
  }
  await plans.begin.click();
  await plans.line.fill("I sleep");
  await plans.add.click();
  await plans.whole.click();
  await plans.fridge.click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  await expect(plans.paper).toContainText("I sleep");
  await expect(plans.paper).toContainText(sheetWords(language, "paper", 6).hint);
  await expect(shell.main.getByRole("link", { name: begins(app.words.nav.help) }).first()).toBeVisible();
});
