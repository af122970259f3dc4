/** Red, green, blue and opacity, each 0 to 1. */
export type Colour = [red: number, green: number, blue: number, alpha: number];

/**
 * A computed colour in numbers. What is not `rgb()` (as `oklch()` and `color(display-p3 …)`) is turned into that by the
 * browser, on an element whose own colour is put back.
 */
export function readColour(computed: string, element: HTMLElement): Colour | undefined {
  const numbers = (text: string) => (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const colour = (channels: number[], full: number): Colour | undefined => {
    const [red, green, blue] = channels.map((each) => Math.min(1, Math.max(0, each / full)));
    return blue === undefined ? undefined : [red!, green!, blue, channels[3] ?? 1];
  };
  if (computed.startsWith("rgb")) return colour(numbers(computed), 255);
  const before = element.style.color;
  element.style.color = `color-mix(in srgb,${computed},${computed})`;
  const mixed = getComputedStyle(element).color;
  element.style.color = before;
  return mixed.startsWith("color(srgb ") ? colour(numbers(mixed), 1) : undefined;
}

/** What is seen where a colour lies over an opaque one. */
export function over(upper: Colour, lower: Colour): Colour {
  const [red, green, blue] = lower.map((each, index) => each + (upper[index]! - each) * upper[3]);
  return [red!, green!, blue!, 1];
}

/** Relative luminance, as WCAG 2 defines it. */
const luminance = ([red, green, blue]: Colour): number => {
  const linear = (each: number) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** The contrast of two opaque colours: 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
