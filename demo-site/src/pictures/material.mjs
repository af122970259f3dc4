import { seeded } from "./shape.mjs";

/** Textures as patterns of light and shade, so that one serves for cloth of every colour. */

function pattern(sheet, [width, height], content, transform = "") {
  const id = sheet.define(
    (name) =>
      `<pattern id="${name}" width="${width}" height="${height}" patternUnits="userSpaceOnUse"${transform && ` patternTransform="${transform}"`}>${content}</pattern>`,
  );
  return `url(#${id})`;
}

const stroke = (d, colour, opacity, width) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const DARK = "#08121c";
const PALE = "#fff7e8";

/** Stocking stitch: columns of little Vs. */
export function knit(sheet, size = 15, transform) {
  const [w, h] = [size, size * 0.8];
  const vee = (dy) => `M${w * 0.08} ${dy - h * 0.42}L${w / 2} ${dy + h * 0.42}L${w * 0.92} ${dy - h * 0.42}`;
  const rows = [0, h].map((dy) => stroke(vee(dy + h * 0.5), PALE, 0.2, size * 0.3)).join("");
  const gaps = [-h * 0.5, h * 0.5, h * 1.5]
    .map((dy) => stroke(vee(dy + h * 0.5), DARK, 0.22, size * 0.13))
    .join("");
  return pattern(sheet, [w, h], gaps + rows + stroke(`M0 0V${h}`, DARK, 0.2, 1.6), transform);
}

/** Ribbing: full columns with deep valleys between them. */
export function rib(sheet, size = 15, transform) {
  const w = size;
  return pattern(
    sheet,
    [w, 10],
    `<path d="M0 0h${w * 0.3}v10H0z" fill="${DARK}" fill-opacity=".34"/>` +
      `<path d="M${w * 0.3} 0h${w * 0.16}v10h-${w * 0.16}z" fill="${PALE}" fill-opacity=".1"/>` +
      `<path d="M${w * 0.46} 0h${w * 0.24}v10h-${w * 0.24}z" fill="${PALE}" fill-opacity=".24"/>` +
      stroke(`M${w * 0.34} 2l${w * 0.28} 4l${w * 0.28} -4`, DARK, 0.14, 1.6),
    transform,
  );
}

/** A rope of two strands, twisted; the ground beside it is purl. */
export function cable(sheet, [width, height] = [76, 72]) {
  const [w, h] = [width, height];
  const centre = w / 2;
  const reach = w * 0.15;
  const strand = (side, y) => {
    const [from, to] = [centre - side * reach, centre + side * reach];
    return `M${from} ${y - h * 0.06}C${from} ${y + h * 0.26} ${to} ${y + h * 0.24} ${to} ${y + h * 0.56}`;
  };
  const cord = (side, y) =>
    stroke(strand(side, y), "#4a4438", 0.34, w * 0.27) +
    stroke(strand(side, y), DARK, 0.1, w * 0.25) +
    stroke(strand(side, y), PALE, 0.42, w * 0.13) +
    `<path d="${strand(side, y)}" fill="none" stroke="${DARK}" stroke-opacity=".12" stroke-width="${w * 0.17}" stroke-dasharray="2 5"/>`;
  // The strand that goes under is drawn first: at each half turn they change places.
  const turns = [-h / 2, 0, h / 2, h].map((y, at) =>
    at % 2 === 0 ? cord(1, y) + cord(-1, y) : cord(-1, y) + cord(1, y),
  );
  const purl = [0, 1, 2, 3, 4, 5].map((row) =>
    [0.04, 0.96]
      .map((x) => stroke(`M${w * x - 5} ${(row + 0.5) * (h / 6)}q5 5 10 0`, DARK, 0.22, 2.2))
      .join(""),
  );
  const valleys = stroke(`M${centre - w * 0.37} -2V${h + 2}M${centre + w * 0.37} -2V${h + 2}`, DARK, 0.24, 4);
  return pattern(sheet, [w, h], purl.join("") + valleys + turns.join(""));
}

/** Moss stitch: a field of small grains. */
export function moss(sheet, size = 11) {
  const grain = (x, y) =>
    `<ellipse cx="${x}" cy="${y}" rx="${size * 0.3}" ry="${size * 0.24}" fill="${PALE}" fill-opacity=".22"/>` +
    stroke(
      `M${x - size * 0.3} ${y + size * 0.2}q${size * 0.3} ${size * 0.24} ${size * 0.6} 0`,
      DARK,
      0.32,
      1.8,
    );
  return pattern(sheet, [size, size], grain(size * 0.25, size * 0.2) + grain(size * 0.75, size * 0.7));
}

/** Twill, as in gabardine and denim. */
export const twill = (sheet, size = 7) =>
  pattern(
    sheet,
    [size, size],
    `<path d="M0 0h${size}v${size * 0.4}H0z" fill="${DARK}" fill-opacity=".13"/><path d="M0 ${size * 0.5}h${size}v${size * 0.25}H0z" fill="${PALE}" fill-opacity=".1"/>`,
    "rotate(-52)",
  );

/** Plain weave, as in duck canvas. */
export const canvas = (sheet, size = 8) =>
  pattern(
    sheet,
    [size, size],
    `<path d="M0 0h${size / 2}v${size / 2}H0zM${size / 2} ${size / 2}h${size / 2}v${size / 2}h-${size / 2}z" fill="${DARK}" fill-opacity=".12"/>` +
      `<path d="M${size / 2} 0h${size / 2}v${size * 0.2}h-${size / 2}zM0 ${size / 2}h${size / 2}v${size * 0.2}H0z" fill="${PALE}" fill-opacity=".16"/>`,
  );

