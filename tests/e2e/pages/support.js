// People to call.
import { begins, fill } from "./words.js";

export class Support {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { support, common } = words;
    this.newPerson = page.getByRole("link", { name: support.new_person });
    this.name = page.getByRole("textbox", { name: begins(support.name) });
    this.role = page.getByRole("textbox", { name: begins(support.role) });
    this.phone = page.getByRole("textbox", { name: begins(support.phone) });
    this.save = page.getByRole("button", { name: common.save, exact: true });
    this.remove = page.getByRole("button", { name: common.remove, exact: true });
  }

  person(name) {
    return this.page.getByRole("main").getByRole("link", { name: begins(name) });
  }

  call(name) {
    return this.page.getByRole("link", { name: fill(this.words.support.call, { name }), exact: true });
  }

  text(name) {
    return this.page.getByRole("link", { name: fill(this.words.support.text, { name }), exact: true });
  }
}
