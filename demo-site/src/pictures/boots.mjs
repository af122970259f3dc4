import { darker, lighter } from "./colour.mjs";
import { fold, gleam, solid } from "./light.mjs";
import { fuzz, join, leather, rib, seam } from "./material.mjs";
import { bow, laces, pair, part } from "./shoemaking.mjs";
import { GROUND } from "./stage.mjs";
import { rivet } from "./trim.mjs";

/** A leather-soled or crepe-soled desert boot with two eyelets. */
export function chukka(sheet, { colour, crepe = "#c9a672", lace = "#e9dcc0" }) {
  const suede = [fuzz(sheet, { opacity: 0.09 })];
  const upper =
    "M146 812C132 752 146 690 156 640C162 590 158 540 152 492C210 476 290 474 348 486C356 540 384 590 424 622C486 658 590 668 656 704C704 734 716 772 710 812Z";
  const quarter =
    "M146 812C132 752 146 690 156 640C162 590 158 540 152 492C210 476 290 474 348 486C352 520 362 548 378 574C392 640 390 720 360 812Z";
  return pair(
    sheet,
    `<path d="M330 500C352 456 404 456 412 492L436 626H360Z" fill="${darker(colour, 0.2)}"/>` +
      `<ellipse cx="250" cy="486" rx="98" ry="15" fill="${darker(colour, 0.6)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: suede,
        inside:
          fold(sheet, "M490 668C514 690 530 720 534 760", { strength: 0.22 }) +
          fold(sheet, "M530 680C556 700 566 726 568 750", { strength: 0.16, width: 9 }),
        width: 58,
      }) +
      solid(sheet, quarter, { fill: lighter(colour, 0.03), textures: suede, width: 40 }) +
      join("M378 574C392 640 390 720 360 812", { opacity: 0.4 }) +
      seam("M370 586C382 650 380 724 352 806", { opacity: 0.55, width: 2 }) +
      seam("M156 506C214 490 286 488 340 498", { opacity: 0.5, width: 2 }) +
      seam("M196 806C184 740 196 660 200 600S198 530 194 500", { opacity: 0.3, width: 2 }) +
      laces(
        sheet,
        [
          [328, 548],
          [346, 606],
        ],
        { colour: lace, reach: [58, -12] },
      ) +
      bow(392, 560, lace) +
      solid(
        sheet,
        `M128 806Q132 790 150 794C300 812 540 812 700 796Q722 796 720 816Q716 ${GROUND - 6} 684 ${GROUND}H164Q128 ${GROUND} 128 806Z`,
        { fill: crepe, textures: [fuzz(sheet, { seed: 12, opacity: 0.12 })], width: 18 },
      ) +
      seam("M140 804C300 820 540 820 708 804", { opacity: 0.6, width: 2.4 }),
  );
}

/** A Chelsea boot with elastic sides and a loop at the heel. */
export function chelsea(sheet, { colour, elastic = "#23282b", sole = "#3a2a20" }) {
  const upper =
    "M148 814C136 756 150 696 162 636C170 560 160 480 150 384Q262 366 380 380C378 460 384 540 416 602C456 654 548 672 612 702C668 728 708 762 708 814Z";
  const gusset = "M218 378L318 376C324 456 316 530 272 600C232 536 218 460 218 378Z";
  return pair(
    sheet,
    `<path d="M152 396C130 380 134 346 160 344L178 348L172 392Z" fill="${darker(elastic, 0.1)}"/><path d="M340 384C338 352 364 348 372 362L378 386Z" fill="${darker(elastic, 0.1)}"/>` +
      `<ellipse cx="264" cy="380" rx="115" ry="13" fill="${darker(colour, 0.7)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: [leather(sheet)],
        inside:
          fold(sheet, "M420 620C400 650 380 670 340 680", { strength: 0.3, width: 12 }) +
          fold(sheet, "M456 656C440 690 410 710 372 716", { strength: 0.22, width: 10 }) +
          fold(sheet, "M166 640C200 660 230 664 262 656", { strength: 0.2, width: 10 }),
        width: 60,
      }) +
      gleam(sheet, "M520 692C580 706 640 726 668 756", { width: 15, opacity: 0.42, soft: 6 }) +
      gleam(sheet, "M346 410C346 480 352 530 370 572", { width: 12, opacity: 0.3, soft: 6 }) +
      gleam(sheet, "M184 420C194 500 196 560 190 620", { width: 12, opacity: 0.3, soft: 6 }) +
      solid(sheet, gusset, { fill: elastic, textures: [rib(sheet, 8)], width: 14 }) +
      seam("M210 380C210 466 226 544 272 612C324 540 332 462 326 380", { opacity: 0.45, width: 2 }) +
      part(sheet, "M124 812Q300 800 420 812T714 806Q722 820 706 830H330L320 850H150Q132 850 132 832Z", sole, {
        width: 12,
      }) +
      seam("M136 816Q300 806 420 818T706 812", { colour: "#e9dcc0", opacity: 0.7, width: 2.2, dash: "6 4" }),
  );
}

