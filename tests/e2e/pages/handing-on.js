// What leaves the app by the hand of the person: calls, texts, e-mails, the clipboard, the printer. Here all of it stays.

const NOW = new Date("2026-11-24T10:00:00-05:00");

/** Lets a journey copy, and notes what would leave the browser instead of leaving. */
export async function prepare(page, context) {
  await page.clock.install({ time: NOW });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // Calls, texts and e-mails would leave the browser.
  await context.addInitScript(() => {
    window.sent = [];
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href^='sms:'], a[href^='tel:'], a[href^='mailto:']");
      if (link) {
        event.preventDefault();
        window.sent.push(link.getAttribute("href"));
      }
    });
    window.print = () => (window.printed = (window.printed ?? 0) + 1);
  });
}

/** The addresses of calls, texts and e-mails that were begun. */
export const sent = (page) => page.evaluate(() => window.sent);
