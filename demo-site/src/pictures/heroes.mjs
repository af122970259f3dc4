import { tote, weekender } from "./bags.mjs";
import { hiker, rubberBoot } from "./boots.mjs";
import { raincoat } from "./coats.mjs";
import { lamp } from "./furnishings.mjs";
import { beanie, fisherman, scarf } from "./knitwear.mjs";
import { rolltop } from "./packs.mjs";
import { bowls, mug, vase } from "./pottery.mjs";
import { sneaker } from "./shoes.mjs";
import { darker, lighter } from "./colour.mjs";
import { blur, linear, radial } from "./light.mjs";
import { createSheet } from "./sheet.mjs";
import { woodTone } from "./stage.mjs";
import {
  WIDE,
  airTone,
  boardedWall,
  grass,
  gulls,
  house,
  land,
  lighthouse,
  place,
  planks,
  sea,
  sky,
  sunbeam,
  windowFrame,
} from "./scenery.mjs";

/** The wide pictures: one for the shop, one for each category. */

const scene = (draw) => {
  const sheet = createSheet();
  return sheet.svg(WIDE.width, WIDE.height, draw(sheet));
};

/** The point itself, from the dunes: far cliffs, the light, a house that is up early. */
function headland(sheet) {
  const dune = (x) =>
    640 - 96 * Math.exp(-(((x - 1330) / 330) ** 2)) - 26 * Math.exp(-(((x - 620) / 300) ** 2));
  const ridge = (from, to, shape) =>
    Array.from({ length: 17 }, (_, at) => from + ((to - from) / 16) * at).map((x) => [x, shape(x)]);
  return (
    sky(sheet, { sun: [820, 318] }) +
    land(
      sheet,
      [
        [930, 430],
        [1010, 416],
        [1090, 404],
        [1200, 392],
        [1320, 386],
        [1460, 380],
        [1620, 376],
      ],
      { colour: "#9db0b0", foot: 436, share: 0.66 },
    ) +
    sea(sheet, { sun: 820 }) +
    land(
      sheet,
      [
        [980, 470],
        [1060, 452],
        [1130, 410],
        [1210, 384],
        [1300, 374],
        [1400, 380],
        [1500, 372],
        [1620, 364],
      ],
      { colour: "#76897a", foot: 500 },
    ) +
    `<path d="M980 470C1050 456 1090 452 1130 470C1180 486 1240 492 1620 492V506H980Z" fill="${airTone(sheet, "#d9c7a3")}"/>` +
    lighthouse(sheet, { x: 1236, y: 384, height: 230 }) +
    house(sheet, { x: 1330, y: 382, width: 84 }) +
    house(sheet, { x: 1446, y: 380, width: 64, wall: "#e6dfce" }) +
    gulls(sheet, [
      [960, 196, 22],
      [1032, 240, 15],
      [900, 262, 12],
      [1440, 170, 18],
    ]) +
    land(
      sheet,
      ridge(-20, 1620, (x) => dune(x) - 12),
      { colour: "#c9b48a", share: 0.76 },
    ) +
    grass(sheet, { from: 380, to: 1610, y: (x) => dune(x), height: 96, count: 300, colour: "#9a9c68" }) +
    land(
      sheet,
      ridge(-20, 1620, (x) => dune(x) + 46 + 14 * Math.sin(x / 130)),
      { colour: "#b59c6e", share: 0.78 },
    ) +
    grass(sheet, {
      from: -10,
      to: 1610,
      y: (x) => dune(x) + 62 + 14 * Math.sin(x / 130),
      height: 70,
      count: 220,
      colour: "#7f8a58",
      seed: 12,
    })
  );
}

