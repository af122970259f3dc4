import { createSheet } from "./sheet.mjs";
import { seeded, smooth } from "./shape.mjs";

/** The chart of the peninsula, after the sheets that pilots use: depths in tints, soundings, a compass rose. */
export const CHART = { width: 1400, height: 900 };

const COAST = [
  [-60, 560],
  [150, 536],
  [290, 440],
  [420, 396],
  [560, 340],
  [690, 300],
  [780, 214],
  [880, 150],
  [990, 168],
  [1090, 236],
  [1084, 322],
  [990, 372],
  [950, 450],
  [986, 540],
  [952, 640],
  [900, 740],
  [780, 742],
  [700, 690],
  [610, 716],
  [520, 728],
  [400, 676],
  [250, 724],
  [120, 700],
  [-60, 752],
];
const LAND = `M${COAST[0].join(" ")}${smooth(COAST)}Z`;
const ISLAND = "M1190 470C1220 452 1262 470 1256 500C1248 530 1200 534 1186 510C1178 494 1178 478 1190 470Z";

const SERIF =
  "'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,Georgia,'DejaVu Serif Condensed','DejaVu Serif',serif";
const SANS = "'Avenir Next',Avenir,'Segoe UI',Ubuntu,'DejaVu Sans Condensed','DejaVu Sans',sans-serif";

export function chart(brands) {
  const sheet = createSheet();
  const ink = sheet.tone("#1d3a36", "#d7e0d6");
  const sand = sheet.tone("#efe2c2", "#3b4038");
  const water = ["#d9e6e6", "#c8dcde", "#b6d1d6", "#a4c5cd"].map((day, at) =>
    sheet.tone(day, ["#11262f", "#163039", "#1b3a45", "#214652"][at]),
  );
  const accent = sheet.tone("#b23a1e", "#f08a6a");

  // The tint of each depth is the coast drawn with a wider pen.
  const depths = [300, 190, 90].map(
    (reach, at) =>
      `<g stroke-linejoin="round" stroke-linecap="round"><path d="${LAND}${ISLAND}" fill="none" stroke="${ink}" stroke-opacity=".35" stroke-width="${reach + 3}"/><path d="${LAND}${ISLAND}" fill="none" stroke="${water[at + 1]}" stroke-width="${reach}"/></g>`,
  );

  const soundings = depthsAt()
    .map(
      ([x, y, depth]) =>
        `<text x="${x}" y="${y}">${Math.floor(depth)}<tspan dy="6" font-size="12">${Math.floor((depth % 1) * 10)}</tspan></text>`,
    )
    .join("");

  const graticule =
    [230, 465, 700, 935, 1170].map((x) => `M${x} 0V${CHART.height}`).join("") +
    [225, 450, 675].map((y) => `M0 ${y}H${CHART.width}`).join("");

  const places = Object.entries(brands)
    .map(
      ([
        name,
        {
          at: [x, y],
        },
      ]) => {
        const left = x > 980 || name === "Rebslager" || name === "Ostra";
        return `<circle cx="${x}" cy="${y}" r="7" fill="${sand}" stroke="${accent}" stroke-width="5"/><text x="${x + (left ? -18 : 18)}" y="${y + 9}" text-anchor="${left ? "end" : "start"}">${name}</text>`;
      },
    )
    .join("");

  const sea = (x, y, text, size, turn = 0) =>
    `<text x="${x}" y="${y}" font-size="${size}" letter-spacing="${size * 0.12}" transform="rotate(${turn} ${x} ${y})">${text}</text>`;

  return sheet.svg(
    CHART.width,
    CHART.height,
    `<path d="M0 0h${CHART.width}v${CHART.height}H0z" fill="${water[0]}"/>${depths.join("")}` +
      `<path d="${graticule}" stroke="${ink}" stroke-opacity=".2" stroke-width="1.4"/>` +
      `<path d="${LAND}${ISLAND}" fill="${sand}" stroke="${ink}" stroke-width="3"/>` +
      `<path d="M300 560c30 -30 70 -20 90 6M470 566c24 -26 60 -22 80 4M380 610c20 -20 50 -18 66 2M720 560c20 -22 50 -20 66 2M560 520c20 -20 46 -18 62 2" fill="none" stroke="${ink}" stroke-opacity=".3" stroke-width="2"/>` +
      `<path d="M60 640C220 600 360 560 470 506S700 440 800 392S930 280 1000 306M640 462C660 540 680 600 690 640S820 700 864 692M690 640C620 660 560 650 522 642" fill="none" stroke="${accent}" stroke-width="3.4" stroke-dasharray="4 9" stroke-linecap="round"/>` +
      `<g fill="${ink}" fill-opacity=".62" font-family="${SERIF}" font-style="italic" font-size="19">${soundings}</g>` +
      `<g fill="${ink}" fill-opacity=".8" font-family="${SERIF}" font-style="italic">${sea(330, 300, "Nordsund", 46, -24)}${sea(1080, 400, "Østbugt", 34)}${sea(560, 836, "The Long Bay", 46)}${sea(1150, 566, "Lille Holm", 24)}</g>` +
      `<g fill="${ink}" font-family="${SANS}" font-size="31" font-weight="600" paint-order="stroke" stroke="${sand}" stroke-width="7" stroke-linejoin="round">${places}</g>` +
      rose(ink, accent, sand) +
      frame(ink, sand),
  );
}

