// The sentences of the app, from the same files it is built from, so that one journey runs in either language.
import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

/** All sentences of a language, by area and key. */
export const wordsOf = (language) =>
  Object.assign({}, ...["", "later/"].map((part) => JSON.parse(read(`locales/${part}${language}.json`))));

/** A sentence with its values filled in. */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** The form of a sentence for `n` of something. */
export const count = (forms, n) => fill(n === 1 ? forms.one : forms.other, { n });

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Matches a name that begins with `text`: labels and legends carry a hint after their words. */
export const begins = (text) => new RegExp(`^\\s*${escaped(text)}`);

/** Matches a name or a text that has `text` somewhere. */
export const has = (text) => new RegExp(escaped(text));

/** A day in words, as the app writes it near today: `long` is "Tuesday, November 24", `monthDay` "November 24". */
export function dayIn(words, iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  const monthDay = fill(words.date.month_day, { month: words.date.months.split(" ")[month - 1], day });
  return {
    monthDay,
    long: fill(words.date.long, { weekday: words.date.weekdays.split(" ")[weekday], day: monthDay }),
    full: fill(words.date.full, { day: monthDay, year }),
  };
}

/** A time in words: "6:30 pm". */
export function timeIn(words, time) {
  const [hour, minute] = time.split(":").map(Number);
  const shown = `${hour % 12 || 12}:${String(minute).padStart(2, "0")}`;
  return fill(hour < 12 ? words.date.am : words.date.pm, { time: shown });
}

/** The slugs of the lessons, path by path, in their order. */
export const lessonPaths = () =>
  read("content/lessons.txt")
    .split(/^\[\w+\]\n/m)
    .slice(1)
    .map((path) => path.trim().split("\n"));

/** The title of a lesson. */
export const lessonTitle = (language, slug) => /^title: (.+)$/m.exec(read(`content/${language}/lessons/${slug}.md`))[1];

/** The title of an activity of the catalogue, by its number. */
export function activityTitle(language, number) {
  const line = read(`content/${language}/activities.tsv`).split("\n").find((line) => line.startsWith(`${number}\t`));
  return line.split("\t")[1];
}

/** What a plan asks in a part: `safety overdose warning`, or `paper`; part 0 is the plan itself. */
export function sheetWords(language, sheet, part) {
  const line = read(`content/${language}/sheets.tsv`).split("\n").find((line) => line.startsWith(`${sheet}\t${part}\t`));
  const [, , heading, hint, examples] = line.split("\t");
  return { heading, hint, examples: examples.split(" | ") };
}

/** The questions of a lesson in their order: what is asked, and its right answer. */
export function lessonQuestions(language, slug) {
  const found = read(`content/${language}/lessons/${slug}.md`).matchAll(/^\? (.+)$|^\+ (.+)$/gm);
  const questions = [];
  for (const [, ask, right] of found) {
    if (ask) questions.push({ ask });
    else if (questions.length > 0) questions.at(-1).right ??= right;
  }
  return questions;
}
