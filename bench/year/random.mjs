/**
 * Random numbers that are the same for the same seed: Mulberry32, by Tommy Ettinger, who gave it to the public domain.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** From 0 to below. */
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    of: (list) => list[Math.floor(next() * list.length)],
    /** How long until something that comes by chance, on average after so long. */
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}
