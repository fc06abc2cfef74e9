// Runs before the first paint and keeps working when nothing else does:
// looks, Help, Hide, the crash panel, the offer of an update.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);
  const tell = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));

  const workers = navigator.serviceWorker;

  // Hide. The mark survives in the tab, so that Back leads to the neutral page again.
  const MARK = "tr/away";
  const attempt = (work, otherwise) => {
    try {
      return work();
    } catch {
      return otherwise && otherwise();
    }
  };
  const mark = (value) =>
    attempt(
      () => sessionStorage.setItem(MARK, value),
      () => (window.name = value && MARK),
    );
  const marked = () =>
    attempt(
      () => sessionStorage.getItem(MARK),
      () => window.name === MARK,
    );
  const hide = () => {
    mark("1");
    location.replace("/away.html");
    root.hidden = true;
  };
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (marked()) hide();
    else if (root.hidden) location.reload();
  });
  const [visit] = performance.getEntriesByType("navigation");
  if (marked()) {
    if (visit && visit.type === "back_forward") return hide();
    mark("");
  }

  // Trusted Types: static markup only, and two script addresses.
  if (window.trustedTypes) {
    const unsafe =
      /<(script|iframe|object|embed|base|meta|link|style)|srcdoc|javascript:|[\s"'/](on[a-z]+|style)\s*=/i;
    const refuse = () => {
      throw new TypeError("refused by the Trusted Types policy");
    };
    trustedTypes.createPolicy("default", {
      createHTML: (text) => (unsafe.test(text) ? refuse() : text),
      createScriptURL: (url) => (/^\/(sw|trellis-desk-[0-9a-f]{16}_worker)\.js$/.test(url) ? url : refuse()),
    });
  }

  // Looks: lang,theme,text,country,hide after the last semicolon.
  const one = (value, allowed) => (allowed.split(" ").includes(value) ? value : "");
  const NUMBER = { US: "911", CA: "911", UK: "999", IE: "112", AU: "000", NZ: "111", other: "112" };
  const COUNTRIES = Object.keys(NUMBER).join(" ");
  const look = (attempt(() => localStorage.getItem("tr/look")) || "").split(";").pop().trim().split(",");
  const chosen = attempt(() => sessionStorage.getItem("tr/country"));
  // A page of its own, such as the choices of Help, is in the language it was opened in.
  const alone = "alone" in root.dataset;
  root.lang =
    (alone && root.lang) ||
    one(look[0], "en es") ||
    (navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => one(tag, "en es")) ||
    "en";
  const theme = one(look[1], "light dark");
  if (theme) {
    root.dataset.theme = theme;
    all("meta[name=theme-color]").forEach((meta) => (meta.content = theme === "dark" ? "#0c1411" : "#f0f4ee"));
  }
  if (one(look[2], "large largest")) root.dataset.text = look[2];

  // Nobody has chosen a country yet: the clock's time zone is the best guess there is.
  const guess = () => {
    const zone = attempt(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    const zones = {
      UK: /Europe.(London|Belfast|Jersey|Guernsey|Isle)/,
      IE: /Dublin/,
      AU: /Australia/,
      NZ: /Auckland|Chatham/,
      CA: /Canada|Toronto|Montreal|Vancouver|Edmonton|Winnipeg|Regina|Halifax|St_Johns/,
      other: /Africa|Asia|Europe|Indian/,
    };
    return Object.keys(zones).find((land) => zones[land].test(zone)) || "US";
  };
  root.dataset.country = one(chosen, COUNTRIES) || one(look[3], COUNTRIES) || guess();

  const fill = () => {
    const here = root.dataset.country;
    all("select[data-country]").forEach((select) => (select.value = here));
    all("[data-number]").forEach((place) => {
      const number = NUMBER[here] || "112";
      place.textContent = number;
      const link = place.closest("a");
      if (link) link.href = "tel:" + number;
    });
  };
  new MutationObserver(fill).observe(root, { attributeFilter: ["data-country"] });

  // What the program cannot reach of what a visit leaves in the browser. Offline there is nothing left to start anew.
  const erase = async () => {
    const each = async (list, remove) => Promise.all((await list).map(remove));
    const { caches, indexedDB } = window;
    const gone = (name) =>
      new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = done;
      });
    const quietly = (work) => attempt(() => work().catch(() => {}));
    attempt(() => sessionStorage.clear());
    await quietly(() => each(workers.getRegistrations(), (one) => one.unregister()));
    await quietly(() => each(caches.keys(), (name) => caches.delete(name)));
    await quietly(() => each(indexedDB.databases(), ({ name }) => gone(name)));
    location.replace(navigator.onLine ? "/" : "about:blank");
  };

  // Views. Until the program runs, and again after a crash, Help is opened and left from here.
  const trellis = (window.trellis = { started: alone, waiting: false, update() {}, erase });
  let home = "app";
  // Also when one comes back to Help from another page: what the program knew of the way here is gone.
  let pushed = Boolean(visit && visit.type === "back_forward" && window.navigation?.canGoBack);
  const place = () => (alone || /^\/help\/?$/.test(location.pathname) || location.hash === "#help" ? "help" : home);
  const show = (view) => {
    root.dataset.view = view;
    document.title = (view === "help" ? (root.lang === "es" ? "Ayuda ahora · " : "Help now · ") : "") + "Trellis";
  };
  const arrive = (view) => {
    show(view);
    scrollTo(0, 0);
    const heading = [...all(`#${view} h1`)].find((h1) => h1.offsetHeight);
    if (heading) heading.focus();
  };
  show(place());
  addEventListener("popstate", () => {
    if (!trellis.started && root.dataset.view !== place()) arrive(place());
  });
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    fill();
    all(".nav__link").forEach((link) => {
      if (link.getAttribute("href") === location.pathname) link.setAttribute("aria-current", "page");
    });
  });

  // What is stored, as it is, in a file.
  const save = () => {
    const kept = {};
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith("tr/")) kept[key] = localStorage.getItem(key);
    }
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 1)], { type: "text/plain" }));
    link.download = `copy-${day}.txt`;
    link.click();
  };
  const sayUnread = () => all("[data-rescue-failed]").forEach((note) => (note.hidden = false));

  // In the capture phase, so that a broken program can't stand in the way.
  addEventListener(
    "click",
    (event) => {
      const on = (selector) => event.target.closest(selector);
      const take = () => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      if (on("[data-hide]")) {
        hide();
        take();
      } else if (on("[data-reload]")) {
        take();
        location.reload();
      } else if (on("[data-rescue]")) {
        take();
        attempt(save, sayUnread);
      } else if (pushed && on("[data-back]")) {
        take();
        pushed = false;
        history.back();
      } else if (trellis.started || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      } else if (on('a[href="/help"]')) {
        take();
        if (place() !== "help") {
          pushed = true;
          history.pushState(null, "", "/help");
        }
        arrive("help");
      } else if (on("[data-back]")) {
        take();
        history.pushState(null, "", "/");
        arrive(home);
      }
    },
    true,
  );
  let presses = [];
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === " " && event.target.closest && event.target.closest("[data-hide]")) {
        hide();
        event.preventDefault();
      }
      if (event.key !== "Escape" || event.repeat) return;
      presses = [...presses.slice(-2), event.timeStamp];
      if (presses.length === 3 && event.timeStamp - presses[0] < 2000) hide();
    },
    true,
  );
  addEventListener("change", (event) => {
    if (!event.target.matches("select[data-country]")) return;
    root.dataset.country = event.target.value;
    attempt(() => sessionStorage.setItem("tr/country", event.target.value));
    tell("trellis:country", event.target.value);
  });

  // A crash never takes Help away from someone who is reading it.
  const crash = () => {
    home = "crash";
    trellis.started = false;
    const panel = document.getElementById("crash");
    if (panel) panel.hidden = false;
    if (root.dataset.view !== "help") arrive("crash");
  };
  const fatal = (error) => window.WebAssembly && error instanceof WebAssembly.RuntimeError && crash();
  addEventListener("error", (event) => fatal(event.error));
  addEventListener("unhandledrejection", (event) => fatal(event.reason));
  addEventListener("trellis:panic", crash);
  addEventListener("trellis:failed", crash);

  // Large files that only some pages need are fetched when the page has been quiet for a while, and not where
  // the person pays for each byte: there they come with their first use.
  const QUIET = 8000;

  // Offline copies. A new version waits until the person asks for it.
  if (workers && root.dataset.content !== "dev") {
    addEventListener("load", async () => {
      let registration;
      try {
        registration = await workers.register("/sw.js", { scope: "/", updateViaCache: "none" });
      } catch {
        return;
      }
      const offer = () => {
        if (!registration.waiting || !workers.controller) return;
        trellis.waiting = true;
        tell("trellis:update");
      };
      trellis.update = () => {
        if (!registration.waiting) return;
        workers.addEventListener("controllerchange", () => location.reload(), { once: true });
        registration.waiting.postMessage({ type: "activate" });
      };
      const watch = () => {
        if (registration.installing) registration.installing.addEventListener("statechange", offer);
        offer();
      };
      registration.addEventListener("updatefound", watch);
      watch();
      // A page that was already on its way when the worker took over is left out: it asks to be served too.
      const { active } = await workers.ready;
      if (!workers.controller) active.postMessage({ type: "claim" });
      if (navigator.connection?.saveData) return;
      setTimeout(async () => (await workers.ready).active.postMessage({ type: "complete" }), QUIET);
    });
  }
})();
