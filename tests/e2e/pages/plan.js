// The week, its sheets, and the catalogue of activities.
import { begins, has } from "./words.js";

export class Plan {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { plan, nav, common } = words;
    this.discover = page.getByRole("link", { name: nav.discover, exact: true });
    const main = page.getByRole("main");
    this.forNow = main.getByRole("link", { name: words.for_now.title, exact: true });
    this.offers = main.getByRole("listitem");
    this.others = main.getByRole("button", { name: words.for_now.others, exact: true });
    this.copy = main.getByRole("button", { name: plan.copy, exact: true });
    this.calendarFile = main.getByRole("button", { name: words.meetings.calendar_file, exact: true });
    this.again = page.getByRole("dialog").getByRole("group", { name: plan.repeat });
    this.later = page.getByRole("dialog").getByRole("button", { name: plan.later, exact: true });
    this.earlier = page.getByRole("dialog").getByRole("button", { name: plan.earlier, exact: true });
    this.hide = main.getByRole("heading", { name: words.discover.hide, exact: true });
    this.previousWeek = page.getByRole("link", { name: plan.previous_week });
    this.nextWeek = page.getByRole("link", { name: plan.next_week });
    this.add = page.getByRole("button", { name: plan.add, exact: true });
    this.addSheet = page.getByRole("dialog", { name: plan.add_title });
    this.oneSheet = page.getByRole("dialog", { name: plan.one_title });
    this.moveSheet = page.getByRole("dialog", { name: plan.move_title });
    const sheet = page.getByRole("dialog");
    this.what = sheet.getByRole("textbox", { name: begins(plan.what) });
    this.day = sheet.getByLabel(begins(plan.day));
    this.time = sheet.getByLabel(begins(plan.time));
    this.together = sheet.getByRole("checkbox", { name: plan.together });
    this.save = sheet.getByRole("button", { name: common.save, exact: true });
    this.done = sheet.getByRole("button", { name: plan.done, exact: true });
    this.move = sheet.getByRole("button", { name: plan.move_it, exact: true });
    this.notToday = sheet.getByRole("button", { name: plan.not_today, exact: true });
    this.tomorrow = sheet.getByRole("button", { name: words.doing.tomorrow, exact: true });
    this.letGo = sheet.getByRole("button", { name: words.doing.let_go, exact: true });
    this.partly = sheet.getByRole("checkbox", { name: words.doing.partly, exact: true });
    this.more = sheet.getByRole("heading", { name: words.doing.more, exact: true });
    this.timer = sheet.getByRole("timer");
    this.printMonth = main.getByRole("button", { name: words.doing.print_month, exact: true });
    this.addOwn = main.getByRole("button", { name: words.own.add, exact: true });
    this.ownSheet = page.getByRole("dialog", { name: words.own.title });
    this.close = sheet.getByRole("button", { name: common.close, exact: true });
    this.help = sheet.getByRole("link", { name: nav.help });
    this.search = page.getByRole("searchbox", { name: words.discover.search });
  }

  /** The button that opens one plan: beside it in the list of days, or the plan itself in the grid. */
  entry(title) {
    return this.page.getByRole("main").getByRole("button", { name: has(title) });
  }

  /** How it felt: `before` or `after`, one of the five moods. */
  felt(when, mood) {
    return this.page
      .getByRole("group", { name: begins(this.words.plan[when]) })
      .getByRole("radio", { name: this.words.check_in[`mood_${mood}`], exact: true });
  }

  /** How strong the urge was: `before` or `after`, 0 to 10. */
  urge(when, level) {
    return this.page
      .getByRole("group", { name: begins(this.words.doing[`urge_${when}`]) })
      .getByRole("radio", { name: String(level), exact: true });
  }

  /** What was in the way, by its key. */
  heldBack(key) {
    return this.page.getByRole("dialog").getByRole("radio", { name: this.words.table[key], exact: true });
  }

  filter(key) {
    return this.page.getByRole("checkbox", { name: this.words.discover[key], exact: true });
  }

  /** The button that adds a week to begin with. */
  template(key) {
    return this.page.getByRole("main").getByRole("button", { name: this.words.plan[key], exact: true });
  }

  likeThis(title) {
    return this.page.getByRole("button", { name: begins(this.words.discover.like_this) }).and(this.page.getByRole("button", { name: has(title) }));
  }

  notForMe(title) {
    return this.page.getByRole("button", { name: begins(this.words.own.unsuited) }).and(this.page.getByRole("button", { name: has(title) }));
  }

  favourite(title) {
    return this.page.getByRole("button", { name: `${this.words.discover.favourite}: ${title}`, exact: true });
  }

  /** The button that plans an activity of the catalogue. */
  planIt(title) {
    return this.page.getByRole("button", { name: begins(this.words.discover.plan_it) }).and(this.page.getByRole("button", { name: has(title) }));
  }
}
