/** Sizes and surfaces that many products share. */

export const CLOTHES = ["XS", "S", "M", "L", "XL"];

export const FEET = ["36", "37", "38", "39", "40", "41", "42", "43", "44", "45"];

export const OAK = "#c9a77c";
