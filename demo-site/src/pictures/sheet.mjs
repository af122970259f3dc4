/**
 * A sheet collects what the parts of one picture share: gradients, patterns, filters and tones that follow
 * the colour scheme. A drawing is a function `(sheet, options) => markup`, so that it can stand alone on a
 * product picture or together with others in a scene.
 */
export function createSheet() {
  const definitions = new Map();
  const tones = new Map();

  /**
   * Adds a definition once and gives its id.
   *
   * @param write Gets the id, gives the markup.
   * @example const soft = sheet.define((id) => `<filter id="${id}">…</filter>`)
   */
  function define(write) {
    const key = write("");
    if (!definitions.has(key)) {
      const id = `d${definitions.size}`;
      definitions.set(key, { id, markup: write(id) });
    }
    return definitions.get(key).id;
  }

  /** A colour that is another one at night: an SVG in an `<img>` follows the scheme of the page around it. */
  function tone(day, night) {
    const key = `${day}/${night}`;
    if (!tones.has(key)) tones.set(key, { name: `--t${tones.size}`, day, night });
    return `var(${tones.get(key).name})`;
  }

  function svg(width, height, content) {
    const list = [...tones.values()];
    const declare = (scheme) => list.map((entry) => `${entry.name}:${entry[scheme]}`).join(";");
    const style = `<style>svg{${declare("day")}}@media(prefers-color-scheme:dark){svg{${declare("night")}}}</style>`;
    const shared = [...definitions.values()].map(({ markup }) => markup).join("");
    return tidy(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
        `${list.length > 0 ? style : ""}<defs>${shared}</defs>${content}</svg>`,
    );
  }

  return { define, tone, svg };
}

/** Numbers to one decimal and no idle white space: a picture is a third smaller so. */
function tidy(markup) {
  return markup
    .replace(/-?\d+\.\d{2,}/g, (number) => {
      const magnitude = Math.abs(Number(number));
      return String(Number(Number(number).toFixed(magnitude < 2 ? 3 : 1)));
    })
    .replace(/\s+/g, " ")
    .replace(/> </g, "><");
}
