// What every page has: the top bar, the navigation, one heading, what there is to say.
import { expect } from "@playwright/test";

import { begins } from "./words.js";

/** Width from which the navigation shows every place. */
const WIDE = 1024;
const IN_BAR = ["today", "goals", "plan", "support"];

export class Shell {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    this.main = page.getByRole("main");
    this.heading = page.getByRole("heading", { level: 1 });
    this.skip = page.getByRole("link", { name: /^(Skip to content|Ir al contenido)$/ });
    // The one in the bar at the top; a page may lead there too.
    this.help = page.getByRole("link", { name: words.nav.help, exact: true }).first();
    this.hide = page.getByRole("button", { name: words.nav.hide, exact: true });
    this.navigation = page.getByRole("navigation", { name: words.nav.main });
    this.more = this.navigation.getByRole("button", { name: words.nav.more });
    this.rest = page.getByRole("group", { name: words.nav.more });
    this.undo = page.getByRole("button", { name: words.common.undo, exact: true });
  }

  /** What the app has to say just now. */
  notice(text) {
    return this.page.getByRole("status").filter({ hasText: text });
  }

  /** A sentence of the page. */
  sentence(text) {
    return this.main.getByText(text);
  }

  /** Opens an address as a person types it. */
  async open(path) {
    await this.page.goto(path);
    await expect(this.main).not.toHaveAttribute("aria-busy", "true");
  }

  /** Goes to an address within the running app, as a link there would lead. */
  async follow(path) {
    await this.page.evaluate((path) => {
      const link = document.createElement("a");
      link.href = path;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
    await this.page.waitForURL((url) => url.pathname + url.search === path);
    await expect(this.main).not.toHaveAttribute("aria-busy", "true");
  }

  /** Goes to a place of the navigation: `today goals plan support learn tools progress settings`. */
  async go(place) {
    const name = this.words.nav[place];
    const inBar = IN_BAR.includes(place) || this.page.viewportSize().width >= WIDE;
    if (inBar) {
      await this.navigation.getByRole("link", { name, exact: true }).click();
    } else {
      await this.more.click();
      await this.rest.getByRole("link", { name: begins(name) }).click();
    }
    await expect(this.page).toHaveTitle(`${name} · Trellis`);
  }

  /** Presses Escape three times as fast as fingers do: the presses are sent without waiting for one another. */
  async escapeThreeTimes() {
    const session = await this.page.context().newCDPSession(this.page);
    const key = { key: "Escape", code: "Escape", windowsVirtualKeyCode: 27 };
    const types = ["keyDown", "keyUp", "keyDown", "keyUp", "keyDown", "keyUp"];
    await Promise.all(types.map((type) => session.send("Input.dispatchKeyEvent", { type, ...key })));
    await session.detach();
  }
}
