// Hobbies, rewards and money.
import { begins, has } from "./words.js";

export class Hobbies {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const main = page.getByRole("main");
    const button = (name) => main.getByRole("button", { name, exact: true });
    this.main = main;
    this.title = main.getByLabel(begins(words.hobbies.what));
    this.begin = button(words.hobbies.begin);
    this.tastes = main.getByRole("button", { name: begins(words.hobbies.taste) });
    this.others = button(words.hobbies.others);
    this.nextStep = main.getByLabel(begins(words.hobbies.step));
    this.saveStep = button(words.common.save);
    this.planIt = button(words.hobbies.plan_it);
    this.text = main.getByLabel(begins(words.hobbies.text));
    this.amount = main.getByLabel(begins(words.rewards.amount));
    this.writeDown = button(words.hobbies.write_down);
    this.shelf = main.getByRole("list", { name: words.hobbies.shelf });
    this.rest = button(words.hobbies.rest);
    this.takeUp = button(words.hobbies.take_up);
    this.remove = button(words.common.remove);

    this.reward = main.getByLabel(begins(words.rewards.what));
    this.every = main.getByLabel(begins(words.rewards.every));
    this.saveReward = button(words.common.save).first();
    this.eachWeek = main.getByLabel(begins(words.rewards.each_week));
    this.saveMoney = button(words.common.save).last();
  }

  link(title) {
    return this.main.getByRole("link", { name: begins(title) });
  }

  /** The kind of an entry, by its key. */
  sort(key) {
    return this.main.getByRole("radio", { name: this.words.hobbies[key], exact: true });
  }

  /** What a reward is for, by its key. */
  act(key) {
    return this.main.getByRole("radio", { name: this.words.rewards[key], exact: true });
  }

  /** A button of one reward. */
  of(key, title) {
    return this.main.getByRole("button", { name: begins(this.words.rewards[key]) }).and(this.main.getByRole("button", { name: has(title) }));
  }
}
