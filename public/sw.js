// Keeps the whole program on the device, checked file by file, and serves it from there.
// The build fills in the version and the list of [address, SHA-256 in base64url].
const VERSION = /*VERSION*/"";
const PRECACHE = /*PRECACHE*/[];

const PREFIX = "trellis-";
const NAME = PREFIX + VERSION;
const LISTED = new Map(PRECACHE);
// The worker's files are large. They are kept when the page asks for the rest, or at their first use if that is sooner.
const LATER = /^\/trellis-desk-/;

async function hash(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return btoa(String.fromCharCode(...digest)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

// The body if it is the expected one, as a fresh response: no redirect, no encoding, the server's own headers.
async function checked(response, expected) {
  if (!response || !response.ok) return undefined;
  const body = await response.arrayBuffer();
  if ((await hash(body)) !== expected.replace(/=+$/, "")) return undefined;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(body, { headers });
}

// From an older cache, from the browser's own cache, from the server; the hash decides.
async function obtain(url, expected) {
  const tries = [
    () => caches.match(url, { ignoreVary: true }),
    () => fetch(url, { cache: "default" }),
    () => fetch(url, { cache: "reload" }),
  ];
  for (const attempt of tries) {
    const response = await checked(await attempt(), expected);
    if (response) return response;
  }
  throw new Error("a file is not the one that was built");
}

// Whether an older version kept the worker's files: whoever set a lock must open it offline after an update too.
async function usesLater() {
  for (const name of (await caches.keys()).filter((name) => name.startsWith(PREFIX))) {
    const requests = await (await caches.open(name)).keys();
    if (requests.some(({ url }) => LATER.test(new URL(url).pathname))) return true;
  }
  return false;
}

// All or nothing.
async function install() {
  const later = await usesLater();
  const wanted = PRECACHE.filter(([url]) => later || !LATER.test(url));
  const files = await Promise.all(wanted.map(async ([url, expected]) => [url, await obtain(url, expected)]));
  try {
    const cache = await caches.open(NAME);
    await Promise.all(files.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

// Another tab may still run the version before this one, so one older cache stays.
async function activate() {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  if (older.length === 0) await self.clients.claim();
}

async function kept(path, request) {
  const response = (await (await caches.open(NAME)).match(path, { ignoreVary: true })) ?? (await caches.match(path, { ignoreVary: true }));
  if (response) return response;
  if (!LATER.test(path) || !LISTED.has(path)) return fetch(request);
  return keep(path);
}

async function keep(path) {
  const fresh = await obtain(path, LISTED.get(path));
  await (await caches.open(NAME)).put(path, fresh.clone());
  return fresh;
}

// What the installation left out, so that a backup and the lock work offline too. What fails is tried at the next visit.
async function complete() {
  const cache = await caches.open(NAME);
  for (const path of [...LISTED.keys()].filter((path) => LATER.test(path))) {
    if (!(await cache.match(path, { ignoreVary: true }))) await keep(path).catch(() => {});
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "activate") self.skipWaiting();
  if (event.data?.type === "claim") event.waitUntil(self.clients.claim());
  if (event.data?.type === "complete") event.waitUntil(complete());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    event.respondWith(Response.error());
  } else if (request.method !== "GET") {
    return;
  } else if (request.mode === "navigate") {
    // Some hosts show a page under its name without the ending.
    const page = [url.pathname, `${url.pathname}.html`].find((path) => LISTED.has(path));
    event.respondWith(kept(page ?? "/", request));
  } else {
    event.respondWith(kept(url.pathname, request));
  }
});
