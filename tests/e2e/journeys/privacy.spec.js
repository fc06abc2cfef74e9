// Nothing leaves the device, and nothing that was typed stands where others may read it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

import { TYPED, liveIn } from "../pages/lived-in.js";
import { routes } from "../pages/routes.js";
import { kept } from "../pages/store.js";
import { expect, test } from "../pages/trellis.js";

const everywhere = (app) => [...routes(app.words, app.language).map(({ path }) => path), "/help", "/away.html"];

/** Opens every address and waits until it stands. */
async function tour(app, paths = everywhere(app)) {
  for (const path of paths) {
    await app.page.goto(path);
    await expect(app.shell.main, path).not.toHaveAttribute("aria-busy", "true");
    await expect(app.shell.heading, path).toBeVisible();
  }
}

/** The headers that `rule` of public/_headers sets. */
function headersOf(rule) {
  const text = readFileSync(new URL("../../../public/_headers", import.meta.url), "utf8");
  const lines = text.split("\n");
  const first = lines.indexOf(rule) + 1;
  const length = lines.slice(first).findIndex((line) => !line.startsWith("  "));
  return lines.slice(first, first + length).map((line) => {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line);
    return [name.toLowerCase(), value];
  });
}

test("a tour of every page asks no one else, sets no cookie and breaks no rule", async ({ app, context, page, watch, baseURL }) => {
  const asked = new Set();
  const cookies = [];
  context.on("request", (request) => asked.add(new URL(request.url()).origin));
  context.on("response", async (response) => {
    if (response.headers()["set-cookie"]) cookies.push(response.url());
  });
  await liveIn(app);
  await tour(app);
  expect([...asked].filter((origin) => origin !== "null")).toEqual([new URL(baseURL).origin]);
  expect(cookies).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
  expect(watch.unexpected()).toEqual([]);
});

test("the record lies in localStorage under keys of our own, and nowhere else", async ({ app, page }) => {
  await liveIn(app);
  await app.shell.open("/");
  const keys = Object.keys(await kept(page));
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !key.startsWith("tr/"))).toEqual([]);
  const elsewhere = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    session: Object.keys(sessionStorage).filter((key) => !key.startsWith("tr/")),
    name: window.name,
  }));
  expect(elsewhere).toEqual({ databases: 0, session: [], name: "" });
});

test("the page comes with the headers that public/_headers says", async ({ request }) => {
  const expected = headersOf("/*");
  expect(expected.length).toBeGreaterThan(6);
  for (const path of ["/", "/goals", "/help", "/away.html", "/sw.js", "/missing.js"]) {
    const headers = (await request.get(path)).headers();
    for (const [name, value] of expected) expect(headers[name], `${name} of ${path}`).toBe(value);
    expect(headers).not.toHaveProperty("set-cookie");
  }
});

