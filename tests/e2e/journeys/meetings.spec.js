// Meetings from the first one written down to a page on paper: on my own clock, whatever clocks do.
import { readByOthers } from "../pages/calendar.js";
import { count, dayIn, fill, has, timeIn } from "../pages/words.js";
import { listOf, withBadRows } from "../pages/meeting-list.js";
import { expect, test } from "../pages/trellis.js";

const NAME = "London evening";
const LINK = "https://meet.example.org/j/123";

/** Goes to a moment on the wall clock of New York, which is UTC-4 until November 1, 2026 and UTC-5 from then on. */
async function at(app, moment) {
  await app.page.clock.setFixedTime(new Date(moment));
}

/** The third line of the row: what the clock of the meeting shows. */
const there = (words, time) => fill(words.meetings.there, { time: timeIn(words, time), zone: `London, ${words.zones.europe}` });

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: new Date("2026-10-20T10:00:00-04:00") });
});

test("a weekly online meeting in another zone is kept over two changes of the clocks, attended, printed and put into a calendar", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  await app.begin();

  await test.step("It is written down, and its times stand there on my own clock", async () => {
    await shell.go("support");
    await shell.main.getByRole("link", { name: has(words.meetings.hub_none) }).click();
    await expect(shell.heading).toHaveText(words.nav.meetings);
    await expect(shell.sentence(words.meetings.none_text)).toBeVisible();
    await app.expectNoBarriers();
    await meetings.new.first().click();
    await meetings.name.fill(NAME);
    await meetings.fellowship.selectOption({ label: "SMART Recovery" });
    await expect(shell.sentence(words.meetings.stand_smart)).toBeVisible();
    await meetings.held("online").check();
    await meetings.link.fill("http://meet.example.org");
    await meetings.at.fill("19:00");
    await meetings.zone.selectOption("Europe/London");
    await expect(meetings.going).toBeChecked();
    const [next, after, later] = ["2026-10-20", "2026-10-27", "2026-11-03"].map((day) => dayIn(words, day));
    await expect(shell.main).toContainText(`${words.date.today} · ${timeIn(words, "14:00")}`);
    await expect(shell.main).toContainText(`${after.long} · ${timeIn(words, "15:00")}`);
    await expect(shell.main).toContainText(`${later.long} · ${timeIn(words, "14:00")}`);
    expect(next.long).not.toBe(after.long);
    await meetings.save.click();
    await expect(meetings.link).toHaveAccessibleDescription(has(words.meetings.wrong_link));
    await app.expectNoBarriers();
    await meetings.link.fill(LINK);
    await meetings.save.click();
    await expect(page).toHaveURL("/support/meetings");
  });

  await test.step("The list, Today and Support say when it is", async () => {
    const row = meetings.row(NAME).first();
    await expect(row).toContainText(timeIn(words, "14:00"));
    await expect(row).toContainText(there(words, "19:00"));
    const open = row.getByRole("link", { name: fill(words.meetings.open_named, { name: NAME }) });
    await expect(open).toHaveAttribute("href", LINK);
    await expect(open).toHaveAttribute("rel", "noopener noreferrer");
    await expect(row).toContainText(words.meetings.leaves);
    // A week between the two changes of clocks it is an hour later here.
    await expect(meetings.row(NAME).nth(1)).toContainText(timeIn(words, "15:00"));
    await app.expectNoBarriers();
    await shell.go("support");
    await expect(shell.main).toContainText(fill(words.meetings.next_up, { name: NAME, day: words.date.today, time: timeIn(words, "14:00") }));
    await shell.go("today");
    await expect(shell.main.getByRole("link", { name: has(NAME) })).toContainText(timeIn(words, "14:00"));
    await app.expectNoBarriers();
  });

  await test.step("Three are attended, one with all there is to say", async () => {
    await meetings.iWent(shell.main.getByRole("group", { name: NAME })).click();
    await expect(shell.notice(words.attendance.kept_went)).toBeVisible();
    await expect(shell.main.getByRole("link", { name: has(NAME) })).toContainText(words.attendance.went);

    await at(app, "2026-10-27T16:30:00-04:00");
    await shell.open("/support/meetings");
    const row = meetings.row(NAME).first();
    await expect(row).toContainText(timeIn(words, "15:00"));
    await meetings.iWent(row).click();
    await meetings.more(row).click();
    await meetings.presence("went_online").check();
    await meetings.felt("before", "low").check();
    await meetings.felt("after", "good").check();
    await meetings.takeaway.fill("One day is enough.");
    await meetings.met.fill("Sam, first time too");
    await app.expectNoBarriers();
    await meetings.sheet.getByRole("button", { name: words.common.save, exact: true }).click();
    await expect(meetings.sheet).toBeHidden();
    await expect(row).toContainText(words.attendance.went_online);

    await at(app, "2026-11-03T16:30:00-05:00");
    await shell.open("/support/meetings");
    await expect(meetings.row(NAME).first()).toContainText(timeIn(words, "14:00"));
    await meetings.iWent(meetings.row(NAME).first()).click();
  });

  await test.step("One that was missed is met with warmth, and can be taken back", async () => {
    await at(app, "2026-11-11T10:00:00-05:00");
    await shell.open("/support/meetings");
    await expect(shell.main.getByRole("heading", { name: words.attendance.how_was_it })).toBeVisible();
    await meetings.iMissed(meetings.row(NAME).first()).click();
    await expect(shell.notice(words.attendance.kept_missed)).toBeVisible();
    await shell.undo.click();
    await expect(meetings.iMissed(meetings.row(NAME).first())).toBeVisible();
    await meetings.iMissed(meetings.row(NAME).first()).click();
    await shell.open("/support/meetings/attended");
    await expect(shell.sentence(count(words.attendance.count, 4))).toBeVisible();
    await expect(shell.main).toContainText("One day is enough.");
    await app.expectNoBarriers();
  });

  await test.step("The sheet shows three lines and says that it is self-reported", async () => {
    await shell.open("/support/meetings/sheet");
    await meetings.sheetFrom.fill("2026-10-01");
    const rows = meetings.preview.locator("tbody tr");
    await expect(rows).toHaveCount(3);
    await expect(meetings.preview).toContainText(words.sign_off.self_reported);
    await expect(meetings.preview).not.toContainText("SMART");
    await expect(rows.nth(1)).toContainText(dayIn(words, "2026-10-27").full);
    await expect(rows.nth(1)).toContainText(timeIn(words, "15:00"));
    await meetings.column("fellowship").check();
    await expect(rows.nth(1)).toContainText("SMART Recovery");
    await meetings.column("meeting").uncheck();
    await expect(meetings.preview).not.toContainText(NAME);
    await meetings.emptyLines.getByRole("radio", { name: "5", exact: true }).check();
    await expect(rows).toHaveCount(8);
    await app.expectNoBarriers();
    const screen = page.viewportSize();
    // What a sheet of A4 leaves between its margins.
    await page.setViewportSize({ width: 672, height: 980 });
    await page.emulateMedia({ media: "print" });
    await expect(meetings.preview).toBeVisible();
    await expect(shell.heading).toBeHidden();
    await expect(meetings.preview.getByRole("columnheader", { name: words.sign_off.signature })).toBeVisible();
    const cut = await meetings.preview.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(cut).toBeLessThanOrEqual(1);
    // No word is broken: each heading is as high as its words need.
    for (const head of await meetings.preview.getByRole("columnheader").all()) {
      expect(await head.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
    }
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize(screen);
    await meetings.which.getByRole("radio", { name: words.sign_off.planned, exact: true }).check();
    await expect(rows.first()).toContainText(dayIn(words, "2026-11-17").full);
  });

  await test.step("The calendar file names nothing, and a later one replaces its entry", async () => {
    await shell.open("/support/meetings");
    const first = await meetings.download();
    expect(first.name).toBe("calendar-2026-11-11.ics");
    expect(first.text).not.toMatch(/London evening|SMART|meet\.example|Trellis/i);
    expect(first.lines).toContain(`SUMMARY:${words.meetings.calendar_neutral}`);
    expect(first.lines).toContain("DTSTART;TZID=Europe/London:20261020T190000");
    expect(first.lines).toContain("RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=TU");
    expect(first.lines).toContain("TRIGGER:-PT30M");
    const uid = first.lines.find((line) => line.startsWith("UID:"));
    expect(first.lines).toContain("SEQUENCE:0");

    await meetings.listed(NAME).click();
    await meetings.skip(dayIn(words, "2026-11-24").long).click();
    await expect(shell.notice(fill(words.meetings.skipped, { day: dayIn(words, "2026-11-24").long }))).toBeVisible();
    await meetings.realNames.check();
    await expect(shell.sentence(words.meetings.calendar_names_warning)).toBeVisible();
    const second = await meetings.download();
    expect(second.lines).toContain(uid);
    expect(second.lines).toContain("SEQUENCE:1");
    expect(second.lines).toContain("EXDATE;TZID=Europe/London:20261124T190000");
    expect(second.lines).toContain(`SUMMARY:${NAME}`);

    // Two programs that other people wrote read the same meetings from it.
    for (const { reader, entries } of readByOthers(second.text, "2026-12-15")) {
      expect(entries.map(({ title, sequence }) => [title, sequence]), reader).toEqual([[NAME, 1]]);
      const [{ occurrences }] = entries;
      expect(occurrences, reader).toContain("2026-10-20T19:00:00 2026-10-20T18:00:00Z");
      expect(occurrences, reader).toContain("2026-10-27T19:00:00 2026-10-27T19:00:00Z");
      expect(occurrences.filter((one) => one.startsWith("2026-11-24")), reader).toEqual([]);
    }
  });
});

