/** Thrown where the machine lacks what a shop needs: the shop is skipped, by this name, and that is no failure. */
export class Absent extends Error {}
