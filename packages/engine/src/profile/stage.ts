import type { Profile } from "./profile.ts";

/** How far someone has come as a customer. */
export type Stage = "new" | "browsing" | "considering" | "customer" | "repeat" | "loyal" | "lapsed";

/** @param lapsed Whether the last order, if any, is too long ago. */
export const stageOf = ({ orders, considered }: Profile, visit: number, lapsed: boolean): Stage =>
  lapsed
    ? "lapsed"
    : orders > 2
      ? "loyal"
      : orders > 1
        ? "repeat"
        : orders
          ? "customer"
          : considered
            ? "considering"
            : visit > 1
              ? "browsing"
              : "new";
