// The Help room, the crash panel and the neutral page: static, so their words stand in index.html and away.html.
import { fill } from "./words.js";

const STATIC = {
  en: {
    heading: "Help now",
    call: "Call {number}",
    country: "Where are you?",
    countries: { UK: "United Kingdom", CA: "Canada" },
    steps: "What to do",
    back: "Back",
    people: "My people",
    stopped: "Trellis stopped",
    reload: "Reload",
    download: "Download what is stored",
    crisis: "988 Suicide & Crisis Lifeline",
  },
  es: {
    heading: "Ayuda ahora",
    call: "Llamar al {number}",
    country: "¿Dónde estás?",
    countries: { UK: "Reino Unido", CA: "Canadá" },
    steps: "Qué hacer",
    back: "Atrás",
    people: "Mi gente",
    stopped: "Trellis se detuvo",
    reload: "Recargar",
    download: "Descargar lo guardado",
    crisis: "988 en español",
  },
};

export class Help {
  constructor(page, language) {
    this.page = page;
    const words = (this.words = STATIC[language]);
    this.heading = page.getByRole("heading", { level: 1, name: words.heading, exact: true });
    this.country = page.getByRole("combobox", { name: words.country });
    this.steps = page.getByRole("group").filter({ hasText: words.steps }).getByRole("list").getByRole("listitem");
    this.back = page.getByRole("link", { name: words.back, exact: true });
    this.people = page.getByRole("heading", { level: 2, name: words.people });
    this.stopped = page.getByRole("heading", { level: 1, name: words.stopped });
    this.reload = page.getByRole("button", { name: words.reload, exact: true });
    this.download = page.getByRole("button", { name: words.download });
    this.away = page.getByRole("heading", { level: 1, name: "Conversions" });
  }

  /** A line of help as it is listed for the country. */
  line(name) {
    return this.page.getByText(name, { exact: true }).filter({ visible: true });
  }

  /** The large button of the emergency number. */
  emergency(number) {
    return this.page.getByRole("link", { name: fill(this.words.call, { number }), exact: true }).first();
  }

  /** Every address that would call or text someone, shown or not. */
  async numbers() {
    return this.page.locator("a[href^='tel:'], a[href^='sms:']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  }
}