/** Where the lead was dropped, clear of the coast, of the names and of each other: the farther out, the deeper. */
function depthsAt() {
  const random = seeded(77);
  const names = [
    [230, 130, 560, 340],
    [1010, 340, 1310, 590],
    [500, 770, 960, 870],
    [1080, 570, 1400, 900],
  ];
  const taken = [];
  for (let cast = 0; cast < 400; cast++) {
    const [x, y] = [
      Math.round(50 + random() * (CHART.width - 120)),
      Math.round(56 + random() * (CHART.height - 100)),
    ];
    const shore = Math.min(...COAST.map(([cx, cy]) => Math.hypot(cx - x, cy - y)));
    const free =
      !onLand(x, y) &&
      shore > 70 &&
      !names.some(([left, top, right, bottom]) => x > left - 40 && x < right && y > top && y < bottom + 20) &&
      !taken.some(([tx, ty]) => Math.hypot(tx - x, ty - y) < 96);
    if (free) taken.push([x, y, shore / 9 + random() * 4]);
  }
  return taken;
}

const onLand = (x, y) =>
  COAST.reduce((odd, [x1, y1], at) => {
    const [x2, y2] = COAST[(at + 1) % COAST.length];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !odd : odd;
  }, false);

function rose(ink, accent, paper) {
  const points = Array.from({ length: 8 }, (_, at) => {
    const length = at % 2 ? 52 : 96;
    return `<g transform="rotate(${at * 45})"><path d="M0 ${-length}L14 -16L0 0Z" fill="${at === 0 ? accent : ink}"/><path d="M0 ${-length}L-14 -16L0 0Z" fill="${paper}" stroke="${ink}" stroke-width="1.6"/></g>`;
  });
  const ticks = Array.from(
    { length: 36 },
    (_, at) => `<path d="M0 -116v${at % 3 ? 8 : 14}" transform="rotate(${at * 10})"/>`,
  ).join("");
  return `<g transform="translate(1236 716)"><circle r="118" fill="none" stroke="${ink}" stroke-width="2"/><circle r="100" fill="none" stroke="${ink}" stroke-opacity=".5"/><g stroke="${ink}" stroke-width="1.6">${ticks}</g>${points.join("")}</g>`;
}

/** The scale along the edge, in minutes. */
function frame(ink, paper) {
  const { width, height } = CHART;
  return (
    `<rect x="10" y="10" width="${width - 20}" height="${height - 20}" fill="none" stroke="${paper}" stroke-width="20"/>` +
    `<rect x="10" y="10" width="${width - 20}" height="${height - 20}" fill="none" stroke="${ink}" stroke-width="10" stroke-dasharray="60 60"/>` +
    `<rect x="3" y="3" width="${width - 6}" height="${height - 6}" fill="none" stroke="${ink}" stroke-width="2"/><rect x="19" y="19" width="${width - 38}" height="${height - 38}" fill="none" stroke="${ink}" stroke-width="2"/>`
  );
}
