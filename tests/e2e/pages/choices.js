// The choices of Help: one screen each, in a page of its own, with the numbers of the list of resources.
import { readFileSync } from "node:fs";

import { fill } from "./words.js";

const STATIC = {
  en: {
    title: "Help now",
    back: "Back",
    choices: {
      a: "Someone is not breathing or won’t wake up",
      b: "I want to hurt myself",
      c: "I used",
      d: "I am about to use",
      e: "I am in withdrawal",
      f: "I am not safe with someone",
      g: "I need treatment",
      h: "All numbers",
    },
    call: "Call {number}",
    country: "Where are you?",
    need: "For what",
    speaks: "Language",
    needs: { violence: "Violence" },
    languages: { es: "Spanish" },
    nothing: /^Nothing here for that/,
    other: "Español",
    gave: "I gave it: start the clock",
    stopClock: "Stop the clock",
    count: "Count the breaths with me",
    stopCount: "Stop counting",
    breathe: "Breathe",
    look: /^Look at the breathing, not at waking/,
    better: /^Is the breathing better/,
    tolerance: /tolerance has dropped. The old amount can kill/,
    naloxone: /naloxone/i,
    people: "Call my people",
    write: "Write it down",
    notNow: "Not now",
    unchecked: "Not checked yet",
  },
  es: {
    title: "Ayuda ahora",
    back: "Atrás",
    choices: {
      a: "Alguien no respira o no despierta",
      b: "Quiero hacerme daño",
      c: "Consumí",
      d: "Estoy a punto de consumir",
      e: "Tengo síntomas de abstinencia",
      f: "No estoy a salvo con alguien",
      g: "Necesito tratamiento",
      h: "Todos los números",
    },
    call: "Llamar al {number}",
    country: "¿Dónde estás?",
    need: "Para qué",
    speaks: "Idioma",
    needs: { violence: "Violencia" },
    languages: { es: "Español" },
    nothing: /^No hay nada aquí para eso/,
    other: "English",
    gave: "Ya la di: contar el tiempo",
    stopClock: "Parar el reloj",
    count: "Contar las respiraciones",
    stopCount: "Parar la cuenta",
    breathe: "Sopla",
    look: /^Mira si respira, no si despierta/,
    better: /^¿Respira mejor/,
    tolerance: /la tolerancia baja. La cantidad de antes puede matar/,
    naloxone: /naloxona/i,
    people: "Llamar a mi gente",
    write: "Anotarlo",
    notNow: "Ahora no",
    unchecked: "Sin verificar",
  },
};

const digits = (text) => text.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");

/** The countries as the app names them, with how the list of resources begins to name them. */
const COUNTRIES = { US: "US", CA: "Canada", UK: "UK", IE: "Ireland", AU: "Australia", NZ: "New Zealand" };

/** The rows of the list of resources. */
export function resources() {
  const [head, ...lines] = readFileSync(new URL("../../../content/resources.tsv", import.meta.url), "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  const rows = lines.map((line) => Object.fromEntries(line.split("\t").map((cell, place) => [names[place], cell])));
  const code = (name) => Object.keys(COUNTRIES).find((code) => COUNTRIES[code] === name.split("-")[0]) ?? "other";
  return rows.map((row) => ({ ...row, countries: row.country === "international" ? undefined : row.country.split(" and ").map(code) }));
}

/** The numbers that may be called or written to in a country, as digits. */
export function numbersOf(country, kind) {
  const fits = (row) => row.certainty === "high" && (!row.countries || row.countries.includes(country)) && (!kind || kind.test(row.kind));
  const cells = resources().filter(fits).flatMap(({ phone, sms }) => [phone, sms]);
  return new Set(cells.flatMap((cell) => cell.match(/[\d][\d -]*\d/g) ?? []).map(digits));
}

export class Choices {
  constructor(page, language) {
    this.page = page;
    this.language = language;
    const words = (this.words = STATIC[language]);
    const button = (name) => page.getByRole("button", { name, exact: true });
    this.heading = page.getByRole("heading", { level: 1 });
    this.back = page.getByRole("link", { name: words.back, exact: true });
    this.other = page.getByRole("link", { name: words.other, exact: true });
    this.country = page.getByRole("combobox", { name: words.country });
    this.need = page.getByRole("combobox", { name: words.need });
    this.speaks = page.getByRole("combobox", { name: words.speaks });
    this.nothing = page.getByText(words.nothing);
    this.clock = page.locator("[data-end]");
    this.breaths = page.locator("[data-every]");
    this.gave = button(words.gave);
    this.stopClock = button(words.stopClock);
    this.count = button(words.count);
    this.stopCount = button(words.stopCount);
    this.items = page.locator("[data-need]").filter({ visible: true });
    this.screen = page.locator(".choice").filter({ visible: true });
    this.unchecked = page.getByText(words.unchecked, { exact: true }).first();
  }

  /** The address of a choice. */
  address(id = "") {
    return `/help-${this.language}.html${id && `#${id}`}`;
  }

  async open(id) {
    await this.page.goto("about:blank");
    await this.page.goto(this.address(id));
  }

  /** The link to a choice, in Help and in the list of all. */
  door(id) {
    return this.page.getByRole("link", { name: this.words.choices[id], exact: true }).filter({ visible: true }).first();
  }

  /** What is large in a clock. */
  face(timer) {
    return timer.locator(".timer__face");
  }

  emergency(number) {
    return this.page.getByRole("link", { name: fill(this.words.call, { number }), exact: true }).filter({ visible: true }).first();
  }

  link(name) {
    return this.page.getByRole("link", { name, exact: true }).filter({ visible: true }).first();
  }

  /** Every number on the screen that can be called or written to, as digits. */
  async numbers() {
    const links = this.page.locator("main a[href^='tel:'], main a[href^='sms:']").filter({ visible: true });
    return (await links.evaluateAll((all) => all.map((link) => link.getAttribute("href").split("?")[0]))).map(digits);
  }
}
