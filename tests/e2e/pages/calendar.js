// Calendar files as programs read them that other people wrote.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What each of the readers that `cargo xtask test` sets up finds in a file, up to the day `last`. */
export function readByOthers(text, last) {
  const folder = mkdtempSync(join(tmpdir(), "calendar-"));
  try {
    writeFileSync(join(folder, "file.ics"), text);
    writeFileSync(join(folder, "files.tsv"), `file.ics\t${last}\n`);
    const python = at("target/foreign/calendar/bin/python");
    const told = execFileSync(python, [at("crates/exchange/tests/readers/read_calendar.py"), folder], { encoding: "utf8" });
    return told.trim().split("\n").map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