/** The hall of a house by the sea: pegs, and what hangs on them. */
function hall(sheet) {
  const oak = "#b98a57";
  const rail = linear(sheet, [
    [0, woodTone(sheet, lighter(oak, 0.3))],
    [1, woodTone(sheet, darker(oak, 0.15))],
  ]);
  const peg = (x) =>
    `<circle cx="${x}" cy="104" r="13" fill="${woodTone(sheet, lighter(oak, 0.2))}"/><circle cx="${x - 3}" cy="100" r="5" fill="#fff8ea" fill-opacity=".5"/>`;
  const bench = (y) =>
    `<path d="M770 ${y}H1560V${y + 24}H770Z" fill="${rail}"/><path d="M770 ${y + 24}H1560V${y + 32}H770Z" fill="#0b1a22" fill-opacity=".3"/>` +
    [800, 1500]
      .map(
        (x) =>
          `<path d="M${x} ${y + 24}h30v${690 - y - 24}h-30z" fill="${woodTone(sheet, darker(oak, 0.2))}"/>`,
      )
      .join("");
  const hang = (drawing, x, scale) => place(drawing, { x, y: 104, scale, hangs: true });
  return (
    boardedWall(sheet, { colour: "#cfd8d4" }) +
    sunbeam(sheet, { x: 150, y: 40, size: 170 }) +
    `<path d="M0 600h1600v120h-1600z" fill="#0b1a22" fill-opacity=".05"/>` +
    planks(sheet, { top: 664, rows: 3, colour: "#b9966c" }) +
    `<path d="M0 640H1600V666H0Z" fill="${sheet.tone("#e9eae2", "#56656b")}"/><path d="M0 664h1600v5h-1600z" fill="#0b1a22" fill-opacity=".22"/>` +
    `<path d="M720 84H1580V124H720Z" fill="#0b1a22" fill-opacity=".22" filter="${blur(sheet, 8)}" transform="translate(6 10)"/><path d="M720 84H1580V124H720Z" fill="${rail}"/>` +
    hang(fisherman(sheet, { colour: "#e9e0cd" }), 860, 0.5) +
    hang(
      scarf(sheet, {
        colour: "#8b3a35",
        bands: [
          [0, 40, "#1d2c3a", 0.5],
          [60, 10, "#e8dcc4", 0.7],
          [84, 22, "#d9a441", 0.4],
        ],
      }),
      1082,
      0.44,
    ) +
    hang(raincoat(sheet, { colour: "#e3a92c" }), 1286, 0.53) +
    hang(beanie(sheet, { colour: "#35506a" }), 1496, 0.34) +
    [860, 1082, 1286, 1496].map(peg).join("") +
    bench(586) +
    place(rubberBoot(sheet, { colour: "#35503c" }), { x: 1130, y: 694, scale: 0.3 })
  );
}

/** The end of the pier, ten minutes before the ferry. */
function quay(sheet) {
  const hull = (x, y) =>
    `<path d="M${x} ${y}h150l-14 20h-120z" fill="${airTone(sheet, "#2e475c", 0.45)}"/><path d="M${x + 24} ${y - 20}h92v20h-92z" fill="${airTone(sheet, "#f4efe4", 0.5)}"/><path d="M${x + 40} ${y - 36}h44v16h-44z" fill="${airTone(sheet, "#f4efe4", 0.55)}"/><path d="M${x + 58} ${y - 56}h16v20h-16z" fill="${airTone(sheet, "#c24a2c", 0.4)}"/>` +
    [32, 50, 68, 86, 100]
      .map((dx) => `<path d="M${x + dx} ${y - 13}h9v7h-9z" fill="${sheet.tone("#4b5d66", "#ffdf9a")}"/>`)
      .join("") +
    `<path d="M${x - 40} ${y + 21}h230" stroke="#fffaf0" stroke-opacity=".6" stroke-width="3"/>`;
  const bollard = (x) =>
    `<path d="M${x - 22} 612h44l-5 -58h-34z" fill="${airTone(sheet, "#39454a", 0.4)}"/><ellipse cx="${x}" cy="552" rx="30" ry="10" fill="${airTone(sheet, "#57656b", 0.4)}"/><path d="M${x - 24} 596q24 14 48 0M${x - 25} 584q25 14 50 0" fill="none" stroke="${airTone(sheet, "#d8c7a0", 0.4)}" stroke-width="8"/>`;
  return (
    sky(sheet, { horizon: 380, sun: [700, 268] }) +
    land(
      sheet,
      [
        [1060, 380],
        [1160, 362],
        [1260, 340],
        [1380, 330],
        [1500, 318],
        [1620, 312],
      ],
      { colour: "#93a6a2", foot: 390, share: 0.68 },
    ) +
    lighthouse(sheet, { x: 1420, y: 330, height: 96 }) +
    sea(sheet, { horizon: 380, sun: 700 }) +
    hull(540, 372) +
    gulls(sheet, [
      [820, 150, 20],
      [900, 196, 14],
      [1180, 120, 16],
    ]) +
    planks(sheet, { top: 586, rows: 4, colour: "#b9a284" }) +
    `<path d="M0 584h1600v7h-1600z" fill="#0b1a22" fill-opacity=".3"/>` +
    bollard(760) +
    place(rolltop(sheet, { colour: "#4d5f44", leatherColour: "#8a5430" }), { x: 1330, y: 650, scale: 0.56 }) +
    place(weekender(sheet, { colour: "#2e475c", leatherColour: "#9a5f35" }), {
      x: 1030,
      y: 672,
      scale: 0.56,
    }) +
    place(tote(sheet, { colour: "#e4d9c3", leatherColour: "#9a5f35" }), { x: 1496, y: 690, scale: 0.42 })
  );
}

