// The story and its versions, words to say, what many people report, and the guide to a first meeting.
import { begins, fill } from "./words.js";

export class Story {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { story, phrases, shared, guide, common } = words;
    const main = page.getByRole("main");
    const button = (name) => main.getByRole("button", { name, exact: true });
    this.begin = main.getByRole("link", { name: story.begin });
    this.new = main.getByRole("link", { name: story.new });
    this.title = page.getByRole("textbox", { name: begins(story.name) });
    this.before = page.getByRole("textbox", { name: begins(story.before) });
    this.turn = page.getByRole("textbox", { name: begins(story.turn) });
    this.now = page.getByRole("textbox", { name: begins(story.now) });
    this.message = page.getByRole("textbox", { name: begins(story.message) });
    this.length = page.getByRole("region", { name: story.length });
    this.save = button(common.save);
    this.cancel = button(common.cancel);
    this.change = button(story.change);
    this.practice = button(story.practice);
    this.print = button(common.print);
    this.copy = button(common.copy);
    this.share = button(common.share);
    this.remove = button(common.remove);
    this.make = button(story.make);
    this.version = page.getByRole("group", { name: begins(story.version) });

    this.clock = page.getByRole("timer", { name: story.clock });
    this.start = button(story.start);
    this.pause = button(story.pause);
    this.goOn = button(story.go_on);
    this.again = button(story.again);
    this.done = button(story.done);
    this.aim = page.getByRole("group", { name: begins(story.aim) });

    this.turnCard = button(phrases.turn);
    this.turnBack = button(phrases.turn_back);
    this.ownWords = page.getByRole("textbox", { name: begins(phrases.own) });
    this.nextCard = button(phrases.next);
    this.previousCard = button(phrases.previous);
    this.textIt = main.getByRole("link", { name: phrases.text, exact: true });
    this.cards = page.getByRole("group", { name: begins(phrases.show) });

    this.others = page.getByRole("region", { name: shared.title });
    this.report = page.getByRole("region", { name: shared.about });
    this.another = button(shared.another);
    this.more = main.getByRole("link", { name: shared.more, exact: true });
    this.topics = page.getByRole("group", { name: begins(shared.topics) });

    this.openAll = button(guide.open_all);
    this.closeAll = button(guide.close_all);
  }

  /** A version in the list, by its name. */
  one(title) {
    return this.page.getByRole("main").getByRole("link", { name: begins(title) });
  }

  /** A listener of the form or of another version: `myself group one_person family clinician court work`. */
  listener(key, within = this.page) {
    return within.getByRole("radio", { name: this.words.story[`for_${key}`], exact: true });
  }

  topic(key) {
    return this.topics.getByRole("radio", { name: this.words.shared[`topic_${key}`], exact: true });
  }

  /** The heading of a card, by its number among those shown. */
  card(n, all) {
    return this.page.getByRole("heading", { level: 2, name: fill(this.words.phrases.card, { n, all }), exact: true });
  }

  /** A fold, by the key of its title. */
  fold(title) {
    return this.page.locator("details").filter({ has: this.page.getByRole("heading", { level: 2, name: title, exact: true, includeHidden: true }) });
  }

  /** What is reported, of the sentences with these keys. */
  sentences(keys) {
    return new RegExp(keys.map((key) => this.words.shared[key].replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"));
  }
}
