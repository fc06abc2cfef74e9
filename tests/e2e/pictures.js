// Takes the pictures of the README: `npm run pictures`.
// Three invented weeks are lived through in the app itself, day by day, and what they look like is kept in docs/pictures/.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";

import { chromium } from "@playwright/test";

import { Trellis } from "./pages/trellis.js";
import { activityTitle } from "./pages/words.js";

const ROOT = new URL("../../", import.meta.url);
const PORT = process.env.TRELLIS_PORT || "8123";
const SITE = `http://127.0.0.1:${PORT}`;
const TO = new URL("docs/pictures/", ROOT).pathname;

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
/** A sheet of A4 at the resolution of the web. */
const SHEET = { width: 794, height: 1123 };

const MOODS = ["awful", "low", "okay", "good", "great"];
const LAST = 24;
/** From November 2 on: mood, craving, sleep, and whether the walk was done. */
const DAYS = [
  [1, 7, "badly", 0], [1, 6, "badly", 1], [2, 6, "so_so", 0], [1, 8, "badly", 0], [0, 9, "badly", 0], [1, 7, "so_so", 1], [2, 6, "so_so", 1],
  [2, 5, "so_so", 0], [2, 6, "badly", 1], [3, 4, "well", 1], [2, 5, "so_so", 0], [2, 4, "so_so", 1], [3, 4, "well", 1], [1, 6, "badly", 0],
  [2, 4, "so_so", 1], [3, 3, "well", 1], [3, 4, "so_so", 0], [3, 3, "well", 1], [2, 4, "so_so", 1], [3, 2, "well", 1], [4, 2, "well", 1],
  [3, 3, "so_so", 1], [3, 3, "so_so", 0],
];

const WALK = "Walk after dinner";
const TABLETS = "Take my tablets with breakfast";
const CLASSES = "Ask about the evening classes";

const GOALS = [
  { title: TABLETS, why: "Steady mornings make the rest of the day possible.", often: "daily" },
  { title: WALK, why: "I sleep better, and Lena says I laugh more.", often: "weekdays" },
  { title: CLASSES, why: "I want to work with my hands again.", often: "once", steps: ["Find the opening hours", "Write down three questions"] },
];

const PEOPLE = [
  { name: "Lena", role: "My sister", phone: "555 010 0142" },
  { name: "Jules", role: "From the Thursday group", phone: "555 010 0177" },
];

/** What is planned for the last week, as day of the month, time, what, and whether it is with others. */
const PLANS = [
  [23, "08:30", "Pick up my tablets", false],
  [23, "18:30", "Walk with Jules", true],
  [24, "08:00", "Oats and a quiet coffee", false],
  [24, "18:30", "Soup with Lena", true],
  [25, "16:00", "Laundry and a podcast", false],
  [26, "19:00", "Thursday group", true],
  [28, "10:30", activityTitle("en", 6), false],
  [29, "15:00", activityTitle("en", 1), false],
];

/** Serves dist/ if nobody does yet. Gives back how to stop it. */
async function serve() {
  const answers = () => fetch(SITE).then((response) => response.ok, () => false);
  if (await answers()) return () => {};
  const server = spawn("cargo", ["xtask", "serve", "--no-build", "--port", PORT], { cwd: ROOT, stdio: "inherit", detached: true });
  for (let tries = 0; tries < 600 && !(await answers()); tries += 1) await new Promise((done) => setTimeout(done, 500));
  return () => process.kill(-server.pid);
}

const at = (day, time) => new Date(`2026-11-${String(day).padStart(2, "0")}T${time}:00-05:00`);
const iso = (day) => `2026-11-${String(day).padStart(2, "0")}`;

async function begin({ page, shell, welcome, goals, support }) {
  await page.clock.install({ time: at(2, "19:00") });
  await shell.open("/");
  await welcome.next.click();
  await welcome.name.fill("Sam");
  await welcome.next.click();
  await welcome.purpose("fill_time").check();
  await welcome.start.click();
  for (const { title, why, often, steps = [] } of GOALS) {
    await shell.open("/goals/new");
    await goals.title.fill(title);
    await goals.why.fill(why);
    await goals.often(often).check();
    for (const [position, step] of steps.entries()) {
      await goals.addStep.click();
      await goals.stepField(position + 1).fill(step);
    }
    await goals.save.click();
    await goals.card(title).waitFor();
  }
  for (const { name, role, phone } of PEOPLE) {
    await shell.open("/support/people/new");
    await support.name.fill(name);
    await support.role.fill(role);
    await support.phone.fill(phone);
    await support.save.click();
    await support.person(name).waitFor();
  }
}

