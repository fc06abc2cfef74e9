// Two to four tabs over one record: whatever one of them keeps, all of them show, and it is there after a reload.
import { expect, test } from "../pages/trellis.js";

const ROUNDS = 100;
const MOODS = ["awful", "low", "okay", "good", "great"];
const SLEEP = ["badly", "so_so", "well"];
const FEELINGS = ["hungry", "angry", "lonely", "tired"];

/** A generator of numbers that gives the same ones each time. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What a tab may do to a check-in, each to a part of its own, and how it is seen to be kept. */
function acts(pick) {
  const mood = MOODS[pick(5)];
  const sleep = SLEEP[pick(3)];
  const craving = pick(11);
  const feeling = FEELINGS[pick(4)];
  const note = `note ${pick(1_000_000)}`;
  return [
    { do: (form) => form.mood(mood).click(), seen: (form) => expect(form.mood(mood)).toBeChecked() },
    { do: (form) => form.sleep(sleep).click(), seen: (form) => expect(form.sleep(sleep)).toBeChecked() },
    { do: (form) => form.craving(craving).click(), seen: (form) => expect(form.craving(craving)).toBeChecked() },
    { do: (form) => form.feeling(feeling).click(), seen: (form) => expect(form.feeling(feeling)).toBeChecked() },
    { do: (form) => form.note.fill(note), seen: (form) => expect(form.note).toHaveValue(note) },
  ];
}

test(`${ROUNDS} rounds of edits at once lose none of them`, async ({ app, context }) => {
  test.setTimeout(1_200_000);
  const seed = 20261124;
  console.log(`seed ${seed}`);
  const pick = random(seed);
  await app.begin();
  const tabs = [app];
  while (tabs.length < 4) tabs.push(app.in({ page: await context.newPage() }));
  for (const tab of tabs) await tab.shell.open("/");
  let edits = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = tabs.slice(0, 2 + pick(3));
    const day = new Date(Date.UTC(2026, 0, 1 + round)).toISOString().slice(0, 10);
    await Promise.all(open.map((tab) => tab.shell.follow(`/check-in/${day}`)));
    const todo = acts(pick);
    for (let left = todo.length - 1; left > 0; left -= 1) {
      const other = pick(left + 1);
      [todo[left], todo[other]] = [todo[other], todo[left]];
    }
    const first = todo.shift();
    await first.do(open[pick(open.length)].checkIn);
    // The rest all at once, each in a tab of its own as far as there are tabs.
    await Promise.all(open.map((tab, place) => todo[place] && todo[place].do(tab.checkIn)));
    const done = [first, ...todo.slice(0, open.length)];
    edits += done.length;
    for (const tab of open) for (const act of done) await act.seen(tab.checkIn);
    const reader = open[pick(open.length)];
    await reader.page.reload();
    for (const act of done) await act.seen(reader.checkIn);
  }
  console.log(`${edits} edits in ${ROUNDS} rounds`);
  expect(edits).toBeGreaterThan(3 * ROUNDS);
});

test("what two tabs write at once is all kept, whoever is left first", async ({ app, context, words }) => {
  await app.begin();
  const other = app.in({ page: await context.newPage() });
  const tabs = [app, other];
  for (let round = 0; round < 20; round += 1) {
    const day = new Date(Date.UTC(2026, 2, 1 + round)).toISOString().slice(0, 10);
    await Promise.all(tabs.map((tab) => tab.shell.open(`/check-in/${day}`)));
    const texts = tabs.map((_, place) => `written in tab ${place} on ${day}`);
    await Promise.all(tabs.map((tab, place) => tab.checkIn.note.fill(texts[place])));
    await Promise.all(tabs.map((tab) => tab.shell.open("/settings/storage")));
    // What a tab is told late, it mends within a moment of its own.
    await expect(async () => {
      await app.shell.open(`/check-in/${day}`);
      const note = await app.checkIn.note.inputValue();
      await app.shell.open("/settings/storage");
      const there = note + (await app.shell.main.textContent());
      for (const text of texts) expect(there).toContain(text);
    }).toPass({ timeout: 60_000 });
  }
  await expect(app.shell.main).toContainText(words.keeping.aside);
});