test("a meeting being written survives a reload, can be changed, ended, taken up and removed", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  await app.begin();
  await shell.open("/support/meetings/new");
  await meetings.name.fill("Monday room");
  await meetings.fellowship.selectOption({ label: words.meetings.na });
  await meetings.place.fill("12 Example Street\nside door");
  await meetings.at.fill("18:30");
  await meetings.at.fill("");
  await meetings.save.click();
  await expect(meetings.at).toHaveAccessibleDescription(has(words.meetings.no_time));
  await meetings.at.fill("18:30");
  await meetings.weekday(1).uncheck();
  await meetings.weekday(0).check();
  await meetings.weekday(3).check();
  await page.reload();
  await expect(meetings.name).toHaveValue("Monday room");
  await expect(meetings.place).toHaveValue("12 Example Street\nside door");
  await expect(meetings.at).toHaveValue("18:30");
  await expect(meetings.weekday(0)).toBeChecked();
  await expect(meetings.weekday(1)).not.toBeChecked();
  await meetings.minutes.fill("1441");
  await meetings.save.click();
  await expect(meetings.minutes).toHaveAccessibleDescription(has(fill(words.meetings.wrong_number, { most: 1440 })));
  await meetings.minutes.fill("90");
  await meetings.leaveOut.fill("2026-10-26");
  await meetings.leaveOutAdd.click();
  await meetings.save.click();
  await expect(page).toHaveURL("/support/meetings");
  // Thursdays 22 and 29; Monday 26 is left out.
  await expect(meetings.row("Monday room")).toHaveCount(3);
  await expect(meetings.row("Monday room").first()).toContainText("12 Example Street");

  await meetings.listed("Monday room").click();
  await expect(shell.heading).toHaveText("Monday room");
  await expect(shell.sentence(words.meetings.stand_na)).toBeVisible();
  await meetings.change.click();
  await meetings.repeat("monthly").check();
  await page.getByRole("combobox", { name: words.meetings.which }).selectOption({ label: words.meetings.last });
  await page.getByRole("combobox", { name: words.meetings.weekday, exact: true }).selectOption("4");
  await meetings.save.click();
  await expect(shell.main).toContainText(fill(words.meetings.repeats_monthly, { nth: words.meetings.last, weekday: words.date.weekdays.split(" ")[4] }));
  await expect(shell.main).toContainText(fill(words.meetings.skip_named, { day: "" }).trim().split(":")[0]);

  await meetings.end.click();
  await expect(shell.notice(words.meetings.is_over)).toBeVisible();
  await expect(shell.sentence(words.meetings.preview_over)).toBeVisible();
  await meetings.takeUp.click();
  await expect(meetings.end).toBeVisible();
  await meetings.remove.click();
  await expect(page).toHaveURL("/support/meetings");
  await expect(shell.sentence(words.meetings.none_text)).toBeVisible();
  await shell.undo.click();
  await expect(meetings.listed("Monday room")).toBeVisible();
});

