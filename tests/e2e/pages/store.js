// The record as it lies in the browser: crates/storage says what keys and values look like.

/** Every key of localStorage that begins with `prefix`, with its text. */
export const kept = (page, prefix = "") =>
  page.evaluate((prefix) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))), prefix);

/** The keys that begin with `prefix`. */
export const keysOf = async (page, prefix) => Object.keys(await kept(page, prefix)).sort();

/** Puts a text under a key, past the app. */
export const put = (page, key, text) => page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function checksum(text) {
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** The value `text` of `key` as a newer version would have written it: the next schema, and a checksum that holds. */
export function fromNewerVersion(key, text) {
  const head = text[0] + DIGITS[DIGITS.indexOf(text[1]) + 1] + text.slice(2, 16);
  const data = text.slice(22);
  let sum = BigInt(checksum(key + head + data));
  let digits = "";
  for (let place = 0; place < 6; place += 1) {
    digits = DIGITS[Number(sum & 63n)] + digits;
    sum >>= 6n;
  }
  return head + digits + data;
}

/** The value with its last character exchanged for its neighbour. */
export const damaged = (text) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1);
