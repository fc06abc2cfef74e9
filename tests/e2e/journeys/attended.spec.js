// What was said of a meeting and what was typed about it stays; what is not gone to is shown nowhere.
import { count, dayIn, has } from "../pages/words.js";
import { expect, test } from "../pages/trellis.js";

const NAME = "London evening";

test.beforeEach(async ({ page }) => {
  // New York is UTC-4 until November 1, 2026; London is UTC+0 from October 25 on.
  await page.clock.install({ time: new Date("2026-10-27T16:30:00-04:00") });
});

test("saying again that I went shows what I said of that day, and a changed meeting leaves older lines of the sheet empty", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  await app.begin();
  await meetings.add({ name: NAME, at: "19:00", held: "online", link: "https://meet.example.org/j/1", zone: "Europe/London", from: "2026-10-20" });
  const save = meetings.sheet.getByRole("button", { name: words.common.save, exact: true });

  await test.step("I went, and say how it was", async () => {
    // The one of the week before is asked about too.
    const row = meetings.row(NAME).filter({ hasText: words.date.today }).first();
    await meetings.iWent(row).click();
    await meetings.more(row).click();
    await meetings.felt("after", "good").check();
    await meetings.takeaway.fill("One day is enough.");
    await meetings.met.fill("Sam, first time too");
    await save.click();
    await expect(meetings.sheet).toBeHidden();
  });

  await test.step("On its page the same day has all of it, also after it was saved again", async () => {
    await meetings.listed(NAME).click();
    await meetings.sayIt.click();
    await expect(meetings.saidTime).toHaveValue("15:00");
    await expect(meetings.felt("after", "good")).toBeChecked();
    await save.click();
    await expect(meetings.sheet).toBeHidden();
    await meetings.sayIt.click();
    await expect(meetings.takeaway).toHaveValue("One day is enough.");
    await expect(meetings.met).toHaveValue("Sam, first time too");
  });

  await test.step("Another day begins blank and on my own clock, and survives a reload", async () => {
    await meetings.saidDay.fill("2026-10-20");
    await expect(meetings.takeaway).toHaveValue("");
    await expect(meetings.saidTime).toHaveValue("14:00");
    await expect(meetings.felt("after", "good")).not.toBeChecked();
    await meetings.presence("came_late").check();
    await meetings.felt("before", "low").check();
    await page.reload();
    await meetings.sayIt.click();
    await expect(meetings.saidDay).toHaveValue("2026-10-20");
    await expect(meetings.presence("came_late")).toBeChecked();
    await expect(meetings.felt("before", "low")).toBeChecked();
    await save.click();
    await expect(meetings.sheet).toBeHidden();
    await expect(shell.main).toContainText("One day is enough.");
    await expect(shell.main).toContainText(words.attendance.came_late);
  });

  const rows = meetings.preview.locator("tbody tr");
  await test.step("Whether I go, a day left out and another time say nothing of what it was like", async () => {
    await page.clock.setFixedTime(new Date("2026-10-28T10:00:00-04:00"));
    await shell.open("/support/meetings");
    await meetings.listed(NAME).click();
    await meetings.notGoing.click();
    await expect(shell.notice(words.meetings.not_going_now)).toBeVisible();
    await meetings.change.click();
    await meetings.at.fill("20:00");
    await meetings.save.click();
    await expect(shell.heading).toHaveText(NAME);
    await shell.open("/support/meetings/sheet");
    await expect(rows).toHaveCount(2);
    for (const row of [rows.first(), rows.last()]) await expect(row).toContainText(words.meetings.online);
    await expect(shell.sentence(words.sign_off.left_empty)).toBeHidden();
  });

  await test.step("Once the meeting is changed, the sheet does not say what it was like before", async () => {
    await shell.open("/support/meetings");
    await meetings.listed(NAME).click();
    await meetings.change.click();
    await meetings.held("in_person").check();
    await meetings.save.click();
    await expect(shell.heading).toHaveText(NAME);
    await shell.open("/support/meetings/sheet");
    await expect(shell.sentence(words.sign_off.left_empty)).toBeVisible();
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText(NAME);
    await expect(meetings.preview.locator("tbody")).not.toContainText(words.meetings.in_person);
    await expect(meetings.preview.locator("tbody")).not.toContainText(words.meetings.online);
  });
});

