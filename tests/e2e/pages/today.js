// Today.
export class Today {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    this.checkIn = page.getByRole("main").getByRole("link", { name: words.today.check_in, exact: true });
    this.editCheckIn = page.getByRole("link", { name: words.today.edit_check_in, exact: true });
    this.moods = page.getByRole("group", { name: words.today.how_are_you });
    this.seeGoal = page.getByRole("link", { name: words.today.see_goal });
  }

  mood(key) {
    return this.moods.getByRole("radio", { name: this.words.check_in[key], exact: true });
  }

  /** The answers to a goal that is due. */
  goal(title) {
    return this.page.getByRole("group", { name: title, exact: true });
  }
}
