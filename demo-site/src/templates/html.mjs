/** Markup that is safe to place as it is. */
class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const place = (value) => {
  if (value === undefined || value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(place).join("");
  if (value instanceof Markup) return value.text;
  return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
};

/**
 * A template literal in which every value is escaped, unless it came out of `html` itself.
 *
 * @example html`<li class="card">${name}</li>`
 */
export const html = (strings, ...values) =>
  new Markup(strings.map((text, at) => text + (at < values.length ? place(values[at]) : "")).join(""));

/** Markup from somewhere else, such as an SVG of ours. */
export const raw = (text) => new Markup(text);

/** A value as the content of a JSON `<script>`. */
export const json = (value) => new Markup(JSON.stringify(value).replaceAll("<", "\\u003c"));
