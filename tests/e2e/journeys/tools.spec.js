// Tools for hard moments: from a craving to something to do in three taps, one step at a time, and what helped so far.
import { fill, has, begins } from "../pages/words.js";
import { toolsOf } from "../pages/tools.js";
import { expect, test } from "../pages/trellis.js";

const NOW = new Date("2026-11-24T10:00:00-05:00");
const TOOLS = toolsOf("en");
const toolOf = (slug) => TOOLS.find((tool) => tool.slug === slug);

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.begin();
});

test("from a craving to a tool that runs it is three taps, with someone to call beside it", async ({ app, page, words }) => {
  const { tools, shell, support } = app;
  await shell.open("/support/people/new");
  await support.name.fill("Ana");
  await support.phone.fill("555-010-0142");
  await support.save.click();
  await expect(support.person("Ana")).toBeVisible();

  await shell.go("tools");
  await expect(shell.heading).toHaveText(words.nav.tools);
  await app.expectNoBarriers();
  await tools.door.click();
  await expect(shell.heading).toHaveText(words.tools.craving);
  await expect(page).toHaveTitle(`${words.nav.tools} · Trellis`);
  await expect(shell.sentence(words.tools.near_tolerance)).toBeVisible();
  await expect(support.call("Ana")).toHaveAttribute("href", "tel:5550100142");
  await app.expectNoBarriers();

  await tools.level(9).check();
  await tools.one(toolOf("surfing").title).click();
  await expect(tools.level(9)).toBeChecked();
  await tools.start.click();
  await expect(shell.sentence(toolOf("surfing").steps[0].said)).toBeVisible();
  await expect(tools.next).toBeInViewport({ ratio: 1 });
  await expect(shell.help).toBeVisible();

  await test.step("It can be stopped at any time, and what was rated stays", async () => {
    await tools.next.click();
    await tools.stop.click();
    await expect(shell.heading).toBeFocused();
    await expect(shell.sentence(words.tools.after_stopped)).toBeVisible();
    await tools.level(8).check();
    await expect(shell.sentence(words.tools.line_strong)).toBeVisible();
    await expect(shell.sentence(words.tools.near_tolerance)).toBeVisible();
    await expect(support.call("Ana")).toBeVisible();
    await expect(shell.main.getByRole("link", { name: words.nav.help, exact: true }).first()).toBeVisible();
    await app.expectNoBarriers();
    await tools.done.click();
    await expect(shell.notice(words.tools.kept)).toBeVisible();
    await tools.one(toolOf("surfing").title).first().click();
    await expect(tools.history).toContainText(fill(words.tools.was_both, { before: 9, after: 8 }));
    await expect(tools.level(9)).not.toBeChecked();
  });

  await test.step("A use can be removed, and comes back", async () => {
    await tools.history.getByRole("button").click();
    await expect(tools.history).toHaveCount(0);
    await shell.undo.click();
    await expect(tools.history).toBeVisible();
    await page.reload();
    await expect(tools.history).toContainText(fill(words.tools.was_both, { before: 9, after: 8 }));
  });
});

