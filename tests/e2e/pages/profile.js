// A browser's profile on disk: what can be read in its files by whoever has them.
import { randomInt } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Every piece begins with letters that stand nowhere else, so that one look at a file finds all of them. */
const MARK = "zqxv";
const PIECE = 14;

const piece = () => MARK + Array.from({ length: PIECE - MARK.length }, () => randomInt(36).toString(36)).join("");

/** Texts of two pieces each: one that the browser's own marks cut in two is still found by the other. */
export const strangeTexts = (count) => Array.from({ length: count }, () => piece() + piece());

/** Storage writes fifteen bits a character from here on: crates/storage/src/pack.rs. */
const FIRST = 0x3400;
const LAST = 0xb3ff;
/** A piece that was packed is at least that many characters long. */
const RUN = Math.floor((PIECE * 8) / 15);

/** The texts of `texts` that can be read in a file of `folder` that was not `seen` as it is: plain, or packed as the app packs. */
export async function readable(folder, texts, seen = new Map()) {
  const owners = new Map(texts.flatMap((text) => [[text.slice(0, PIECE), text], [text.slice(PIECE), text]]));
  const found = new Set();
  const take = (words) => {
    const text = owners.get(words);
    if (text) found.add(text);
  };
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const { mtimeMs, size } = await stat(path);
    if (seen.get(path) === `${mtimeMs} ${size}`) continue;
    seen.set(path, `${mtimeMs} ${size}`);
    const bytes = await readFile(path);
    each(bytes, Buffer.from(MARK), (at) => take(bytes.toString("latin1", at, at + PIECE)));
    each(bytes, Buffer.from(MARK, "utf16le"), (at) => take(bytes.toString("utf16le", at, at + 2 * PIECE)));
    for (const run of runs(bytes)) {
      for (let skip = 0; skip < 8; skip += 1) {
        const unpacked = unpack(run, skip);
        each(unpacked, Buffer.from(MARK), (at) => take(unpacked.toString("latin1", at, at + PIECE)));
      }
    }
  }
  return [...found];
}

function each(bytes, mark, act) {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) act(at);
}

/** Wherever many characters follow each other that packing may have made, at even and at odd places. */
function* runs(bytes) {
  for (const start of [0, 1]) {
    let from = start;
    for (let at = start; ; at += 2) {
      const letter = at + 1 < bytes.length ? bytes[at] | (bytes[at + 1] << 8) : 0;
      if (letter >= FIRST && letter <= LAST) continue;
      if (at - from >= 2 * RUN) yield bytes.subarray(from, at);
      if (at + 1 >= bytes.length) break;
      from = at + 2;
    }
  }
}

/** What was packed into `run`, read from its bit `skip` on. */
function unpack(run, skip) {
  const bytes = Buffer.alloc(Math.ceil((run.length / 2) * 15 / 8) + 1);
  let length = 0;
  let held = 0;
  let count = -skip;
  for (let at = 0; at < run.length; at += 2) {
    held = (held << 15) | ((run[at] | (run[at + 1] << 8)) - FIRST);
    count += 15;
    while (count >= 8) {
      count -= 8;
      bytes[length] = (held >>> count) & 0xff;
      length += 1;
    }
    held &= (1 << Math.max(count, 0)) - 1;
  }
  return bytes.subarray(0, length);
}