/** Herringbone wool. */
export const herringbone = (sheet, size = 34) => {
  const slants = (x, direction) =>
    [-1, 0, 1, 2, 3, 4, 5]
      .map((row) =>
        stroke(
          `M${x} ${row * 6}l${direction * (size / 2)} 12`,
          row % 2 ? PALE : DARK,
          row % 2 ? 0.12 : 0.2,
          2.6,
        ),
      )
      .join("");
  return pattern(sheet, [size, 24], `${slants(0, 1)}${slants(size, -1)}`);
};

/** Brushed wool: short fibres that lie every way. */
export function fuzz(sheet, { size = 90, count = 150, opacity = 0.14, seed = 7 } = {}) {
  const random = seeded(seed);
  const fibres = Array.from({ length: count }, (_, at) => {
    const [x, y, angle, length] = [random() * size, random() * size, random() * Math.PI, 2 + random() * 5];
    return stroke(
      `M${x.toFixed(1)} ${y.toFixed(1)}l${(Math.cos(angle) * length).toFixed(1)} ${(Math.sin(angle) * length).toFixed(1)}`,
      at % 2 ? PALE : DARK,
      opacity,
      1.3,
    );
  });
  return pattern(sheet, [size, size], fibres.join(""));
}

/** Specks, as iron makes in stoneware; `colour` may be dark or pale. */
export function speckle(
  sheet,
  { colour = "#3a2a1e", size = 150, count = 46, opacity = 0.55, seed = 3 } = {},
) {
  const random = seeded(seed);
  const specks = Array.from({ length: count }, () => {
    const radius = 0.6 + random() ** 3 * 2.6;
    return `<circle cx="${(random() * size).toFixed(1)}" cy="${(random() * size).toFixed(1)}" r="${radius.toFixed(2)}" fill="${colour}" fill-opacity="${(opacity * (0.4 + random() * 0.6)).toFixed(2)}"/>`;
  });
  return pattern(sheet, [size, size], specks.join(""));
}

/** The grain of full leather: faint pores and wrinkles. */
export function leather(sheet, { size = 70, seed = 11, opacity = 0.1 } = {}) {
  const random = seeded(seed);
  const pores = Array.from({ length: 60 }, (_, at) => {
    const [x, y] = [random() * size, random() * size];
    return stroke(
      `M${x.toFixed(1)} ${y.toFixed(1)}q${(random() * 6).toFixed(1)} ${(random() * 4 - 2).toFixed(1)} ${(3 + random() * 6).toFixed(1)} ${(random() * 4).toFixed(1)}`,
      at % 2 ? PALE : DARK,
      opacity,
      1.2,
    );
  });
  return pattern(sheet, [size, size], pores.join(""));
}

/** Long grain in wood. */
export function grain(sheet, { size = 220, height = 60, seed = 5, transform } = {}) {
  const random = seeded(seed);
  const lines = Array.from({ length: 9 }, (_, at) => {
    const y = (at + random()) * (height / 9);
    return stroke(
      `M0 ${y.toFixed(1)}q${size / 4} ${(random() * 6 - 3).toFixed(1)} ${size / 2} 0t${size / 2} 0`,
      DARK,
      0.06 + random() * 0.12,
      1 + random() * 1.6,
    );
  });
  return pattern(sheet, [size, height], lines.join(""), transform);
}

/** Small diamonds, sewn down: the lining of a quilted jacket. */
export const quilt = (sheet, size = 58) =>
  pattern(
    sheet,
    [size, size],
    stroke(`M0 0L${size} ${size}M${size} 0L0 ${size}`, DARK, 0.24, 7) +
      stroke(`M4 0L${size + 4} ${size}M${size + 4} 0L4 ${size}`, PALE, 0.16, 4) +
      stroke(`M0 0L${size} ${size}M${size} 0L0 ${size}`, DARK, 0.34, 1.8),
  );

/** Stripes across: `bands` are `[height, colour]`, in order. */
export function stripes(sheet, bands, transform) {
  const height = bands.reduce((sum, [band]) => sum + band, 0);
  let y = 0;
  const rows = bands.map(([band, colour]) => {
    const row = colour ? `<path d="M0 ${y}h20v${band}H0z" fill="${colour}"/>` : "";
    y += band;
    return row;
  });
  return pattern(sheet, [20, height], rows.join(""), transform);
}

/** A woven check: stripes down and across, thicker where they meet. */
export function check(sheet, { size = 120, bands }) {
  const marks = bands
    .map(
      ([at, width, colour, opacity]) =>
        `<path d="M${at} 0h${width}v${size}h-${width}zM0 ${at}h${size}v${width}H0z" fill="${colour}" fill-opacity="${opacity}"/>`,
    )
    .join("");
  return pattern(sheet, [size, size], marks);
}

/** Thread: a dashed seam with a shadow under it. */
export const seam = (d, { colour = PALE, opacity = 0.55, width = 2.4, dash = "9 6" } = {}) =>
  `<path d="${d}" fill="none" stroke="${DARK}" stroke-opacity=".25" stroke-width="${width}" stroke-dasharray="${dash}" transform="translate(1 1.6)"/>` +
  `<path d="${d}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}" stroke-dasharray="${dash}" stroke-linecap="round"/>`;

/** Where two pieces of cloth are joined. */
export const join = (d, { opacity = 0.4, width = 3 } = {}) =>
  stroke(d, DARK, opacity, width) +
  `<path d="${d}" fill="none" stroke="${PALE}" stroke-opacity="${opacity * 0.45}" stroke-width="${width * 0.7}" transform="translate(-2 1.6)"/>`;
