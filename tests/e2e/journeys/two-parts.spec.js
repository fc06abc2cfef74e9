// The program comes in two parts: what a first visit needs, and the other pages a moment later.
import { filesOfRelease } from "../pages/release.js";
import { liveIn } from "../pages/lived-in.js";
import { expect, test } from "../pages/trellis.js";

// Without the worker, which keeps both parts from the first visit on.
test.beforeEach(({ page }) => page.addInitScript(() => delete Navigator.prototype.serviceWorker));

const LATER = "**/*_later.wasm";
const LATER_WORDS = "**/later-words.txt";
const REFUSED = /later\.wasm|Failed to fetch|ERR_FAILED|integrity/;

/** Keeps the later part back until it is let go. */
async function keptBack(page) {
  let letGo;
  const waiting = new Promise((resolve) => (letGo = resolve));
  await page.route(LATER, async (route) => {
    await waiting;
    await route.continue();
  });
  return letGo;
}

test("the other pages are fetched by themselves once the first stands there, and only once", async ({ app, page, words }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const fetched = page.waitForResponse(LATER);
  await app.begin();
  await fetched;
  const [later, ...others] = filesOfRelease().filter((file) => file.endsWith("_later.wasm"));
  expect(others).toEqual([]);
  const place = asked.indexOf(`/${later}`);
  for (const first of [/_bg\.wasm$/, /words\.txt$/]) expect(asked.findIndex((path) => first.test(path))).toBeLessThan(place);
  await app.shell.go("goals");
  await expect(app.shell.sentence(words.goals.sub)).toBeVisible();
  await app.shell.go("settings");
  expect(asked.filter((path) => path === `/${later}`)).toHaveLength(1);
});

test("a page that is on its way says so, and comes by itself", async ({ app, page, words }) => {
  const letGo = await keptBack(page);
  await page.goto("/goals");
  await expect(app.shell.heading).toHaveText(words.nav.goals);
  await expect(app.shell.sentence(words.page.coming)).toBeVisible();
  await expect(app.shell.main).toHaveAttribute("aria-busy", "true");
  letGo();
  await expect(app.shell.sentence(words.goals.sub)).toBeVisible();
  await expect(app.shell.main).not.toHaveAttribute("aria-busy");
});

test("whoever waits for a page stays at its heading", async ({ app, page, words }) => {
  const letGo = await keptBack(page);
  await app.begin();
  await app.shell.go("support");
  await expect(app.shell.sentence(words.page.coming)).toBeVisible();
  await expect(app.shell.heading).toBeFocused();
  letGo();
  await expect(app.shell.sentence(words.page.coming)).toHaveCount(0);
  await expect(app.shell.heading).toHaveText(words.nav.support);
  await expect(app.shell.heading).toBeFocused();
});

test("a page that cannot be fetched says so plainly, and comes when it is asked for again", async ({ app, page, watch, words }) => {
  watch.expect(REFUSED);
  await page.route(LATER, (route) => route.abort());
  await app.begin();
  await app.shell.go("goals");
  await expect(app.shell.heading).toHaveText(words.nav.goals);
  await expect(app.shell.sentence(words.page.not_fetched)).toBeVisible();
  await expect(app.shell.main).not.toHaveAttribute("aria-busy");
  await app.expectNoBarriers();

  const again = page.getByRole("button", { name: words.page.try_again });
  await again.click();
  await expect(app.shell.notice(words.page.still_not_fetched)).toBeVisible();
  await expect(again).toBeFocused();

  await app.shell.help.click();
  await expect(app.help.emergency("911")).toBeVisible();
  // Coming back asks for it by itself.
  const refused = page.waitForEvent("requestfailed", (request) => request.url().endsWith("_later.wasm"));
  await page.goBack();
  await refused;
  await expect(app.shell.sentence(words.page.not_fetched)).toBeVisible();

  await page.unroute(LATER);
  await again.click();
  await expect(app.shell.sentence(words.goals.sub)).toBeVisible();
  await expect(app.shell.heading).toBeFocused();
});

test("the check-in is there without the other pages, and the next page asks for them again", async ({ app, page, watch, words }) => {
  watch.expect(REFUSED);
  await page.route(LATER, (route) => route.abort());
  await app.begin();
  await app.shell.open("/check-in");
  await expect(app.shell.heading).toHaveText(words.nav.check_in);
  await app.shell.go("support");
  await expect(app.shell.sentence(words.page.not_fetched)).toBeVisible();
  await page.unroute(LATER);
  await app.shell.go("goals");
  await expect(app.shell.sentence(words.goals.sub)).toBeVisible();
});

test("the check-in says all it has to say without the words of the others", async ({ app, page, watch, words }) => {
  watch.expect(REFUSED);
  await liveIn(app);
  const said = async () => {
    await app.shell.open("/check-in");
    await expect(app.shell.heading).toHaveText(words.nav.check_in);
    return app.shell.main.textContent();
  };
  const whole = await said();
  await page.route(LATER_WORDS, (route) => route.abort());
  expect(await said()).toBe(whole);
  // Help stands there too; the people of the record come with the later part.
  await app.shell.open("/help");
  await expect(app.help.emergency("911")).toBeVisible();
});

test("Today asks how one is before the rest has come, and the rest comes under it", async ({ app, page, words }) => {
  await app.begin();
  const letGo = await keptBack(page);
  await page.goto("/");
  await expect(app.shell.main).toHaveAttribute("aria-busy", "true");
  await app.today.mood("mood_good").check();
  await expect(app.shell.notice(words.today.mood_kept)).toBeVisible();
  await expect(app.shell.sentence(words.today.on_today)).toHaveCount(0);
  const place = () => app.today.mood("mood_good").evaluate((face) => Math.round(face.getBoundingClientRect().top));
  const before = await place();
  letGo();
  await expect(app.shell.sentence(words.today.on_today)).toBeVisible();
  await expect(app.today.mood("mood_good")).toBeChecked();
  // What a finger is about to press does not move away under it.
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(4);
});

test("where the rest cannot be fetched Today says so, and asks how one is all the same", async ({ app, page, watch, words }) => {
  watch.expect(REFUSED);
  await page.route(LATER, (route) => route.abort());
  await app.begin();
  await expect(app.shell.sentence(words.page.not_fetched)).toBeVisible();
  await app.today.mood("mood_low").check();
  await expect(app.shell.notice(words.today.mood_kept)).toBeVisible();
  await app.expectNoBarriers();
  await page.unroute(LATER);
  await page.getByRole("button", { name: words.page.try_again }).click();
  await expect(app.shell.sentence(words.today.on_today)).toBeVisible();
  await expect(app.today.mood("mood_low")).toBeChecked();
});

test("without its style the later part does not come, and it comes when asked again", async ({ app, page, watch, words }) => {
  watch.expect(/ERR_FAILED|app-later/);
  const STYLE = "**/app-later-*.css";
  await page.route(STYLE, (route) => route.abort());
  await app.begin();
  await app.shell.go("goals");
  await expect(app.shell.sentence(words.page.not_fetched)).toBeVisible();
  await page.unroute(STYLE);
  await page.getByRole("button", { name: words.page.try_again }).click();
  await expect(app.shell.sentence(words.goals.sub)).toBeVisible();
});

test("a part that is not the one that was built is not run", async ({ app, page, watch, words }) => {
  watch.expect(REFUSED);
  await page.route(LATER, (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }));
  await page.goto("/settings");
  await expect(app.shell.sentence(words.page.not_fetched)).toBeVisible();
  await expect(app.shell.help).toBeVisible();
});
