// Lessons: by their paths, by what people call things, with words explained and three questions.
import { expect, test } from "../pages/trellis.js";
import { lessonPaths, lessonTitle } from "../pages/words.js";

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
