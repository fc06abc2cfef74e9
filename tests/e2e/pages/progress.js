// Progress, and the report made of it.
import { begins } from "./words.js";

export class Progress {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { progress, report, common } = words;
    this.chart = page.getByRole("main").getByRole("img");
    this.showNumbers = page.getByRole("button", { name: progress.show_numbers });
    this.numbers = page.getByRole("group", { name: progress.numbers }).getByRole("table");
    this.report = page.getByRole("link", { name: begins(progress.for_me) });
    this.include = page.getByRole("group", { name: report.include });
    this.from = page.getByLabel(begins(report.from));
    this.to = page.getByLabel(begins(report.to));
    this.print = page.getByRole("button", { name: common.print, exact: true });
    this.preview = page.getByRole("region", { name: report.preview });
  }

  span(key) {
    return this.page.getByRole("group", { name: this.words.progress.span }).getByRole("radio", { name: this.words.progress[key], exact: true });
  }

  part(key) {
    return this.include.getByRole("checkbox", { name: this.words.report[key], exact: true });
  }
}