/** A hiking boot: padded collar, rand, hooks and a lugged sole. */
export function hiker(
  sheet,
  { colour, collar = "#3b342e", lace = "#c8502d", sole = "#2b2b2a", metal = "#c7b184" },
) {
  const upper =
    "M146 796C130 740 146 690 160 640C170 580 164 510 158 452C158 432 176 424 198 430C250 446 300 440 348 418C368 410 388 418 392 440C402 502 428 562 478 606C540 650 614 660 666 692C704 718 716 756 712 796Z";
  const rand = "M560 806C556 760 566 716 590 664C620 672 646 682 666 692C704 718 716 756 712 806Z";
  const heel = "M146 806C130 740 146 690 160 640L166 590C214 620 240 700 250 806Z";
  const padding =
    "M158 470C156 436 174 420 198 430C250 446 300 440 348 418C368 410 388 418 392 440L398 476C350 512 220 520 160 494Z";
  const eyelets = [
    [388, 512],
    [402, 556],
    [426, 596],
    [462, 630],
    [504, 654],
  ];
  const lugs = Array.from(
    { length: 13 },
    (_, at) => `<path d="M${142 + at * 44} ${GROUND - 16}h26v20h-26z" fill="${darker(sole, 0.4)}"/>`,
  ).join("");
  return pair(
    sheet,
    `<path d="M320 450C330 390 390 360 424 384C438 420 452 520 500 600L430 610Z" fill="${darker(colour, 0.12)}"/><path d="M336 420C352 386 396 366 420 384" fill="none" stroke="${lighter(colour, 0.2)}" stroke-width="6"/>` +
      `<path d="M168 440C220 462 310 450 366 414L340 400C300 420 220 424 180 416Z" fill="${darker(collar, 0.5)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: [leather(sheet)],
        inside: fold(sheet, "M490 690C520 704 536 730 540 760", { strength: 0.24 }),
        width: 60,
      }) +
      solid(sheet, padding, { fill: collar, textures: [leather(sheet)], width: 26 }) +
      [0, 1]
        .map((at) =>
          fold(
            sheet,
            `M${220 + at * 80} 446C${214 + at * 80} 466 ${214 + at * 80} 490 ${218 + at * 80} 506`,
            { strength: 0.36, width: 7 },
          ),
        )
        .join("") +
      seam("M172 510C250 532 350 520 400 490", { opacity: 0.55, width: 2.2 }) +
      part(sheet, heel, darker(colour, 0.14)) +
      seam("M176 606C216 640 234 710 242 800", { opacity: 0.55, width: 2 }) +
      seam("M370 520C392 610 470 680 560 706C546 740 544 770 548 800", { opacity: 0.5, width: 2.2 }) +
      seam("M362 526C384 620 464 690 550 716", { opacity: 0.35, width: 2.2 }) +
      part(sheet, rand, sole, { textures: [], width: 24 }) +
      laces(sheet, eyelets, { colour: lace, reach: [36, -24], width: 10, metal }) +
      bow(424, 470, lace) +
      solid(
        sheet,
        `M128 788Q136 772 156 778C300 796 540 796 700 774Q722 776 720 800Q716 ${GROUND} 676 ${GROUND}H170Q128 ${GROUND} 128 788Z`,
        {
          fill: lighter(sole, 0.06),
          inside:
            lugs +
            `<path d="M110 816C300 828 540 828 740 812" fill="none" stroke="${lace}" stroke-width="6"/>`,
          width: 22,
        },
      ),
  );
}

/** A rubber boot, pulled up to the knee. */
export function rubberBoot(sheet, { colour, sole = "#e8ddc4", lining = "#d8c9a6" }) {
  const upper =
    "M178 816C168 760 190 700 196 640C204 520 194 380 186 252Q300 232 430 252C420 400 412 500 428 566C446 628 510 650 578 676C660 706 712 746 712 816Z";
  return pair(
    sheet,
    `<ellipse cx="308" cy="250" rx="122" ry="20" fill="${lining}"/><ellipse cx="308" cy="254" rx="106" ry="14" fill="${darker(colour, 0.7)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        inside:
          fold(sheet, "M196 600C240 640 330 640 420 580", { strength: 0.26, width: 14 }) +
          fold(sheet, "M190 660C240 690 340 690 446 624", { strength: 0.22, width: 14 }),
        width: 70,
      }) +
      `<path d="M186 254Q308 288 430 254L427 300Q308 330 190 300Z" fill="${darker(colour, 0.16)}"/><path d="M187 262Q308 294 429 262" fill="none" stroke="#fff8ea" stroke-opacity=".4" stroke-width="3"/>` +
      gleam(sheet, "M232 330C242 430 246 520 240 600", { width: 20, opacity: 0.5, soft: 7 }) +
      gleam(sheet, "M386 330C378 430 376 500 384 560", { width: 8, opacity: 0.34, soft: 4 }) +
      gleam(sheet, "M520 676C590 694 650 720 676 758", { width: 18, opacity: 0.55, soft: 7 }) +
      `<path d="M430 300l26 8v44l-30 6z" fill="${darker(colour, 0.2)}"/>${rivet(sheet, 444, 330, 7, "#c9c4b6")}` +
      `<path d="M560 816C556 760 570 716 604 690" fill="none" stroke="#0b1a22" stroke-opacity=".24" stroke-width="4"/>` +
      solid(
        sheet,
        `M158 806Q164 790 184 796C320 812 540 812 702 794Q722 796 720 816Q716 ${GROUND} 680 ${GROUND}H400L384 836H330L320 ${GROUND}H186Q156 ${GROUND} 158 806Z`,
        { fill: sole, width: 18 },
      ) +
      `<path d="M168 822C320 832 540 832 714 816" fill="none" stroke="${darker(sole, 0.4)}" stroke-opacity=".5" stroke-width="3"/>`,
  );
}
