// My plans: the three of them, one part after the other, the whole, paper and calendar.
import { begins, fill, sheetWords } from "./words.js";

const SLUGS = { safety: "safety", overdose: "overdose", warning: "warning-signs" };

/** The address of a plan. */
export const plansPath = (plan) => `/plans/${SLUGS[plan]}`;

export class Plans {
  constructor(page, words, language) {
    Object.assign(this, { page, words, language });
    const { sheets, meetings, report, common } = words;
    const main = page.getByRole("main");
    const button = (name) => main.getByRole("button", { name, exact: true });
    this.begin = button(sheets.begin);
    this.goOn = button(sheets.go_on);
    this.next = button(sheets.next);
    this.back = button(sheets.back);
    this.whole = button(sheets.whole);
    this.line = main.getByRole("textbox", { name: begins(sheets.write) });
    this.until = main.getByLabel(begins(sheets.until));
    this.add = button(sheets.add);
    this.save = button(common.save);
    this.up = button(sheets.move_up);
    this.down = button(sheets.move_down);
    this.remove = button(sheets.remove_line);
    this.lookOver = button(sheets.look_over);
    this.wallet = button(sheets.wallet);
    this.fridge = button(sheets.fridge);
    this.paper = main.getByRole("region", { name: report.preview });
    this.nameIt = main.getByRole("checkbox", { name: sheets.remind_name_it });
    this.calendarFile = button(meetings.calendar_file);
  }

  /** What a plan is called. */
  name(plan) {
    return sheetWords(this.language, plan, 0).heading;
  }

  card(plan) {
    return this.page.getByRole("main").getByRole("listitem").filter({ has: this.page.getByRole("link", { name: begins(this.name(plan)) }) });
  }

  /** A line that may be taken as it is. */
  offer(text) {
    return this.page.getByRole("main").getByRole("button", { name: text, exact: true });
  }

  /** The button that opens a line to be changed. */
  change(text) {
    return this.page.getByRole("main").getByRole("button", { name: fill(this.words.sheets.change_line, { line: text }), exact: true });
  }

  /** The lines of the part shown, in their order. */
  changes() {
    return this.page.getByRole("main").getByRole("button", { name: begins(this.words.sheets.change_line.split("{")[0]) });
  }

  /** The language of what is not the person's own on paper. */
  paperIn(name) {
    return this.page.getByRole("group", { name: begins(this.words.sheets.paper_language) }).getByRole("radio", { name, exact: true });
  }
}