test("a meeting being changed survives a reload and a cancel, and keeps its last day", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  await app.begin();
  await meetings.add({ name: "Evening room", at: "18:30" });
  await meetings.listed("Evening room").click();
  await meetings.change.click();
  await meetings.note.fill("Ring twice.");
  await meetings.until.fill("2026-12-29");
  await page.reload();
  await expect(shell.sentence(words.unfinished.restored)).toBeVisible();
  await expect(meetings.note).toHaveValue("Ring twice.");
  await app.expectNoBarriers();
  await meetings.cancel.click();
  await expect(shell.heading).toHaveText("Evening room");
  await expect(shell.notice(words.unfinished.dropped)).toBeVisible();
  await shell.undo.click();
  await expect(meetings.note).toHaveValue("Ring twice.");
  await expect(meetings.until).toHaveValue("2026-12-29");
  await meetings.save.click();
  await expect(shell.heading).toHaveText("Evening room");
  await expect(shell.main).toContainText("Ring twice.");

  await meetings.end.click();
  await meetings.takeUp.click();
  await expect(meetings.end).toBeVisible();
  await expect(shell.main).toContainText(dayIn(words, "2026-12-29").full);
  await page.reload();
  await expect(shell.heading).toHaveText("Evening room");
  await expect(shell.sentence(words.unfinished.restored)).toBeHidden();
});

test("a meeting I am not sure about is gone from Today, the planned sheet and the phone's calendar", async ({ app, words }) => {
  const { meetings, shell } = app;
  await app.begin();
  await meetings.add({ name: "Evening room", at: "18:30" });
  const planned = () => meetings.which.getByRole("radio", { name: words.sign_off.planned, exact: true });
  await shell.go("today");
  await expect(shell.main.getByRole("link", { name: has("Evening room") })).toBeVisible();
  await shell.open("/support/meetings/sheet");
  await planned().check();
  await expect(meetings.preview).toContainText("Evening room");

  await shell.open("/support/meetings");
  const told = await meetings.download();
  expect(told.lines).not.toContain("STATUS:CANCELLED");
  await meetings.listed("Evening room").click();
  await meetings.notGoing.click();
  await expect(shell.notice(words.meetings.not_going_now)).toBeVisible();
  await expect(shell.sentence(count(words.meetings.calendar_off, 1))).toBeVisible();
  await app.expectNoBarriers();
  const file = await meetings.download();
  expect(file.lines).toContain("STATUS:CANCELLED");
  expect(file.lines).toContain("SEQUENCE:1");
  expect(file.lines).not.toContain("BEGIN:VALARM");

  await shell.go("today");
  await expect(shell.heading).toBeVisible();
  await expect(shell.main.getByRole("link", { name: has("Evening room") })).toHaveCount(0);
  await shell.open("/support/meetings/sheet");
  await planned().check();
  await expect(shell.sentence(words.sign_off.nothing)).toBeVisible();
  await expect(meetings.preview).not.toContainText("Evening room");

  await test.step("One I never meant to go to is taken from no calendar, whatever I change of it", async () => {
    await meetings.add({ name: "Some day", at: "12:00", going: false });
    await meetings.listed("Some day").click();
    await meetings.change.click();
    await meetings.at.fill("13:00");
    await meetings.save.click();
    await expect(shell.heading).toHaveText("Some day");
    await shell.open("/support/meetings");
    await expect(shell.sentence(count(words.meetings.calendar_off, 1))).toBeVisible();
  });
});

test("a list shows the next time on the day that was asked for, all days, and all else it says", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  const [monday, , , thursday] = words.date.weekdays.split(" ");
  const [mon, , , thu] = words.date.weekdays_short.split(" ");
  await app.begin();
  await shell.open("/support/meetings/import");
  // In the format Sunday is 0.
  const list = [{ name: "Two days", slug: "two", day: [1, 4], time: "19:00", formatted_address: "1 Example Street", url: "https://example.org/two", notes: "Ring twice.", parking: "Behind the house" }];
  await meetings.file.setInputFiles({ name: "list.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(list)) });
  await expect(meetings.found).toContainText(count(words.listing.holds, 1), { timeout: 60_000 });
  const row = shell.main.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2, name: "Two days" }) });
  await expect(row.getByText(thu, { exact: true })).toBeVisible();
  await meetings.listDay(0).check();
  await expect(row.getByText(mon, { exact: true })).toBeVisible();
  await expect(row).toContainText(`${monday}, ${thursday}`);
  await expect(row.getByText("Behind the house")).toBeHidden();
  await row.getByText(words.listing.all_told, { exact: true }).click();
  await expect(row.getByText("Behind the house")).toBeVisible();
  await expect(row).toContainText("Ring twice.");
  await expect(row.getByRole("link", { name: "https://example.org/two" })).toHaveAttribute("href", "https://example.org/two");
  await app.expectNoBarriers();
});
