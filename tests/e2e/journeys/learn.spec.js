// Lessons: by their paths, by what people call things, with words explained and three questions.
import { expect, test } from "../pages/trellis.js";
import { begins, count, dayIn, fill, lessonPaths, lessonQuestions, lessonTitle } from "../pages/words.js";

test("a lesson is found by what people say, explains its words, and asks three questions", async ({ app, language, words }) => {
  const { learn, shell } = app;
  await app.begin();
  await shell.open("/learn");
  for (const path of ["path_understanding", "path_body", "path_home"]) {
    await expect(shell.main.getByRole("heading", { name: words.learn[path], exact: true })).toBeVisible();
  }
  await learn.path("path_medicines").click();
  const [, medicines] = lessonPaths();
  await expect(learn.lesson(lessonTitle(language, medicines.at(-1)))).toBeVisible();

  await learn.search.fill("subs");
  await expect(learn.lesson(lessonTitle(language, "med-b"))).toBeVisible();
  await expect(shell.main.getByText(/^Buprenorphine:/)).toBeVisible();
  await app.expectNoBarriers();
  await learn.lesson(lessonTitle(language, "med-b")).click();

  const word = shell.main.getByRole("button", { name: "Buprenorphine", exact: true });
  await expect(word).toHaveAttribute("aria-expanded", "false");
  const before = await shell.main.textContent();
  await word.click();
  await expect(word).toHaveAttribute("aria-expanded", "true");
  expect((await shell.main.textContent()).length).toBeGreaterThan(before.length + 20);
  await word.click();
  await expect(shell.main).toHaveText(before);

  const questions = learn.questions;
  await expect(questions).toHaveCount(3);
  for (const question of await questions.all()) {
    await expect(question.getByRole("status")).toBeEmpty();
    await question.getByRole("radio").first().check();
    await expect(question.getByRole("status")).toHaveText(learn.judged);
  }
  await app.expectNoBarriers();
});

test("a lesson is bookmarked and has a note to self, both are there later, and a note may be kept nowhere", async ({ app, page, language, words }) => {
  const { learn, shell } = app;
  const title = lessonTitle(language, "waves");
  await app.begin();
  await shell.open("/learn/waves");
  await expect(learn.bookmark).toHaveAttribute("aria-pressed", "false");
  await learn.bookmark.click();
  await expect(learn.bookmark).toHaveAttribute("aria-pressed", "true");
  await learn.note.fill("Ask Ana about this");
  await page.reload();
  await expect(learn.bookmark).toHaveAttribute("aria-pressed", "true");
  await expect(learn.note).toHaveValue("Ask Ana about this");
  await app.expectNoBarriers();

  await shell.open("/learn");
  const marked = shell.main.getByRole("listitem").filter({ hasText: title }).first();
  await expect(shell.main.getByRole("heading", { name: words.remember.bookmarked, exact: true })).toBeVisible();
  await expect(marked).toContainText(words.remember.with_note);
  await app.expectNoBarriers();
  await learn.lesson(title).first().click();
  await learn.bookmark.click();
  await expect(learn.bookmark).toHaveAttribute("aria-pressed", "false");
  await learn.note.fill("");
  await shell.main.getByRole("checkbox", { name: words.common.dont_keep }).check();
  await learn.note.fill("Only for now");
  await page.reload();
  await expect(learn.note).toHaveValue("");
  await shell.open("/learn");
  await expect(learn.path("path_understanding")).toBeVisible();
  await expect(shell.main.getByRole("heading", { name: words.remember.bookmarked, exact: true })).toBeHidden();
});

