// The journeys run against the release as it lies in dist/, under the production headers.
import { defineConfig } from "@playwright/test";

const PORT = Number(process.env.TRELLIS_PORT) || 8123;
const xtask = process.env.TRELLIS_XTASK ? `"${process.env.TRELLIS_XTASK}"` : "cargo xtask";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };
const english = { locale: "en-US" };
const spanish = { locale: "es-MX" };

export default defineConfig({
  testDir: "journeys",
  outputDir: "../../target/log/journeys",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Long enough that a busy machine decides nothing: a journey that fails here fails for what it saw.
  timeout: 600_000,
  expect: { timeout: 45_000 },
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    timezoneId: "America/New_York",
    actionTimeout: 45_000,
    navigationTimeout: 90_000,
    serviceWorkers: "allow",
    // What moves is looked at in access.spec.js; elsewhere it would only make a journey wait.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.TRELLIS_CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox"],
    },
  },
  // The story of a day is told in both languages and at both widths; the rest once, and twice where words or widths matter.
  projects: [
    { name: "phone-en", use: { ...phone, ...english } },
    {
      name: "phone-es",
      use: { ...phone, ...spanish },
      testMatch: ["day.spec.js", "goals.spec.js", "meetings.spec.js", "people.spec.js", "card.spec.js", "story.spec.js"],
    },
    { name: "desktop-en", use: { ...desktop, ...english }, testMatch: "day.spec.js" },
    { name: "desktop-es", use: { ...desktop, ...spanish }, testMatch: ["day.spec.js", "help.spec.js", "bad-input.spec.js"] },
  ],
  webServer: {
    command: `${xtask} serve --no-build --port ${PORT}`,
    cwd: "../..",
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: !process.env.CI,
    timeout: 600_000,
  },
});
