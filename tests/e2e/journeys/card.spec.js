// A card of progress: only what was ticked, handed on four ways.
import { readFileSync } from "node:fs";

import { prepare, sent } from "../pages/handing-on.js";
import { kept } from "../pages/store.js";
import { begins, dayIn, fill, has } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

/** What is typed, in the language of the journey. */
const MY = {
  en: { promise: "I call before I use." },
  es: { promise: "Llamo antes de consumir." },
};

test.beforeEach(async ({ app, page, context }) => {
  await prepare(page, context);
  await app.begin();
});

test("a card is handed on four ways, with only what was ticked", async ({ app, page, words, language, browser, baseURL, watch }) => {
  const { people, shell, checkIn } = app;
  const my = MY[language];
  await shell.open("/check-in");
  await checkIn.mood("good").check();
  await checkIn.note.fill("a secret thought");
  await checkIn.finish();
  // The device's own sheet for handing on, which this browser has not.
  await page.addInitScript(() => {
    window.handed = [];
    navigator.share = async (what) => void window.handed.push(what);
  });
  await shell.open("/support/card");

  const today = dayIn(words, "2026-11-24").full;
  const line = fill(words.card.line_check_ins.one, { n: 1, days: 1 });
  await test.step("at first there is only the date", async () => {
    await expect(people.preview).toContainText(today);
    await expect(people.preview).not.toContainText(line);
    await people.makeLink.click();
    await expect(shell.sentence(words.card.need_line)).toBeVisible();
    await app.expectNoBarriers();
  });

  await test.step("what is ticked is what is shown", async () => {
    await people.item(line).check();
    await expect(shell.sentence(words.card.need_line)).toBeHidden();
    await people.item(words.card.words).check();
    await page.getByRole("textbox", { name: begins(words.card.words_label) }).fill(my.promise);
    await expect(people.preview).toContainText(line);
    await expect(people.preview).toContainText(my.promise);
    await app.expectNoBarriers();
  });

  const text = [today, line, my.promise, words.card.self_reported].join("\n");
  await test.step("as text", async () => {
    await people.copy.click();
    await expect(shell.notice(words.common.copied)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await people.share.click();
    expect(await page.evaluate(() => window.handed)).toEqual([{ text }]);
    await people.sms.click();
    await people.mail.click();
    const mail = `mailto:?subject=${encodeURIComponent(words.card.mail_subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
    expect(await sent(page)).toEqual([`sms:?&body=${encodeURIComponent(text)}`, mail]);
  });

  await test.step("as a picture", async () => {
    const download = page.waitForEvent("download");
    await people.picture.click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("card-2026-11-24.png");
    const bytes = readFileSync(await file.path());
    expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20) > 400]).toEqual([1080, true]);
  });

  await test.step("on paper", async () => {
    await people.print.click();
    expect(await page.evaluate(() => window.printed)).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expect(people.preview).toBeVisible();
    await expect(people.copy).toBeHidden();
    await page.emulateMedia({ media: null });
  });

  /** Opens a link as somebody else would, on a device of their own. */
  async function elsewhere(link, see) {
    const context = await browser.newContext({ locale: language === "en" ? "en-US" : "es-MX" });
    await watch.over(context);
    const other = app.in({ page: await context.newPage() });
    const asked = [];
    other.page.on("request", (request) => asked.push(request.url()));
    await other.page.goto(link);
    await see(other);
    expect(asked.filter((url) => url.includes("#") || url.includes(new URL(link).hash.slice(1, 20)))).toEqual([]);
    await context.close();
  }

  await test.step("as a link that opens anywhere and changes nothing", async () => {
    await people.makeLink.click();
    await expect(people.link).toBeFocused();
    const link = await people.link.inputValue();
    expect(link.startsWith(`${baseURL}/card#`)).toBe(true);
    await elsewhere(link, async (other) => {
      await expect(other.people.opened).toContainText(line);
      await expect(other.people.opened).toContainText(my.promise);
      await expect(other.page).toHaveTitle(`${words.nav.card} · Trellis`);
      await expect(other.shell.sentence(words.card.opened_safe)).toBeVisible();
      await other.expectNoBarriers();
      const before = await kept(other.page);
      await other.page.reload();
      await expect(other.people.opened).toContainText(line);
      expect(await kept(other.page)).toEqual(before);
      expect(Object.keys(before).filter((key) => /^tr\/[a-z]\//.test(key) && !key.startsWith("tr/s/"))).toEqual([]);
      await other.shell.skip.focus();
      await other.page.keyboard.press("Enter");
      await expect(other.people.opened).toContainText(my.promise);
      for (const broken of [link.slice(0, -3), `${link}AAAA`, `${baseURL}/card#<img src=x onerror=alert(1)>`, `${baseURL}/card#${"A".repeat(5000)}`, `${baseURL}/card#%00%ff`]) {
        await other.page.goto("about:blank");
        await other.page.goto(broken);
        await expect(other.shell.main.getByText(words.card.no_card)).toBeVisible();
        await expect(other.people.opened).toHaveCount(0);
      }
    });
  });

  await test.step("as a link that opens with a word", async () => {
    await people.word.fill("river stone");
    await expect(people.link).toHaveCount(0);
    await people.makeLink.click();
    await expect(shell.sentence(words.card.link_made_word)).toBeVisible();
    await expect(people.link).toBeFocused();
    await expect(people.link).toBeInViewport();
    const link = await people.link.inputValue();
    await elsewhere(link, async (other) => {
      await other.people.theirWord.fill("rivers tone");
      await other.people.open.click();
      await expect(other.people.theirWord).toHaveAccessibleDescription(has(words.card_link.wrong));
      await expect(other.people.opened).toHaveCount(0);
      await expect(other.shell.main).not.toContainText(my.promise);
      await other.people.theirWord.fill("river stone");
      await other.people.open.click();
      await expect(other.people.opened).toContainText(my.promise);
    });
  });
});