/** An evening: a check-in and an answer to what was due. */
async function live({ page, shell, checkIn, today }, day) {
  const [mood, craving, sleep, walked] = DAYS[day - 2];
  await page.clock.setSystemTime(at(day, "20:00"));
  await shell.open("/check-in");
  await checkIn.mood(MOODS[mood]).check();
  await checkIn.craving(craving).check();
  await checkIn.sleep(sleep).check();
  if (day === LAST) return;
  await checkIn.finish();
  await shell.open("/");
  const answer = (title, key) => today.goal(title).getByRole("button", { name: key, exact: true }).click();
  await answer(TABLETS, mood === 0 ? "Not this time" : "Done");
  if (await today.goal(WALK).count()) await answer(WALK, walked ? "Done" : "Not this time");
}

/** The plan of the last week, with what is behind already done. */
async function planWeek({ page, shell, plan }) {
  await page.clock.setSystemTime(at(23, "07:00"));
  await shell.open("/plan");
  for (const [day, time, what, together] of PLANS) {
    await plan.add.click();
    await plan.what.fill(what);
    await plan.day.fill(iso(day));
    await plan.time.fill(time);
    if (together) await plan.together.check();
    await plan.save.click();
    await plan.entry(what).first().waitFor();
  }
  for (const [what, before, after] of [[PLANS[0][2], "okay", "okay"], [PLANS[1][2], "low", "good"], [PLANS[2][2], "okay", "good"]]) {
    await plan.entry(what).first().click();
    await plan.felt("before", before).check();
    await plan.felt("after", after).check();
    await plan.done.click();
    await plan.oneSheet.waitFor({ state: "hidden" });
  }
}

/** Ten in the morning of the last day: how it stands. */
async function picture(app) {
  const { page, shell, checkIn, today, progress, help } = app;
  const take = async (name, size, path, ready) => {
    await page.setViewportSize(size);
    await shell.open(path);
    await ready().waitFor();
    await page.screenshot({ path: `${TO}${name}.png` });
  };
  await page.clock.setSystemTime(at(LAST, "10:00"));
  await page.setViewportSize(PHONE);
  await shell.open("/check-in");
  await checkIn.mood("good").check();
  await checkIn.craving(3).check();
  await checkIn.sleep("so_so").check();
  await checkIn.feeling("tired").check();
  await checkIn.note.fill("Slept in bits. The morning was calm.");
  await checkIn.smallThing.fill("Ten minutes outside before lunch");

  await take("today-phone", PHONE, "/", () => today.editCheckIn);
  await take("check-in-phone", PHONE, "/check-in", () => checkIn.note);
  await take("help-phone", PHONE, "/help", () => help.emergency("911"));
  await take("plan-desktop", DESKTOP, "/plan", () => app.plan.entry("Thursday group").first());
  await take("progress-desktop", DESKTOP, "/progress", () => progress.chart);
  await page.setViewportSize(SHEET);
  await shell.open("/reports/me");
  await progress.preview.waitFor();
  await page.emulateMedia({ media: "print" });
  // The margin that print.css asks of the printer.
  await page.evaluate(() => Object.assign(document.body.style, { padding: "15mm 16mm 18mm" }));
  await page.screenshot({ path: `${TO}report-print.png` });
}

const stop = await serve();
const browser = await chromium.launch({ executablePath: process.env.TRELLIS_CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await mkdir(TO, { recursive: true });
  const context = await browser.newContext({
    baseURL: SITE,
    locale: "en-US",
    timezoneId: "America/New_York",
    viewport: DESKTOP,
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  context.setDefaultTimeout(20_000);
  const app = new Trellis(await context.newPage(), "en");
  await begin(app);
  for (let day = 2; day < LAST; day += 1) await live(app, day);
  await planWeek(app);
  await picture(app);
} finally {
  await browser.close();
  stop();
}