test.describe("a stranger", () => {
  let stranger;
  let visits;
  let away;

  test.beforeEach(async () => {
    visits = [];
    stranger = createServer((request, response) => {
      visits.push(request.url);
      response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" }).end();
    });
    stranger.on("upgrade", (request, socket) => {
      visits.push(request.url);
      socket.destroy();
    });
    await new Promise((ready) => stranger.listen(0, "127.0.0.1", ready));
    away = `127.0.0.1:${stranger.address().port}`;
    // Someone else could reach it.
    await fetch(`http://${away}/hello`);
    expect(visits).toEqual(["/hello"]);
    visits = [];
  });

  test.afterEach(async () => {
    stranger.closeAllConnections();
    await new Promise((closed) => stranger.close(closed));
  });

  /** Ways of a page to send something out, and the rule that refuses each. */
  const PROBES = {
    fetch: ["connect-src", (to) => fetch(`http://${to}/fetch`)],
    request: [
      "connect-src",
      (to) => {
        const request = new XMLHttpRequest();
        request.open("GET", `http://${to}/request`);
        request.send();
      },
    ],
    beacon: ["connect-src", (to) => navigator.sendBeacon(`http://${to}/beacon`, "typed")],
    socket: ["connect-src", (to) => void new WebSocket(`ws://${to}/socket`)],
    events: ["connect-src", (to) => void new EventSource(`http://${to}/events`)],
    image: ["img-src", (to) => void (new Image().src = `http://${to}/image`)],
    style: ["style-src-elem", (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `http://${to}/style` }))],
    frame: ["frame-src", (to) => document.body.append(Object.assign(document.createElement("iframe"), { src: `http://${to}/frame` }))],
    media: ["media-src", (to) => void (new Audio().src = `http://${to}/media`)],
    form: [
      "form-action",
      (to) => {
        const form = Object.assign(document.createElement("form"), { action: `http://${to}/form`, method: "post" });
        document.body.append(form);
        form.submit();
      },
    ],
  };

  for (const [name, [rule, probe]] of Object.entries(PROBES)) {
    test(`is not reached by ${name}`, async ({ app, page, watch }) => {
      watch.expect(new RegExp(`${away}|violates the following|Refused`));
      await app.begin();
      await page.evaluate(() => {
        window.refused = [];
        document.addEventListener("securitypolicyviolation", (event) => window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
      });
      // The probe is handed over as text because a function cannot be passed beside its argument.
      await page.evaluate(`Promise.resolve().then(() => (${probe})("${away}")).catch(() => {})`);
      const scheme = name === "socket" ? "ws" : "http";
      // Of a frame the browser says only whose it would have been.
      const blocked = new RegExp(`^${rule} ${scheme}://${away}(/${name})?$`);
      await expect.poll(() => page.evaluate(() => window.refused)).toContainEqual(expect.stringMatching(blocked));
      expect(visits).toEqual([]);
      expect(await page.evaluate(() => location.pathname)).toBe("/");
    });
  }

  test("brings no script in, and no text becomes a script", async ({ app, page, watch }) => {
    watch.expect(/trusted-types|script-src|TrustedScript|violates the following/);
    await app.begin();
    const outcomes = await page.evaluate(async (to) => {
      // What a tester calls may evaluate text; a later turn is the page's own.
      await new Promise((turn) => setTimeout(turn));
      const tried = (work) => {
        try {
          work();
          return "went through";
        } catch (error) {
          return error.name;
        }
      };
      const script = () => document.createElement("script");
      const scripted = (text) => Object.assign(script(), { textContent: text });
      return {
        address: tried(() => (script().src = `http://${to}/script.js`)),
        ownAddress: tried(() => (script().src = "/boot.js")),
        attribute: tried(() => script().setAttribute("src", `http://${to}/script.js`)),
        text: tried(() => document.head.append(scripted("window.ran = true"))),
        evaluated: tried(() => (0, eval)("window.ran = true")),
        made: tried(() => new Function("window.ran = true")()),
        markup: tried(() => (document.createElement("div").innerHTML = "<img src=x onerror='window.ran = true'>")),
        worker: tried(() => new Worker(`http://${to}/worker.js`)),
        policy: tried(() => trustedTypes.createPolicy("another", {})),
      };
    }, away);
    expect(outcomes).toEqual({
      address: "TypeError",
      ownAddress: "TypeError",
      attribute: "TypeError",
      text: "TypeError",
      evaluated: "EvalError",
      made: "EvalError",
      markup: "TypeError",
      worker: "TypeError",
      policy: "TypeError",
    });
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    expect(visits).toEqual([]);
  });
});

test("once it is on the device, a tour without a connection asks for nothing it does not have", async ({ app, context }) => {
  const { goal, person } = await liveIn(app);
  await app.untilComplete();
  await context.setOffline(true);
  const failed = [];
  // What a navigation cuts short has not failed.
  context.on("requestfailed", (request) => {
    if (request.failure().errorText !== "net::ERR_ABORTED") failed.push(`${request.url()} ${request.failure().errorText}`);
  });
  await tour(app, [...everywhere(app), goal, person]);
  await app.shell.open("/settings");
  await app.settings.language("Español").click();
  const spanish = app.in({ language: "es" });
  await expect(spanish.shell.heading).toHaveText(spanish.words.nav.settings);
  await tour(spanish);
  expect(failed).toEqual([]);
});

test("no title and no address holds anything that was typed", async ({ app, context, page }) => {
  const seen = new Set();
  context.on("request", (request) => seen.add(decodeURIComponent(request.url())));
  page.on("framenavigated", (frame) => seen.add(decodeURIComponent(frame.url())));
  await page.addInitScript(() => {
    const titles = (window.titles = []);
    new MutationObserver(() => titles.push(document.title)).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const look = async () => {
    for (const text of await page.evaluate(() => [...window.titles, document.title, location.href])) seen.add(decodeURIComponent(text));
  };
  const { goal, person } = await liveIn(app);
  for (const path of [goal, person, "/", "/check-in", "/plan", "/reports/me", "/support"]) {
    await app.shell.open(path);
    await expect(app.shell.heading).toBeVisible();
    await look();
  }
  await app.shell.open("/learn");
  await app.learn.search.fill(TYPED.query);
  await expect(app.shell.sentence(app.words.learn.nothing)).toBeVisible();
  await look();
  await app.shell.open("/plan/discover");
  await app.plan.search.fill(TYPED.query);
  await expect(app.shell.sentence(app.words.discover.nothing)).toBeVisible();
  await app.page.keyboard.press("Enter");
  await look();
  expect(seen.size).toBeGreaterThan(20);
  for (const text of seen) for (const typed of Object.values(TYPED)) expect(text).not.toContain(typed);
});
