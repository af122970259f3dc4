/** Where a fault of the shop's own writing goes, such as a selector that is none; nothing is thrown into the page. */
export type Report = (error: unknown) => void;