test("90 meetings in 90 days are a calm view that only grows", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  await app.begin();
  await shell.open("/support/meetings");
  await meetings.setTarget.click();
  await app.expectNoBarriers();
  await meetings.target.getByLabel(words.attendance.target_meetings).fill("0");
  await meetings.target.getByRole("button", { name: words.common.save, exact: true }).click();
  await expect(meetings.target.getByLabel(words.attendance.target_meetings)).toHaveAccessibleDescription(has(fill(words.attendance.target_wrong, { most: 1000 })));
  await meetings.target.getByLabel(words.attendance.target_meetings).fill("90");
  await meetings.target.getByLabel(words.attendance.target_from).fill("2026-10-11");
  await meetings.target.getByRole("button", { name: words.common.save, exact: true }).click();
  await expect(shell.sentence(fill(words.attendance.target_day, { n: 10, all: 90 }))).toBeVisible();
  await expect(shell.sentence(count(words.attendance.target_there, 0))).toBeVisible();

  for (const day of ["2026-10-12", "2026-10-15"]) {
    await meetings.addPast.click();
    await meetings.saidName.fill("Somewhere new");
    await meetings.saidDay.fill(day);
    await meetings.sheet.getByRole("button", { name: words.common.save, exact: true }).click();
    await expect(meetings.sheet).toBeHidden();
  }
  await expect(shell.sentence(count(words.attendance.target_there, 2))).toBeVisible();
  await expect(shell.sentence(words.attendance.target_calm)).toBeVisible();
  await expect(shell.main).not.toContainText(/streak|racha/i);
  await app.expectNoBarriers();

  await meetings.addPast.click();
  await meetings.saidName.fill("Tomorrow");
  await meetings.saidDay.fill("2026-10-21");
  await meetings.sheet.getByRole("button", { name: words.common.save, exact: true }).click();
  await expect(meetings.saidDay).toHaveAccessibleDescription(has(words.attendance.not_yet));
  // What is typed is still there after the tab was closed in the middle.
  await page.reload();
  await meetings.addPast.click();
  await expect(meetings.saidName).toHaveValue("Tomorrow");
});

