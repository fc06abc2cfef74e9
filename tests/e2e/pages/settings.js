// Settings.
import { begins } from "./words.js";

export class Settings {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { settings } = words;
    this.languages = page.getByRole("group", { name: settings.language, exact: true });
    this.themes = page.getByRole("group", { name: settings.theme, exact: true });
    this.sizes = page.getByRole("group", { name: settings.text_size, exact: true });
    this.name = page.getByRole("textbox", { name: begins(words.welcome.name) });
    this.dayEnds = page.getByRole("group", { name: begins(settings.day_ends) });
    this.country = page.getByRole("combobox", { name: settings.country });
    this.download = page.getByRole("button", { name: words.erase.download });
    this.erase = page.getByRole("main").getByRole("button", { name: words.erase.erase, exact: true });
    this.eraseSheet = page.getByRole("dialog", { name: settings.erase_title });
    this.sure = this.eraseSheet.getByRole("checkbox", { name: words.erase.erase_sure });
    this.eraseNow = this.eraseSheet.getByRole("button", { name: words.erase.erase, exact: true });
    this.lostSheet = page.getByRole("dialog", { name: words.lock.erase_instead });
    this.keepIt = this.eraseSheet.getByRole("button", { name: words.erase.keep_it });
  }

  language(name) {
    return this.languages.getByRole("radio", { name, exact: true });
  }

  theme(key) {
    return this.themes.getByRole("radio", { name: this.words.settings[`theme_${key}`], exact: true });
  }

  size(key) {
    return this.sizes.getByRole("radio", { name: this.words.settings[`text_${key}`], exact: true });
  }
}
