/** What is left free around a box, and between it and what it is about, in CSS pixels. */
export const GAP = 16;

/** Edges in the viewport. */
export type Edges = Pick<DOMRectReadOnly, "left" | "right" | "top" | "bottom">;

export interface Size {
  width: number;
  height: number;
}

/**
 * Where a box goes that says something about a target: below it, above it, or beside it, where there is room without
 * covering it. In the middle of its side, as far as the viewport allows.
 *
 * @returns `undefined` where there is no room.
 */
export function placeBeside(
  target: Edges,
  { width, height }: Size,
  viewport: Size,
  isRightToLeft: boolean,
): { left: number; top: number } | undefined {
  const within = (start: number, size: number, whole: number): number =>
    Math.max(GAP, Math.min(start, whole - GAP - size));
  const left = within((target.left + target.right - width) / 2, width, viewport.width);
  const top = within((target.top + target.bottom - height) / 2, height, viewport.height);
  const before = { left: target.left - GAP - width, top };
  const after = { left: target.right + GAP, top };
  return [
    { left, top: target.bottom + GAP },
    { left, top: target.top - GAP - height },
    ...(isRightToLeft ? [before, after] : [after, before]),
  ].find(
    ({ left, top }) =>
      left >= GAP &&
      top >= GAP &&
      left + width <= viewport.width - GAP &&
      top + height <= viewport.height - GAP,
  );
}