test("a meeting is added without a mouse", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  await app.begin();
  await shell.open("/support/meetings/new");
  const tabTo = async (locator) => {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    await expect(locator).toBeFocused();
  };
  await tabTo(meetings.name);
  await page.keyboard.type("By keys");
  await tabTo(meetings.fellowship);
  await page.keyboard.press("ArrowUp");
  await tabTo(meetings.held("in_person"));
  await page.keyboard.press("ArrowRight");
  await expect(meetings.held("online")).toBeChecked();
  await expect(meetings.held("online")).toBeFocused();
  await tabTo(meetings.link);
  await page.keyboard.type("meet.example.org/j/9");
  await tabTo(meetings.repeat("weekly"));
  await page.keyboard.press("ArrowRight");
  await expect(meetings.repeat("monthly")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await tabTo(meetings.weekday(2));
  await page.keyboard.press("Space");
  await expect(meetings.weekday(2)).toBeChecked();
  await expect(meetings.weekday(2)).toBeFocused();
  await tabTo(meetings.at);
  // The arrow chooses the half of the day where there is one, and another minute where there is none.
  await page.keyboard.type("0730");
  await page.keyboard.press("ArrowUp");
  await tabTo(meetings.save);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/support/meetings");
  await expect(meetings.row("By keys").first()).toBeVisible();
  await expect(shell.heading).toBeFocused();
});

