// My meetings: the next days, one meeting, what became of it, a target, a calendar file, a sheet to be signed.
import { readFile } from "node:fs/promises";

import { expect } from "@playwright/test";

import { begins, fill, has } from "./words.js";

export class Meetings {
  constructor(page, words) {
    this.page = page;
    this.words = words;
    const { meetings, attendance, sign_off, common, report, plan } = words;
    this.main = page.getByRole("main");
    this.new = page.getByRole("link", { name: meetings.new });
    this.import = page.getByRole("button", { name: meetings.import });

    this.name = page.getByRole("textbox", { name: meetings.name });
    this.fellowship = page.getByRole("combobox", { name: meetings.fellowship });
    this.place = page.getByRole("textbox", { name: begins(meetings.place) });
    this.link = page.getByRole("textbox", { name: begins(meetings.link) });
    this.phone = page.getByRole("textbox", { name: begins(meetings.phone) });
    this.at = page.getByLabel(meetings.at);
    this.minutes = page.getByRole("spinbutton", { name: meetings.minutes });
    this.from = page.getByLabel(meetings.from);
    this.until = page.getByLabel(begins(meetings.until));
    this.every = page.getByRole("spinbutton", { name: begins(meetings.every_weeks) });
    this.zone = page.getByRole("combobox", { name: begins(meetings.zone) });
    this.going = page.getByRole("checkbox", { name: meetings.going });
    this.note = page.getByRole("textbox", { name: begins(meetings.note) });
    this.leaveOut = page.getByLabel(begins(meetings.leave_out));
    this.leaveOutAdd = page.getByRole("button", { name: meetings.leave_out_add });
    this.save = page.getByRole("button", { name: common.save, exact: true });
    this.change = page.getByRole("button", { name: meetings.change, exact: true });
    this.notGoing = page.getByRole("button", { name: meetings.not_going, exact: true });
    this.cancel = page.getByRole("button", { name: common.cancel, exact: true });
    this.end = page.getByRole("button", { name: meetings.end, exact: true });
    this.takeUp = page.getByRole("button", { name: meetings.take_up, exact: true });
    this.remove = page.getByRole("button", { name: common.remove, exact: true });

    this.sheet = page.getByRole("dialog", { name: attendance.sheet_title });
    this.takeaway = this.sheet.getByRole("textbox", { name: begins(attendance.takeaway) });
    this.why = this.sheet.getByRole("textbox", { name: begins(attendance.why) });
    this.met = this.sheet.getByRole("textbox", { name: begins(attendance.met) });
    this.saidName = this.sheet.getByRole("textbox", { name: attendance.name });
    this.saidDay = this.sheet.getByLabel(plan.day);
    this.saidTime = this.sheet.getByLabel(begins(plan.time));
    this.sayIt = page.getByRole("button", { name: attendance.say_it });
    this.addPast = page.getByRole("button", { name: attendance.add_past });

    this.setTarget = page.getByRole("button", { name: attendance.target_set });
    this.target = page.getByRole("dialog", { name: attendance.target });
    this.calendarFile = page.getByRole("button", { name: meetings.calendar_file });
    this.realNames = page.getByRole("checkbox", { name: meetings.calendar_names });
    this.remind = page.getByRole("combobox", { name: meetings.remind });

    this.file = page.getByLabel(begins(words.listing.file));
    this.found = page.getByRole("region", { name: words.listing.found });
    this.search = page.getByRole("textbox", { name: begins(words.listing.search) });
    this.listPlace = page.getByRole("textbox", { name: begins(words.listing.place) });
    this.preview = page.getByRole("region", { name: report.preview });
    this.sheetFrom = page.getByLabel(report.from);
    this.sheetTo = page.getByLabel(report.to);
    this.which = page.getByRole("group", { name: begins(sign_off.which) });
    this.emptyLines = page.getByRole("group", { name: begins(sign_off.empty_lines) });
  }

  held(key) {
    return this.page.getByRole("group", { name: begins(this.words.meetings.where_is_it) }).getByRole("radio", { name: this.words.meetings[key], exact: true });
  }

  repeat(key) {
    return this.page.getByRole("group", { name: begins(this.words.meetings.how_often) }).getByRole("radio", { name: this.words.meetings[key], exact: true });
  }

  /** A weekday of a weekly meeting; 0 is Monday. */
  weekday(number) {
    return this.page.getByRole("group", { name: this.words.meetings.on_which_days }).getByRole("checkbox", { name: this.words.date.weekdays.split(" ")[number], exact: true });
  }

  /** The row of a meeting on a day of the list. */
  row(name) {
    return this.main.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  iWent(within = this.main) {
    return within.getByRole("button", { name: this.words.attendance.i_went, exact: true });
  }

  iMissed(within = this.main) {
    return within.getByRole("button", { name: this.words.attendance.i_missed_it, exact: true });
  }

  more(within = this.main) {
    return within.getByRole("button", { name: this.words.attendance.more, exact: true });
  }

  /** In the sheet: `went came_late went_online missed`. */
  presence(key) {
    return this.sheet.getByRole("radio", { name: this.words.attendance[key], exact: true });
  }

  /** In the sheet: `before` or `after`, one of the five moods. */
  felt(when, mood) {
    return this.sheet.getByRole("group", { name: begins(this.words.attendance[when]) }).getByRole("radio", { name: this.words.check_in[`mood_${mood}`], exact: true });
  }

  column(key) {
    return this.page.getByRole("checkbox", { name: this.words.sign_off[key], exact: true });
  }

  /** What is asked of a list: a weekday (0 is Monday), a part of the day, and how to go. */
  listDay(number) {
    return this.page.getByRole("group", { name: begins(this.words.listing.days) }).getByRole("checkbox", { name: this.words.date.weekdays.split(" ")[number], exact: true });
  }

  listPart(key) {
    return this.page.getByRole("group", { name: begins(this.words.listing.time) }).getByRole("radio", { name: this.words.listing[key], exact: true });
  }

  listWay(key) {
    return this.page.getByRole("group", { name: begins(this.words.listing.way) }).getByRole("radio", { name: this.words.listing[key], exact: true });
  }

  /** The way to one meeting in the list of all. */
  listed(name) {
    return this.main.getByRole("link", { name: has(name) }).and(this.page.locator(".row"));
  }

  skip(day) {
    return this.page.getByRole("button", { name: fill(this.words.meetings.skip_named, { day }) });
  }

  /** Adds a meeting on the page of a new one, and means to go unless it is said otherwise. */
  async add({ name, at, held, link, zone, from, repeat, going = true }) {
    await this.page.goto("/support/meetings/new");
    await this.name.fill(name);
    if (held) await this.held(held).check();
    if (link) await this.link.fill(link);
    if (repeat) await this.repeat(repeat).check();
    await this.at.fill(at);
    if (from) await this.from.fill(from);
    if (zone) await this.zone.selectOption(zone);
    await this.going.setChecked(going);
    await this.save.click();
    await expect(this.page).toHaveURL("/support/meetings");
  }

  /** Downloads the calendar file: its name, its place and its text with lines unfolded. */
  async download() {
    const coming = this.page.waitForEvent("download");
    await this.calendarFile.click();
    const file = await coming;
    const path = await file.path();
    const text = await readFile(path, "utf8");
    return { name: file.suggestedFilename(), path, text, lines: text.replaceAll("\r\n ", "").split("\r\n") };
  }
}
