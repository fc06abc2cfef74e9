// The files of the built release.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DIST = new URL("../../../dist/", import.meta.url);
/** What only a host or a crawler reads, and what the worker cannot keep: itself. */
const NOT_KEPT = ["sw.js", "404.html", "_headers", "robots.txt"];
const SQUEEZED = /\.(br|gz)$/;

/** The content of one of them. */
export const built = (path) => readFileSync(new URL(path, DIST));

/** Whether a path is one of the large files, which the device keeps last. */
export const isLate = (path) => path.startsWith("/trellis-desk-");

/** Every file of the release that the device keeps, as the address it has. */
export function filesOfRelease() {
  const files = readdirSync(fileURLToPath(DIST), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(DIST).length).replace(/^\/+/, ""));
  return files.filter((file) => !NOT_KEPT.includes(file) && !SQUEEZED.test(file) && !file.startsWith(".")).sort();
}
