// The choices of Help: the clock, the breaths, the filters, the way back. Without it all of them can be read and called from.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const buzz = (pattern) => navigator.vibrate && navigator.vibrate(pattern);

  // A clock that counts up and says what to do at its times, or one that gives a beat every few seconds.
  const BEAT = 1.4;
  all("[data-timer]").forEach((timer) => {
    const { end, every, beat } = timer.dataset;
    const [button, face] = [timer.querySelector("button"), timer.querySelector("b")];
    const [idle, running] = all("span", button);
    const steps = all("[data-at]", timer);
    let began = 0;
    let ticking = 0;
    let last = -1;

    const say = (seconds) => {
      const step = steps.findLast(({ dataset }) => dataset.at <= seconds);
      steps.forEach((other) => (other.hidden = other !== step));
      return steps.indexOf(step);
    };
    const look = (on) => {
      face.hidden = !on;
      idle.hidden = on;
      running.hidden = !on;
    };
    const stop = () => {
      clearInterval(ticking);
      ticking = 0;
      idle.hidden = false;
      running.hidden = true;
    };
    const show = (text, now) => {
      face.textContent = text;
      face.toggleAttribute("data-now", now);
    };
    const tick = () => {
      const seconds = (Date.now() - began) / 1000;
      const step = say(seconds);
      if (every) {
        const beats = Math.floor(seconds / every);
        const within = seconds - beats * every;
        show(within < BEAT ? beat : String(Math.ceil(every - within)), within < BEAT);
        if (beats !== last) buzz(250);
        last = beats;
        return;
      }
      const whole = Math.min(Math.floor(seconds), Number(end));
      show(`${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`, step > 0);
      if (step !== last && step > 0) buzz([300, 150, 300, 150, 300]);
      last = step;
      if (seconds >= end) stop();
    };
    button.addEventListener("click", () => {
      if (ticking) {
        stop();
        look(false);
        say(-1);
        return;
      }
      began = Date.now();
      last = -1;
      look(true);
      ticking = setInterval(tick, 200);
      tick();
    });
    timer.hidden = false;
  });

  // The filters of the list of numbers. The country is chosen by the page's own rules.
  const filters = all("[data-filter]");
  const rows = all("[data-need]");
  const sift = () => {
    const [need, speaks] = filters.map(({ value }) => value);
    rows.forEach((row) => {
      const fits = (!need || row.dataset.need === need || !row.dataset.need) && (!speaks || row.dataset.speaks.split(" ").includes(speaks));
      row.hidden = !fits;
    });
    const here = document.documentElement.dataset.country;
    const shown = rows.filter(({ hidden, dataset }) => !hidden && dataset.need && (!dataset.for || dataset.for.split(" ").includes(here)));
    all("[data-empty]").forEach((note) => (note.hidden = shown.length > 0));
  };
  filters.forEach((filter) => filter.addEventListener("change", sift));
  all("[data-filters]").forEach((place) => (place.hidden = false));
  new MutationObserver(sift).observe(document.documentElement, { attributeFilter: ["data-country"] });

  // Back leads to where the person was; the link itself, to Help.
  all("[data-return]").forEach((link) =>
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || !window.navigation?.canGoBack) return;
      event.preventDefault();
      history.back();
    }),
  );

  // The other language shows the same choice.
  const other = () => all("[data-other]").forEach((link) => (link.hash = location.hash));
  const arrive = () => {
    other();
    scrollTo(0, 0);
    const heading = all("h1").find((h1) => h1.offsetHeight);
    if (heading) heading.focus();
  };
  addEventListener("hashchange", arrive);
  other();
  // The browser looks for the place in the address itself, and takes the focus away again, until the page is there.
  addEventListener("load", () => location.hash && setTimeout(arrive));
})();
