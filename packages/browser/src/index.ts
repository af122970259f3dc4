export { createShopkeeper } from "./shopkeeper.ts";
export { readyMade } from "./experiences/ready-made.ts";
export type * from "./api.ts";
export type { Option } from "./experiences/ready-made.ts";
export type { FirstFrame, Foreseen } from "./first-frame/first-frame.ts";
export type { LoadPart, Parts } from "./parts.ts";
