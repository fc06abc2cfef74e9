// A record that is being changed: what was typed stays, says that it is there, and is had back after a cancel.
import { expect, test } from "../pages/trellis.js";

test.beforeEach(async ({ app }) => {
  await app.begin();
});

/**
 * Begins to change something and goes away, comes back to what was typed, cancels, wants it back, and keeps it.
 * `open` opens its page, `change` is the button there, `field` holds the words.
 */
async function changesTwice({ app, words, open, change, field, save }) {
  const { shell } = app;
  const cancel = shell.main.getByRole("button", { name: words.common.cancel, exact: true });
  const restored = shell.sentence(words.unfinished.restored);
  await open();
  await change.click();
  await expect(restored).toBeHidden();
  await cancel.click();
  await expect(change).toBeVisible();
  await expect(shell.undo, "nothing was typed").toBeHidden();

  await change.click();
  const before = await field.inputValue();
  await field.fill("half changed");
  await open();
  await change.click();
  await expect(restored).toBeVisible();
  await expect(field).toHaveValue("half changed");
  await app.expectNoBarriers();

  await cancel.click();
  await expect(shell.notice(words.unfinished.dropped)).toBeVisible();
  await change.click();
  await expect(field).toHaveValue(before);
  await cancel.click();
  await shell.undo.click();
  await expect(field).toHaveValue("half changed");
  await save.click();
  await expect(shell.main).toContainText("half changed");
  await change.click();
  await expect(restored).toBeHidden();
}

test("a goal half changed is there again, also after a cancel", async ({ app, words }) => {
  const { goals, shell } = app;
  await shell.open("/goals/new");
  await goals.title.fill("Walk");
  await goals.save.click();
  const open = () => shell.open("/goals").then(() => goals.link("Walk").click());
  await changesTwice({ app, words, open, change: goals.change, field: goals.why, save: goals.save });
});

test("a person and an agreement half changed are there again, also after a cancel", async ({ app, page, words }) => {
  const { people, shell, support } = app;
  await shell.open("/support/people/new");
  await support.name.fill("Ana");
  await support.save.click();
  const openPerson = () => shell.open("/support").then(() => support.person("Ana").click());
  await changesTwice({ app, words, open: openPerson, change: people.edit, field: support.role, save: support.save });

  await openPerson();
  await people.agree.click();
  await people.agreementPart("commit").fill("I call");
  await support.save.click();
  const openAgreement = () => shell.open("/support/agreements").then(() => people.agreement("Ana").click());
  const change = page.getByRole("button", { name: words.agreement.edit, exact: true });
  await changesTwice({ app, words, open: openAgreement, change, field: people.agreementPart("ask"), save: support.save });
});

test("what is being said of one meeting is not lost to what is said of another, and goes with it", async ({ app, page, words }) => {
  const { meetings, shell } = app;
  for (const name of ["Room", "Hall"]) await meetings.add({ name, at: "08:00" });
  const open = async (name) => {
    await shell.open("/support/meetings");
    await meetings.listed(name).click();
    await meetings.sayIt.click();
  };
  for (const name of ["Room", "Hall"]) {
    await open(name);
    await expect(meetings.takeaway).toHaveValue("");
    await meetings.takeaway.fill(`said of ${name}`);
  }
  await page.reload();
  for (const name of ["Room", "Hall"]) {
    await open(name);
    await expect(meetings.takeaway).toHaveValue(`said of ${name}`);
  }

  const within = (key) => meetings.sheet.getByRole("button", { name: words.common[key], exact: true });
  await within("save").click();
  await expect(meetings.sheet).toBeHidden();
  await expect(shell.main).toContainText("said of Hall");
  await test.step("What was said is changed, cancelled, and wanted back", async () => {
    const again = shell.main.getByRole("listitem").filter({ hasText: "said of Hall" }).getByRole("button");
    await again.click();
    await meetings.takeaway.fill("half changed");
    await within("cancel").click();
    await shell.undo.click();
    await expect(meetings.takeaway).toHaveValue("half changed");
    await expect(meetings.sheet).toContainText(words.unfinished.restored);
    await within("cancel").click();
    await again.click();
    await expect(meetings.takeaway).toHaveValue("said of Hall");
    await within("cancel").click();
  });

  await test.step("A meeting that is removed takes it along, and brings it back", async () => {
    await shell.open("/support/meetings");
    await meetings.listed("Room").click();
    await meetings.remove.click();
    await shell.undo.click();
    await open("Room");
    await expect(meetings.takeaway).toHaveValue("said of Room");
  });
});