test("a list of 3,000 meetings is read, searched and filtered, and one becomes mine", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  const { listing } = words;
  await app.begin();
  await shell.open("/support/meetings");
  await meetings.import.click();
  await expect(shell.heading).toHaveText(words.meetings.import);
  await app.expectNoBarriers();
  const began = Date.now();
  await meetings.file.setInputFiles({ name: "list.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(listOf(3000))) });
  await expect(meetings.found).toContainText(count(listing.holds, 3000), { timeout: 60_000 });
  test.info().annotations.push({ type: "ms from file to screen", description: String(Date.now() - began) });
  await expect(meetings.found).toContainText(listing.none_left_out);
  await expect(shell.sentence(count(listing.results, 3000))).toBeVisible();
  await app.expectNoBarriers();

  await meetings.search.fill("riverside 17");
  await expect(shell.sentence(count(listing.results, 3000))).toBeHidden();
  await meetings.search.fill("");
  await meetings.listDay(0).check();
  await meetings.listPart("evening").check();
  await meetings.listWay("online").check();
  const rows = shell.main.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(shell.sentence(count(listing.results, 3000))).toBeHidden();
  await expect(rows.first()).toContainText(words.date.weekdays_short.split(" ")[0]);
  await expect(rows.first()).toContainText(words.meetings.online);

  await meetings.listPlace.fill("somewhere");
  await expect(meetings.listPlace).toHaveAccessibleDescription(has(listing.wrong_place));
  await meetings.listWay("in_person").check();
  await meetings.listPlace.fill("40.7128, -74.0060");
  await expect(rows.first()).toContainText(/\d[.,]\d (mi|km)/);
  await app.expectNoBarriers();

  const name = await rows.first().getByRole("heading").textContent();
  await rows.first().getByRole("button", { name: fill(listing.add_named, { name }) }).click();
  await expect(shell.notice(fill(listing.added, { name }))).toBeVisible();
  await expect(rows.first()).toContainText(listing.is_mine);
  await shell.open("/support/meetings");
  await expect(meetings.listed(name)).toBeVisible();

  // The list is still there after the page was left, and can be forgotten.
  await meetings.import.click();
  await expect(meetings.found).toContainText(count(listing.holds, 3000), { timeout: 60_000 });
  await page.getByRole("button", { name: listing.forget }).click();
  await expect(shell.sentence(listing.forget_sure)).toBeVisible();
  await page.getByRole("button", { name: listing.forget }).click();
  await expect(meetings.found).toBeHidden();
  await shell.open("/support/meetings");
  await expect(meetings.listed(name)).toBeVisible();
});

test("bad rows of a list are told with their reason, the rest is taken, and another file changes nothing", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  const { listing, list_file } = words;
  await app.begin();
  await shell.open("/support/meetings/import");
  const list = withBadRows(listOf(20));
  await meetings.file.setInputFiles({ name: "list.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(list)) });
  await expect(meetings.found).toContainText(count(listing.holds, 20), { timeout: 60_000 });
  await expect(meetings.found).toContainText(count(listing.left_out, 4));
  await meetings.found.getByText(listing.why, { exact: true }).first().click();
  for (const reason of [listing.no_name, listing.no_such_day, listing.no_such_time, listing.not_a_meeting]) {
    await expect(meetings.found.getByRole("row").filter({ hasText: reason })).toBeVisible();
  }
  await app.expectNoBarriers();
  await meetings.file.setInputFiles({ name: "cat.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(shell.main.getByRole("alert")).toContainText(list_file.not_a_list);
  await page.reload();
  await expect(meetings.found).toContainText(count(listing.holds, 20), { timeout: 60_000 });
});