for (const tool of TOOLS) {
  test(`${tool.slug} says first what must be known, and runs to its end`, async ({ app, page, words }) => {
    const { tools, shell } = app;
    await shell.open(`/tools/${tool.slug}`);
    await expect(shell.heading).toHaveText(tool.title);
    for (const care of tool.cares) await expect(shell.sentence(care)).toBeVisible();
    await expect(shell.main.getByRole("link", { name: words.nav.help, exact: true }).first()).toBeVisible();
    await page.clock.pauseAt(new Date("2026-11-24T11:00:00-05:00"));
    await tools.begin();
    for (const [place, step] of tool.steps.entries()) {
      await expect(tools.place(place + 1, tool.steps.length)).toBeVisible();
      await expect(shell.sentence(step.said)).toBeVisible();
      if (step.sign === "=" && step.numbers.length) {
        await expect(tools.count).toHaveText("0:00");
        await expect(shell.sentence(words.tools.stay_on)).toHaveCount(0);
        await page.clock.runFor(step.numbers[0] * 1000 + 500);
        // The count ends nothing: it goes on, and so does the step.
        await expect(shell.sentence(words.tools.stay_on)).toBeVisible();
        await page.clock.runFor(60_000);
        await expect(shell.sentence(step.said)).toBeVisible();
      }
      if (step.sign === "~") {
        const [inward, , outward, rounds] = step.numbers;
        await expect(tools.word).toContainText(words.tools.breathe_in);
        await page.clock.runFor(inward * 1000);
        await expect(tools.word).toContainText(words.tools.breathe_out);
        await page.clock.runFor((inward + outward) * rounds * 1000);
        await expect(tools.word).toContainText(words.tools.breathe_over);
      }
      if (step.sign === "?") await expect(tools.answer).toBeVisible();
      await expect(tools.next).toBeInViewport({ ratio: 1 });
      await tools.next.click();
    }
    await page.clock.resume();
    await expect(shell.heading).toHaveText(words.tools.after_title);
    await expect(shell.sentence(words.tools.near_tolerance)).toHaveCount(tool.nearUse ? 1 : 0);
    await tools.done.click();
    await expect(page).toHaveURL("/tools");
    await shell.undo.click();
    await shell.open(`/tools/${tool.slug}`);
    await expect(tools.history).toHaveCount(0);
  });
}

test("who may be drowsy is asked before any slow breath, again after a reload, and is led to Help", async ({ app, page, words }) => {
  const { tools, shell, help } = app;
  await shell.open("/tools/breathing");
  await expect(shell.sentence(words.tools.drowsy)).toBeVisible();
  await expect(tools.start).toHaveCount(0);
  await tools.awake.click();
  await tools.next.click();
  await tools.next.click();
  await expect(tools.word).toContainText(words.tools.breathe_in);
  await app.expectNoBarriers();
  await page.reload();
  await expect(shell.sentence(words.tools.drowsy)).toBeVisible();
  await expect(tools.word).toHaveCount(0);
  await tools.awake.click();
  await expect(tools.word).toBeVisible();

  await test.step("The counts are the person's own, within what is safe", async () => {
    await page.clock.pauseAt(new Date("2026-11-24T11:00:00-05:00"));
    const shorter = shell.main.getByRole("button", { name: words.tools.out_shorter });
    for (let press = 0; press < 9; press += 1) await shorter.click();
    await expect(shell.sentence(fill(words.tools.pace_out, { n: 2 }))).toBeVisible();
    await expect(shell.sentence(words.tools.dizzy)).toBeVisible();
    await page.clock.runFor(4_000);
    await expect(tools.word).toContainText(words.tools.breathe_out);
    await page.clock.runFor(2_000);
    await expect(tools.word).toContainText(words.tools.breathe_in);
    await tools.pause.click();
    await expect(tools.word).toContainText(words.tools.breathe_rest);
    await page.clock.runFor(20_000);
    await expect(tools.word).toContainText(words.tools.breathe_rest);
    await page.clock.resume();
  });

  await shell.open("/tools/breathing");
  await tools.drowsy.click();
  await expect(help.heading).toBeVisible();
});

test.describe("with motion", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("the flower opens and closes with the breath", async ({ app, page }) => {
    const { tools } = app;
    await app.shell.open("/tools/breathing");
    await tools.awake.click();
    await tools.next.click();
    await tools.next.click();
    const moving = () => page.evaluate(() => document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime > 1000).length);
    await expect.poll(moving).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.reload();
    await tools.awake.click();
    await expect(tools.word).toContainText(/[1-4]/);
    expect(await moving()).toBe(0);
  });
});