/** A table under a window, with the bay outside. */
function table(sheet) {
  const oak = "#c9a77c";
  const top = linear(sheet, [
    [0, woodTone(sheet, darker(oak, 0.08))],
    [1, woodTone(sheet, lighter(oak, 0.3))],
  ]);
  const glow = radial(sheet, [
    [0, "#ffd592", 0.55],
    [1, "#ffd592", 0],
  ]);
  const view =
    sky(sheet, { horizon: 300, sun: [1060, 210] }) +
    land(
      sheet,
      [
        [1060, 300],
        [1180, 280],
        [1300, 262],
        [1420, 250],
        [1500, 246],
      ],
      { colour: "#8fa39b", foot: 312, share: 0.66 },
    ) +
    sea(sheet, { horizon: 300, shore: 440, sun: 1060 }) +
    lighthouse(sheet, { x: 1276, y: 268, height: 76 });
  return (
    boardedWall(sheet, { colour: "#d5d3bd" }) +
    sunbeam(sheet, { x: 240, y: 96, size: 190 }) +
    windowFrame(sheet, { x: 920, y: 64, width: 500, height: 350, view }) +
    `<path d="M0 560H1600V720H0Z" fill="${top}"/><path d="M0 560h1600v4h-1600z" fill="#fff8ea" fill-opacity=".4"/><path d="M0 546h1600v14h-1600z" fill="#0b1a22" fill-opacity=".14" filter="${blur(sheet, 6)}"/>` +
    `<circle cx="1400" cy="420" r="420" fill="${glow}" style="opacity:${sheet.tone("0", "1")}"/>` +
    place(lamp(sheet, { colour: "#c24e2e" }), { x: 1450, y: 640, scale: 0.66 }) +
    place(vase(sheet, { colour: "#e8e0d0", dip: { y: 640, colour: "#4f6f78" } }), {
      x: 890,
      y: 630,
      scale: 0.58,
    }) +
    place(bowls(sheet, { colours: ["#3f5a66", "#8fa5a0", "#e5dac4"], specks: "#3a2a1e" }), {
      x: 1110,
      y: 664,
      scale: 0.4,
    }) +
    place(mug(sheet, { colour: "#a75c38", dip: { y: 700, colour: "#5e2f20" }, specks: "#2a1710" }), {
      x: 1262,
      y: 684,
      scale: 0.34,
    })
  );
}

/** The steps of the boathouse, after a walk. */
function steps(sheet) {
  const tread = (y, x) =>
    `<path d="M${x} ${y}H1600V${y + 26}H${x}Z" fill="${woodTone(sheet, "#c7b08a")}"/><path d="M${x} ${y + 26}H1600V${y + 96}H${x}Z" fill="${woodTone(sheet, "#8f7a5c")}"/><path d="M${x} ${y + 26}H1600V${y + 40}H${x}Z" fill="#0b1a22" fill-opacity=".3"/>`;
  const door =
    `<path d="M1080 40H1420V520H1080Z" fill="${airTone(sheet, "#2f5a53", 0.5)}"/>` +
    [1165, 1250, 1335]
      .map(
        (x) =>
          `<path d="M${x} 40h4v480h-4z" fill="#0b1a22" fill-opacity=".3"/><path d="M${x + 4} 40h2v480h-2z" fill="#fff8ea" fill-opacity=".16"/>`,
      )
      .join("") +
    `<path d="M1060 20H1440V44H1104V520H1060Z" fill="${sheet.tone("#f4efe4", "#6b767a")}"/><path d="M1396 44h44V520h-44z" fill="${sheet.tone("#f4efe4", "#6b767a")}"/>` +
    `<circle cx="1130" cy="300" r="11" fill="#c7b184"/><path d="M1104 44h292v20h-292z" fill="#0b1a22" fill-opacity=".25"/>`;
  return (
    boardedWall(sheet, { colour: "#d4dcd8", upright: false, pitch: 62 }) +
    `<path d="M0 0H420L760 720H0Z" fill="#fffaf0" style="opacity:${sheet.tone("0.24", "0.03")}" filter="${blur(sheet, 20)}"/>` +
    door +
    tread(520, 980) +
    tread(600, 860) +
    planks(sheet, { top: 676, rows: 2, colour: "#a9977c" }) +
    place(rubberBoot(sheet, { colour: "#dba22e", sole: "#efe6d2" }), { x: 1470, y: 530, scale: 0.4 }) +
    place(hiker(sheet, { colour: "#8a5a34" }), { x: 1226, y: 606, scale: 0.46 }) +
    place(sneaker(sheet, { colour: "#efe8d8", trimColour: "#2f5a63" }), { x: 990, y: 690, scale: 0.44 })
  );
}

/** File name → picture. */
export const heroes = () => ({
  halvo: scene(headland),
  "coats-knitwear": scene(hall),
  bags: scene(quay),
  home: scene(table),
  shoes: scene(steps),
});
