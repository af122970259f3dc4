/**
 * Puts values into the places of a text; a place that nothing is given for stays as it is written.
 *
 * @example fillIn("{step} of {steps}", { step: "1", steps: "3" }) // "1 of 3"
 */
export const fillIn = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? values[name]! : place));
