// All goals, one goal, and a goal being set.
import { begins, fill } from "./words.js";

export class Goals {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { goals, common } = words;
    this.new = page.getByRole("link", { name: goals.new });
    this.title = page.getByRole("textbox", { name: begins(goals.what) });
    this.why = page.getByRole("textbox", { name: begins(goals.why) });
    this.howOften = page.getByRole("group", { name: begins(goals.how_often) });
    this.addStep = page.getByRole("button", { name: goals.add_step });
    this.save = page.getByRole("button", { name: common.save, exact: true });
    this.cancel = page.getByRole("button", { name: common.cancel, exact: true });
    this.change = page.getByRole("button", { name: goals.edit, exact: true });
    this.pause = page.getByRole("button", { name: goals.pause, exact: true });
    this.takeUp = page.getByRole("button", { name: goals.take_up, exact: true });
    this.finish = page.getByRole("button", { name: goals.finish, exact: true });
    this.letGo = page.getByRole("button", { name: goals.let_go, exact: true });
    this.remove = page.getByRole("button", { name: words.common.remove, exact: true });
    this.note = page.getByRole("textbox", { name: begins(goals.note) });
    this.shown = page.getByRole("group", { name: goals.show });
  }

  often(key) {
    return this.howOften.getByRole("radio", { name: this.words.goals[key], exact: true });
  }

  stepField(number) {
    return this.page.getByRole("textbox", { name: begins(fill(this.words.goals.step_number, { n: number })) });
  }

  step(title) {
    return this.page.getByRole("checkbox", { name: title, exact: true });
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
