// All goals, one goal, a goal being set, and the weekly review.
import { begins, fill } from "./words.js";

export class Goals {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { goals, common, ideas, progress, review } = words;
    this.new = page.getByRole("link", { name: goals.new });
    this.ideas = page.getByText(ideas.title, { exact: true });
    this.title = page.getByRole("textbox", { name: begins(goals.what) });
    this.why = page.getByRole("textbox", { name: begins(goals.why) });
    this.howOften = page.getByRole("group", { name: begins(goals.how_often) });
    this.weeks = page.getByLabel(begins(goals.how_many_weeks));
    this.until = page.getByLabel(begins(goals.until));
    this.inARow = page.getByRole("checkbox", { name: goals.in_a_row });
    this.addStep = page.getByRole("button", { name: goals.add_step });
    this.addPlan = page.getByRole("button", { name: goals.add_plan });
    this.save = page.getByRole("button", { name: common.save, exact: true });
    this.cancel = page.getByRole("button", { name: common.cancel, exact: true });
    this.change = page.getByRole("button", { name: goals.edit, exact: true });
    this.pause = page.getByRole("button", { name: goals.pause, exact: true });
    this.takeUp = page.getByRole("button", { name: goals.take_up, exact: true });
    this.finish = page.getByRole("button", { name: goals.finish, exact: true });
    this.letGo = page.getByRole("button", { name: goals.let_go, exact: true });
    this.excuse = page.getByRole("button", { name: goals.excuse, exact: true });
    this.remove = page.getByRole("button", { name: words.common.remove, exact: true });
    this.note = page.getByRole("textbox", { name: begins(goals.note) });
    this.shown = page.getByRole("group", { name: goals.show });
    this.whyPause = page.getByRole("group", { name: begins(goals.why_pause) });
    this.since = page.getByLabel(begins(goals.since_day));
    this.back = page.getByLabel(begins(goals.back_day));
    this.breakIsOver = page.getByRole("button", { name: goals.pause_over, exact: true });
    this.span = page.getByRole("group", { name: progress.span });
    this.showNumbers = page.getByRole("button", { name: progress.show_numbers });
    this.numbers = page.getByRole("group", { name: progress.numbers });
    this.reviews = page.getByRole("link", { name: review.title, exact: true });
  }

  often(key) {
    return this.howOften.getByRole("radio", { name: this.words.goals[key], exact: true });
  }

  times(number) {
    return this.howOften.getByRole("radio", { name: String(number), exact: true });
  }

  /** A goal to begin with, by its key in `ideas`. */
  idea(key) {
    return this.page.getByRole("button", { name: this.words.ideas[key], exact: true });
  }

  value(key) {
    return this.page.getByRole("checkbox", { name: this.words.goals[`value_${key}`], exact: true });
  }

  stepField(number) {
    return this.page.getByRole("textbox", { name: begins(fill(this.words.goals.step_number, { n: number })) });
  }

  stepDay(number) {
    return this.page.getByLabel(begins(fill(this.words.goals.step_day, { n: number })));
  }

  planIf(number) {
    return this.page.getByRole("textbox", { name: begins(fill(this.words.goals.plan_if, { n: number })) });
  }

  planThen(number) {
    return this.page.getByRole("textbox", { name: begins(fill(this.words.goals.plan_then, { n: number })) });
  }

  reason(key) {
    return this.whyPause.getByRole("checkbox", { name: this.words.goals[`reason_${key}`], exact: true });
  }

  /** A count of the look back: `asked done partly left_out`. */
  count(key) {
    return this.page.locator(".chart .facts > div").filter({ has: this.page.getByText(this.words.goals[key], { exact: true }) }).locator("dd");
  }

  step(title) {
    return this.page.getByRole("checkbox", { name: begins(title) });
  }

  /** The card of a goal in the list. */
  card(title) {
    return this.page.getByRole("listitem").filter({ has: this.link(title) });
  }

  link(title) {
    return this.page.getByRole("heading", { level: 2 }).getByRole("link", { name: title, exact: true });
  }

  /** One of the answers `done partly not_this_time`, within a card or on the page of a goal. */
  answer(key, within = this.page) {
    return within.getByRole("button", { name: this.words.goals[key], exact: true });
  }

  /** The list that shows goals `active paused past`, with their number. */
  list(key) {
    return this.shown.getByRole("radio", { name: begins(this.words.goals[key]) });
  }
}

/** The weekly review. */
export class Review {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { review, common } = words;
    const main = page.getByRole("main");
    this.waits = main.getByRole("link", { name: begins(review.waits) });
    this.notThisWeek = main.getByRole("button", { name: review.not_this_week, exact: true });
    this.next = main.getByRole("button", { name: review.next_step, exact: true });
    this.back = main.getByRole("button", { name: review.back, exact: true });
    this.save = main.getByRole("button", { name: common.save, exact: true });
    this.change = main.getByRole("button", { name: review.edit, exact: true });
    this.print = main.getByRole("button", { name: common.print, exact: true });
    this.remove = main.getByRole("button", { name: common.remove, exact: true });
    this.well = main.getByRole("textbox", { name: begins(review.well) });
    this.way = main.getByRole("textbox", { name: begins(review.way) });
    this.changes = main.getByRole("textbox", { name: begins(review.change_ask) });
    this.ahead = main.getByRole("textbox", { name: begins(review.next_ask) });
  }

  /** A count of the week, by its key in `review`. */
  number(key) {
    return this.page.locator(".facts > div").filter({ has: this.page.getByText(this.words.review[key], { exact: true }) }).locator("dd");
  }
}