test("what is written survives a reload, is kept with the use, and an unfinished use is never lost", async ({ app, page, words }) => {
  const { tools, shell } = app;
  const delay = toolOf("delay");
  const asked = delay.steps.filter(({ sign }) => sign === "?").map(({ said }) => said);
  await shell.open("/tools/delay");
  await tools.level(7).check();
  await page.reload();
  await expect(tools.level(7)).toBeChecked();
  await tools.start.click();
  await tools.next.click();
  await tools.choice("After I eat something").click();
  await expect(tools.answer).toHaveValue("After I eat something");
  await expect(tools.choice("After I eat something")).toHaveAttribute("aria-pressed", "true");
  await tools.choice("In 10 minutes").click();
  await tools.choice("After I eat something").click();
  await expect(tools.answer).toHaveValue("In 10 minutes");
  await tools.answer.press("End");
  await tools.answer.pressSequentially(", at the door");
  await page.reload();
  await expect(tools.place(2, delay.steps.length)).toBeVisible();
  await expect(tools.answer).toHaveValue("In 10 minutes, at the door");

  await test.step("An answer that is too long is refused and stays", async () => {
    await tools.answer.fill("é".repeat(1001));
    await expect(tools.answer).toHaveAccessibleDescription(has(fill(words.problem.too_long, { limit: "1000", n: 1 })));
    await tools.answer.fill("In 10 minutes, at the door");
  });

  await test.step("Hours later it is offered, and starting anew keeps it", async () => {
    await page.clock.setSystemTime(new Date("2026-11-24T16:00:00-05:00"));
    await page.reload();
    await expect(shell.heading).toHaveText(delay.title);
    await expect(tools.goOn).toBeVisible();
    await tools.anew.click();
    await expect(tools.history).toContainText(fill(words.tools.was_before, { before: 7 }));
    await expect(tools.history).toContainText(asked[0]);
    await expect(tools.history).toContainText("In 10 minutes, at the door");
    await expect(tools.level(7)).not.toBeChecked();
    await expect(tools.start).toBeVisible();
    await app.expectNoBarriers();
    await shell.undo.click();
    await expect(tools.goOn).toBeVisible();
    await expect(tools.level(7)).toBeChecked();
    await expect(tools.history).toHaveCount(0);
    await tools.anew.click();
    await expect(tools.start).toBeVisible();
  });

  await test.step("What is not to be kept is not kept, and comes back if that was a slip", async () => {
    await tools.finish();
    await tools.level(3).check();
    await tools.dontKeep.click();
    await expect(shell.notice(words.tools.dropped)).toBeVisible();
    await shell.undo.click();
    await expect(tools.level(3)).toBeChecked();
    await tools.done.click();
    await shell.open("/tools/delay");
    await expect(tools.history).toContainText(fill(words.tools.was_after, { after: 3 }));
  });
});

test("after three rated uses a tool says how it went, and is offered first", async ({ app, page, words }) => {
  const { tools, shell } = app;
  const kindness = toolOf("kindness");
  await shell.open("/tools");
  await expect(tools.helped).toHaveCount(0);
  for (const [before, after] of [[8, 3], [7, 3]]) await tools.use(app, "kindness", before, after);
  await expect(tools.helped).toContainText(kindness.title);
  await expect(tools.helped).toContainText(words.helps.too_early);
  await shell.follow("/tools/craving");
  await expect(shell.main.getByRole("link", { name: begins(kindness.title) })).toHaveCount(0);
  await tools.use(app, "kindness", 8, 3);
  await expect(tools.helped).toContainText(has(words.tools.eased.split("{")[0]));
  await expect(tools.helped).not.toContainText(words.helps.too_early);
  await app.expectNoBarriers();
  await shell.follow("/tools/craving");
  const offered = shell.main.locator("section").filter({ hasText: words.tools.choose }).getByRole("listitem");
  await expect(offered).toHaveCount(3);
  await expect(offered.first()).toContainText(kindness.title);
  await page.reload();
  await expect(offered.first()).toContainText(kindness.title);
});

