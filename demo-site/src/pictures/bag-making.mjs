import { solid } from "./light.mjs";
import { join, leather } from "./material.mjs";

export const piece = (sheet, d, colour, options = {}) =>
  solid(sheet, d, { fill: colour, textures: [leather(sheet)], width: 18, depth: 0.9, ...options }) +
  join(d, { opacity: 0.22, width: 2 });

/** The little woven label that the bag makers sew on. */
export const label = (x, y, width = 74, height = 44) =>
  `<path d="M${x + 2} ${y + 3}h${width}v${height}h-${width}z" fill="#0b1a22" fill-opacity=".3"/><path d="M${x} ${y}h${width}v${height}h-${width}z" fill="#efe6d2"/>` +
  `<path d="M${x + 14} ${y + height - 13}q${width / 2 - 14} -26 ${width - 28} 0" fill="none" stroke="#23443c" stroke-width="3.4" stroke-linecap="round"/><path d="M${x + width / 2} ${y + 9}v8" stroke="#c8502d" stroke-width="3.4" stroke-linecap="round"/>`;
