// People, what was agreed with them, words to send, and cards.
import { begins, fill } from "./words.js";

export class People {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { person, agreement, message, card, common } = words;
    const box = (name) => page.getByRole("textbox", { name: begins(name) });
    const press = (name) => page.getByRole("main").getByRole("button", { name, exact: true });
    this.part = page.getByRole("combobox", { name: begins(person.part) });
    this.texts = page.getByRole("checkbox", { name: person.texts, exact: true });
    this.more = page.locator("summary", { hasText: person.more });
    this.chat = box(person.chat);
    this.when = box(person.when);
    this.from = page.getByLabel(begins(person.from));
    this.until = page.getByLabel(begins(person.until));
    this.also = box(person.good_for_words);
    this.agreed = box(person.agreed);
    this.rhythm = page.getByRole("spinbutton", { name: begins(person.rhythm) });
    this.edit = press(person.edit).first();
    this.inTouch = press(person.was_in_touch);
    this.remove = press(common.remove);
    this.agree = page.getByRole("link", { name: person.agree, exact: true });
    this.sheet = page.getByRole("dialog");

    this.newAgreement = page.getByRole("link", { name: agreement.new, exact: true });
    this.withWhom = page.getByRole("combobox", { name: begins(agreement.with) });
    this.review = page.getByLabel(begins(agreement.review));
    this.paper = page.getByRole("region", { name: agreement.paper, exact: true });
    this.end = press(agreement.end);
    this.stillGood = press(agreement.still_good);

    this.messageText = box(message.text);
    this.messageTo = page.getByRole("combobox", { name: begins(message.to) });

    this.preview = page.getByRole("region", { name: card.preview, exact: true });
    this.opened = page.getByRole("region", { name: words.nav.card, exact: true });
    this.copy = press(common.copy);
    this.share = press(common.share);
    this.sms = page.getByRole("link", { name: card.sms, exact: true });
    this.mail = page.getByRole("link", { name: card.mail, exact: true });
    this.picture = press(card.picture);
    this.print = press(common.print);
    this.word = box(card.word);
    this.makeLink = press(card.make_link);
    this.link = page.getByRole("textbox", { name: card.link, exact: true });
    this.theirWord = page.getByLabel(card.their_word, { exact: true });
    this.open = press(card.open);
  }

  need(key) {
    return this.page.getByRole("checkbox", { name: this.words.person[key], exact: true });
  }

  /** A part of an agreement: `commit ask talk see quiet`. */
  agreementPart(key) {
    return this.page.getByRole("textbox", { name: begins(this.words.agreement[key]) });
  }

  starter(key) {
    return this.page.getByRole("button", { name: this.words.agreement[key], exact: true });
  }

  agreement(name) {
    return this.page.getByRole("main").getByRole("link", { name: begins(fill(this.words.agreement.with_name, { name })) });
  }

  /** The row of the circle for a need. */
  circle(key) {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: this.words.person[key], exact: true }) });
  }

  /** The card of words that has this text. */
  wordsCard(text) {
    return this.page.getByRole("listitem").filter({ hasText: text });
  }

  /** What a card may have on it. */
  item(label) {
    return this.page.getByRole("checkbox", { name: begins(label) });
  }
}