test("with the keyboard alone a craving is rated, a tool chosen, done and rated again", async ({ app, page, words }) => {
  const { tools, shell } = app;
  const active = (locator) => locator.evaluate((element) => element === document.activeElement);
  const tabTo = async (locator, presses = 40) => {
    for (let pressed = 0; pressed < presses && !(await active(locator)); pressed += 1) await page.keyboard.press("Tab");
    await expect(locator).toBeFocused();
  };
  await shell.open("/tools/craving");
  await tabTo(tools.level(0));
  await page.keyboard.press("Space");
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  await expect(tools.level(6)).toBeChecked();
  await tabTo(tools.one(toolOf("grounding").title));
  await page.keyboard.press("Enter");
  await expect(shell.heading).toHaveText(toolOf("grounding").title);
  await tabTo(tools.start);
  await page.keyboard.press("Enter");
  await expect(shell.heading).toBeFocused();
  await tabTo(tools.next);
  for (let step = 1; step < toolOf("grounding").steps.length; step += 1) {
    await page.keyboard.press("Enter");
    await expect(tools.place(step + 1, toolOf("grounding").steps.length)).toBeVisible();
    await expect(tools.next).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(shell.heading).toBeFocused();
  await tabTo(tools.level(0));
  await page.keyboard.press("Space");
  await expect(shell.sentence(words.tools.line_eased)).toBeVisible();
  await tabTo(tools.done);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/tools");
});

/** A device with these voices, that writes down what it is asked to say and to do. */
const senses = (voices) => {
  window.said = [];
  window.pulses = [];
  navigator.vibrate = (pattern) => window.pulses.push(pattern);
  const speech = new EventTarget();
  Object.assign(speech, {
    speaking: false,
    getVoices: () => voices,
    speak: (utterance) => window.said.push(utterance.text),
    cancel: () => window.said.push("(silence)"),
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
};

test("a voice of the device says each step, and falls silent when the page is left; a voice of elsewhere is not offered", async ({ app, page, context }) => {
  const { tools, shell } = app;
  const surfing = toolOf("surfing");
  await context.addInitScript(senses, [{ lang: "en-US", localService: true, default: true }]);
  await shell.open("/tools/surfing");
  await tools.option("aloud").check();
  await tools.option("vibrate").check();
  await tools.start.click();
  const said = () => page.evaluate(() => window.said.filter((text) => text !== "(silence)"));
  await expect.poll(said).toEqual([surfing.steps[0].said]);
  await page.clock.pauseAt(new Date("2026-11-24T11:00:00-05:00"));
  await tools.next.click();
  await expect.poll(said).toEqual([surfing.steps[0].said, surfing.steps[1].said]);
  await page.clock.runFor(21_000);
  await expect.poll(() => page.evaluate(() => window.pulses.some((pattern) => pattern.length === 1))).toBe(true);
  await page.clock.resume();
  await page.evaluate(() => (window.said = []));
  await shell.follow("/goals");
  expect(await page.evaluate(() => window.said)).toContain("(silence)");

  const elsewhere = await context.newPage();
  await elsewhere.addInitScript(senses, [{ lang: "en-US", localService: false, default: true }, { lang: "es-MX", localService: true }]);
  const other = app.in({ page: elsewhere });
  await other.shell.open("/tools/grounding");
  await expect(other.tools.option("vibrate")).toBeVisible();
  await expect(other.tools.option("aloud")).toHaveCount(0);
});

test("the page can be made dark, and calm steps go on by themselves where that was asked for", async ({ app, page }) => {
  const { tools, shell } = app;
  const muscles = toolOf("muscles");
  await page.emulateMedia({ colorScheme: "light" });
  await shell.open("/tools/surfing");
  await expect(tools.option("moves_on")).toHaveCount(0);
  await shell.open("/tools/muscles");
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector(".app")).backgroundColor);
  const light = await ground();
  await tools.option("dim").check();
  await expect.poll(ground).not.toBe(light);
  await app.expectNoBarriers();
  await tools.option("moves_on").check();
  await tools.start.click();
  await app.expectNoBarriers();
  await page.clock.pauseAt(new Date("2026-11-24T11:00:00-05:00"));
  const counted = muscles.steps.findIndex(({ sign, numbers }) => sign === "=" && numbers.length);
  for (let step = 0; step < counted; step += 1) await tools.next.click();
  await expect(tools.place(counted + 1, muscles.steps.length)).toBeVisible();
  await page.clock.runFor(16_000);
  await expect(tools.place(counted + 2, muscles.steps.length)).toBeVisible();
  await page.clock.resume();
  await shell.follow("/goals");
  await expect.poll(ground).toBe(light);
});

test("a strong craving in the check-in leads to something to do", async ({ app, words }) => {
  const { checkIn, shell } = app;
  await shell.open("/check-in");
  await checkIn.craving(9).check();
  await checkIn.finish();
  await shell.main.getByRole("link", { name: words.check_in.craving_tools }).click();
  await expect(shell.heading).toHaveText(words.tools.craving);
});