test("answered questions come back after days, one at a time, and the look back ends kindly", async ({ app, page, language, words }) => {
  const { learn, shell } = app;
  const questions = lessonQuestions(language, "waves");
  await page.clock.install({ time: new Date("2026-11-24T10:00:00-05:00") });
  await app.begin();
  await shell.open("/learn/waves");
  for (const [place, { ask, right }] of questions.entries()) {
    const asked = learn.questions.filter({ hasText: ask });
    // The last one is answered wrong first; what is picked after that changes nothing.
    if (place === 2) {
      const wrong = asked.getByRole("radio").and(asked.locator("input:not(:checked)"));
      for (const radio of await wrong.all()) {
        const label = await radio.evaluate((input) => input.parentElement.textContent.trim());
        if (label !== right) {
          await radio.check();
          break;
        }
      }
      await expect(asked.getByRole("status")).toContainText(words.remember.comes_tomorrow);
    }
    await asked.getByRole("radio", { name: right, exact: true }).check();
    await expect(asked.getByRole("status")).toContainText(words.learn.right);
    if (place < 2) {
      await expect(asked.getByRole("status")).toContainText(fill(words.remember.comes_back, { day: dayIn(words, "2026-11-27").long }));
    }
  }
  await shell.open("/learn");
  await expect(learn.begin).toBeHidden();
  await shell.open("/learn/again");
  await expect(shell.sentence(words.remember.none)).toBeVisible();

  await page.clock.setFixedTime(new Date("2026-11-25T10:00:00-05:00"));
  await shell.open("/learn");
  await expect(shell.main).toContainText(count(words.remember.waits, 1));
  await app.expectNoBarriers();

  await page.clock.setFixedTime(new Date("2026-11-28T10:00:00-05:00"));
  await page.reload();
  await expect(shell.main).toContainText(count(words.remember.waits, 3));
  await learn.begin.click();
  await expect(shell.heading).toHaveText(words.remember.title);
  for (let place = 1; place <= 3; place += 1) {
    await expect(shell.sentence(fill(words.remember.of, { n: place, all: 3 }))).toBeVisible();
    await expect(learn.next.or(learn.finish)).toBeHidden();
    const ask = await learn.asked.locator("legend").innerText();
    const { right } = questions.find((question) => question.ask === ask);
    await learn.asked.getByRole("radio", { name: right, exact: true }).check();
    await expect(learn.asked.getByRole("status")).toHaveText(learn.judged);
    if (place === 1) await app.expectNoBarriers();
    await (place < 3 ? learn.next : learn.finish).click();
    await expect(shell.heading).toBeFocused();
  }
  await expect(shell.heading).toHaveText(words.remember.done);
  await app.expectNoBarriers();
  await shell.main.getByRole("link", { name: words.learn.all }).click();
  await expect(shell.heading).toHaveText(words.nav.learn);
  await expect(learn.begin).toBeHidden();
});

test("a lesson is read aloud by a voice of the device alone, stands still, goes on, and ends with the page", async ({ app, page, words }) => {
  const { learn, shell } = app;
  await page.addInitScript(() => {
    const said = [];
    const voice = (lang, localService) => ({ lang, localService, name: lang });
    const speech = {
      voices: [voice("en-GB", false), voice("es-MX", true)],
      speaking: false,
      pending: false,
      getVoices: () => speech.voices,
      speak: (one) => {
        said.push([one.text, one.voice?.lang]);
        speech.speaking = true;
      },
      pause: () => said.push(["pause"]),
      resume: () => said.push(["resume"]),
      cancel: () => {
        if (speech.speaking) said.push(["cancel"]);
        speech.speaking = false;
      },
    };
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
    window.said = said;
  });
  const said = () => page.evaluate(() => window.said.map(([first]) => first));
  await app.begin();
  await shell.open("/learn/waves");
  await expect(learn.bookmark).toBeVisible();
  await page.waitForTimeout(1_000);
  await expect(learn.listen).toBeHidden();

  await page.evaluate(() => window.speechSynthesis.voices.push({ lang: "en-US", localService: true, name: "Here" }));
  await learn.listen.click();
  await expect(learn.listen).toBeHidden();
  expect(await said()).toContain(await shell.heading.innerText());
  expect((await said()).join(" ")).not.toContain("**");
  expect(await page.evaluate(() => new Set(window.said.filter(([, voice]) => voice).map(([, voice]) => voice)).size)).toBe(1);
  await learn.pause.click();
  expect((await said()).at(-1)).toBe("pause");
  await learn.goOn.click();
  expect((await said()).at(-1)).toBe("resume");
  await learn.stop.click();
  expect((await said()).at(-1)).toBe("cancel");
  await learn.listen.click();
  await shell.follow("/learn");
  await expect.poll(async () => (await said()).at(-1)).toBe("cancel");
  await shell.follow("/learn/waves");
  await learn.listen.click();
  await page.evaluate(() => window.speechSynthesis && (window.speechSynthesis.speaking = false));
  await expect(learn.listen).toBeVisible();
  await expect(shell.main.getByRole("button", { name: begins(words.common.print) })).toBeVisible();
});
