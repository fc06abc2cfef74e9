// The app on the home screen: its manifest, and the copy of it that lies on the device.
import { createHash } from "node:crypto";

import { built, filesOfRelease, isLate } from "../pages/release.js";
import { dayIn } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

/** The size that stands in the head of a PNG. */
function sizeOfPng(bytes) {
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

async function manifestOf(page, request) {
  await page.goto("/");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  return (await request.get(href)).json();
}

test("the manifest says all that a home screen asks", async ({ page, request }) => {
  const manifest = await manifestOf(page, request);
  expect(manifest).toMatchObject({ id: "/", name: "Trellis", short_name: "Trellis", start_url: "/", scope: "/", display: "standalone", lang: "en" });
  const [light] = await page.locator("meta[name=theme-color]").evaluateAll((all) => all.map((meta) => meta.content));
  expect(manifest.theme_color).toBe(light);
  expect(manifest.background_color).toBe(light);
  expect(JSON.stringify(manifest)).not.toMatch(/recover|sober|addict|drug|alcohol/i);
});

test("every icon is there in the size and type it declares", async ({ page, request }) => {
  const { icons } = await manifestOf(page, request);
  for (const icon of icons) {
    const response = await request.get(icon.src);
    expect(response.status(), icon.src).toBe(200);
    expect(response.headers()["content-type"], icon.src).toBe(icon.type);
    if (icon.type === "image/png") expect(sizeOfPng(await response.body()), icon.src).toBe(icon.sizes);
  }
  const sizes = (purpose, type) => icons.filter((icon) => icon.purpose.split(" ").includes(purpose) && icon.type === type).map((icon) => icon.sizes);
  expect(sizes("any", "image/png")).toEqual(["192x192", "512x512"]);
  expect(sizes("maskable", "image/png")).toEqual(["192x192", "512x512"]);
  const touch = await request.get(await page.locator("link[rel=apple-touch-icon]").getAttribute("href"));
  expect(sizeOfPng(await touch.body())).toBe("180x180");
});

test("every shortcut leads where it says", async ({ app, page, request }) => {
  const { shortcuts } = await manifestOf(page, request);
  expect(shortcuts).toHaveLength(2);
  for (const { name, url } of shortcuts) {
    await page.goto(url);
    await expect(app.shell.heading).toHaveText(name);
    await expect(page).toHaveTitle(`${name} · Trellis`);
  }
});

test("a page that came past the copy on the device is served from it all the same", async ({ app, context, page }) => {
  await app.begin();
  await app.untilKept();
  const browser = await context.newCDPSession(page);
  // What Shift and Reload do: the worker is passed by.
  const loaded = page.waitForEvent("load");
  await browser.send("Page.reload", { ignoreCache: true });
  await loaded;
  await app.untilKept();
  await context.setOffline(true);
  await app.shell.go("goals");
  await page.reload();
  await expect(app.shell.heading).toHaveText(app.words.nav.goals);
});

test("the browser finds nothing that stands in the way of installing", async ({ app, page, context }) => {
  await app.begin();
  await app.untilKept();
  const browser = await context.newCDPSession(page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const { errors } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
});

test("the worker keeps every file of the release, and each is the one that was built", async () => {
  const source = built("sw.js").toString();
  const list = JSON.parse(/^const PRECACHE = (\[.*\]);$/m.exec(source)[1]);
  const address = (file) => (file === "index.html" ? "/" : `/${file}`);
  const files = filesOfRelease();
  expect(list.map(([url]) => url).sort()).toEqual(files.map(address).sort());
  const sums = new Map(list);
  for (const file of files) {
    const sum = createHash("sha256").update(built(file)).digest("base64url");
    expect(sums.get(address(file)), file).toBe(sum);
  }
});

test("the worker waits until the person asks for the new version", () => {
  const source = built("sw.js").toString();
  const handler = /addEventListener\("message", \(event\) => \{\n(.*?)\n\}\);/s.exec(source)[1];
  expect(handler).toContain("skipWaiting()");
  expect(source.match(/skipWaiting/g)).toHaveLength(1);
});

test("the whole release lies in the browser after one visit, the large files last", async ({ app }) => {
  await app.begin();
  await app.untilKept();
  const all = filesOfRelease().map((file) => (file === "index.html" ? "/" : `/${file}`)).sort();
  const { names, paths } = await app.cached();
  expect(names).toHaveLength(1);
  expect(paths).toEqual(expect.arrayContaining(all.filter((path) => !isLate(path))));
  await app.untilComplete();
  expect((await app.cached()).paths).toEqual(all);
});

test("where data is to be saved, the large files come with their first use", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await app.begin();
  await app.untilKept();
  expect((await app.cached()).paths.filter(isLate)).toEqual([]);
  await app.shell.open("/settings/backup");
  await app.keeping.made();
  await app.untilComplete();
});

test("a page deep inside opens and reloads without a connection", async ({ app, context, page, words }) => {
  await app.begin();
  await app.untilKept();
  await context.setOffline(true);
  const deep = {
    "/check-in/2020-02-29": dayIn(words, "2020-02-29").full,
    "/plan/2026-W48": words.plan.sub,
    "/plan/discover": words.discover.sub,
    "/learn/waves": words.learn.sources,
    "/support/people/new": words.support.only_here,
    "/reports/me": words.report.sub,
    "/goals/019ac000-0000-7000-8000-000000000000": words.goals.not_found_text,
  };
  for (const [path, sentence] of Object.entries(deep)) {
    await app.shell.open(path);
    await expect(app.shell.sentence(sentence).first(), path).toBeVisible();
    await page.reload();
    await expect(app.shell.sentence(sentence).first(), path).toBeVisible();
    await expect(page).toHaveURL(path);
  }
  await page.goto("/help");
  await expect(app.help.emergency("911")).toBeVisible();
  await page.reload();
  await expect(app.help.emergency("911")).toBeVisible();
});

test.describe("as it is sent", () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ["/", "/away.html", "/help-en.html", "/help-es.html", "/missing.html"]) {
    test(`${path} has no script, style or handler of its own`, async ({ page, watch }) => {
      watch.expect(/404/);
      await page.goto(path);
      await expect(page.locator("script:not([src])")).toHaveCount(0);
      await expect(page.locator("style")).toHaveCount(0);
      await expect(page.locator("[style]")).toHaveCount(0);
      await expect(page.locator("xpath=//*[@*[starts-with(name(), 'on')]]")).toHaveCount(0);
      await expect(page.locator("a[href^='javascript:'], base, iframe, object, embed")).toHaveCount(0);
    });
  }
});
