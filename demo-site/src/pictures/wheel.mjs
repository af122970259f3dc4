import { darker, lighter } from "./colour.mjs";
import { clip, gleam, groundShadow, linear } from "./light.mjs";
import { speckle } from "./material.mjs";
import { turned } from "./shape.mjs";

/** How light goes around something round: shade, gleam, body, shade, and a little light back from the table. */
export const around = (sheet, colour) =>
  linear(
    sheet,
    [
      [0, darker(colour, 0.3)],
      [0.1, darker(colour, 0.06)],
      [0.3, lighter(colour, 0.38)],
      [0.52, colour],
      [0.86, darker(colour, 0.44)],
      [1, darker(colour, 0.28)],
    ],
    [0, 0, 1, 0.06],
  );

/**
 * A thrown pot.
 *
 * @param profile `[radius, y]` from the mouth down to the foot.
 * @param options.dip A second glaze: `{ y, colour }`, everything below or (with `above`) above `y`.
 * @param options.specks Colour of the iron specks, if any.
 * @param options.rings Heights of throwing rings.
 * @param options.gloss How much it gleams, 0 to 1. @default 0.3
 */
export function pot(
  sheet,
  profile,
  { colour, axis = 400, tilt = 0.16, dip, specks, rings = [], gloss = 0.3, wall = 9, bare },
) {
  const d = turned(profile, { axis, tilt });
  const [mouth, mouthY] = profile[0];
  const widest = Math.max(...profile.map(([radius]) => radius));
  const [foot, footY] = profile.at(-1);
  const height = footY - mouthY;
  const half = (y) =>
    `C${axis - widest * 0.5} ${y + widest * tilt * 1.1} ${axis + widest * 0.5} ${y + widest * tilt * 1.1} ${axis + widest + 20} ${y}`;
  const dipEdge =
    dip &&
    `M${axis - widest - 20} ${dip.y}${half(dip.y)}V${dip.above ? mouthY - 80 : footY + 90}H${axis - widest - 20}Z`;
  const inside = linear(
    sheet,
    [
      [0, darker(colour, 0.6)],
      [0.55, darker(colour, 0.4)],
      [1, darker(colour, 0.12)],
    ],
    [0, 0, 1, 0.5],
  );
  return (
    groundShadow(sheet, {
      cx: axis,
      cy: footY + foot * tilt * 0.4,
      rx: Math.max(foot, widest * 0.78) * 1.12,
      ry: Math.max(foot, widest * 0.7) * 0.2,
      opacity: 0.55,
    }) +
    clip(
      sheet,
      d,
      `<path d="${d}" fill="${around(sheet, colour)}"/>` +
        (dip
          ? `<path d="${dipEdge}" fill="${around(sheet, dip.colour)}"/><path d="M${axis - widest - 20} ${dip.y}${half(dip.y)}" fill="none" stroke="#fff8ea" stroke-opacity=".5" stroke-width="3"/><path d="M${axis - widest - 20} ${dip.y + 4}${half(dip.y + 4)}" fill="none" stroke="#0a1420" stroke-opacity=".2" stroke-width="4"/>`
          : "") +
        (bare
          ? `<path d="M${axis - widest - 20} ${bare.y}${half(bare.y)}V${footY + 90}H${axis - widest - 20}Z" fill="${bare.colour}" fill-opacity=".8"/>`
          : "") +
        rings
          .map(
            (y) =>
              `<path d="M${axis - widest - 20} ${y}${half(y)}" fill="none" stroke="#0a1420" stroke-opacity=".14" stroke-width="5"/><path d="M${axis - widest - 20} ${y - 5}${half(y - 5)}" fill="none" stroke="#fff8ea" stroke-opacity=".2" stroke-width="4"/>`,
          )
          .join("") +
        (specks ? `<path d="${d}" fill="${speckle(sheet, { colour: specks })}"/>` : "") +
        `<path d="M${axis - widest} ${footY - height * 0.2}h${widest * 2}V${footY + 90}h${-widest * 2}z" fill="${linear(
          sheet,
          [
            [0, "#0a1420", 0],
            [1, "#0a1420", 0.34],
          ],
        )}"/>` +
        gleam(
          sheet,
          `M${axis - widest * 0.48} ${mouthY + height * 0.3}Q${axis - widest * 0.58} ${mouthY + height * 0.5} ${axis - widest * 0.5} ${mouthY + height * 0.72}`,
          { width: widest * 0.12, opacity: gloss, soft: widest * 0.06 },
        ),
    ) +
    `<ellipse cx="${axis}" cy="${mouthY}" rx="${mouth}" ry="${mouth * tilt}" fill="${lighter(colour, 0.3)}"/>` +
    `<ellipse cx="${axis}" cy="${mouthY + 1.5}" rx="${mouth - wall}" ry="${Math.max(2, mouth * tilt - wall * 0.36)}" fill="${inside}"/>`
  );
}
