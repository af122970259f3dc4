import { contrast, over, readColour, type Colour } from "./contrast.ts";

/** WCAG 1.4.3, for text of every size. */
const ENOUGH = 4.5;
const WHITE: Colour = [1, 1, 1, 1];
const BLACK: Colour = [0, 0, 0, 1];

/**
 * Gives an overlay the font and the colours of the page's body, whatever these are: light, dark or a brand's own. Where
 * they, or what the shop has set for the box, cannot be read, the text becomes black or white.
 */
export function dress(host: HTMLElement, box: HTMLElement): void {
  const { body, documentElement } = document;
  const styles = [body, documentElement].map((element) => getComputedStyle(element));
  const solid = styles.find(({ backgroundColor }) => readColour(backgroundColor, host)?.[3] === 1);
  const { fontFamily, fontSize, fontWeight, letterSpacing, color, colorScheme, direction } = styles[0]!;
  // It has no box of its own, which a page that is a grid would make room for. A body of 10 px has larger texts in it.
  host.style.cssText = `display:contents;direction:${direction};color-scheme:${colorScheme};font:${fontWeight} max(14px,${fontSize}) ${fontFamily};letter-spacing:${letterSpacing};--b:${solid?.backgroundColor ?? "Canvas"};--c:${solid ? color : "CanvasText"}`;
  let behind = WHITE;
  for (const element of [box, ...box.querySelectorAll<HTMLElement>("[part=action]")]) {
    const { backgroundColor, backgroundImage, color } = getComputedStyle(element);
    const [back, text] = [backgroundColor, color].map((each) => readColour(each, host));
    // On a picture there is no telling.
    if (!back || !text || backgroundImage !== "none") return;
    behind = over(back, behind);
    if (contrast(over(text, behind), behind) < ENOUGH)
      element.style.color = contrast(WHITE, behind) > contrast(BLACK, behind) ? "#fff" : "#000";
  }
}
