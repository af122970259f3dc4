/** Numbers between 0 and 1 that are the same on every run (mulberry32). */
export function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Choices that are the same on every run. @example choicesFrom(2).oneOf(["a", "b"]) */
export function choicesFrom(seed) {
  const next = numbersFrom(seed);
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    chance: (part) => next() < part,
    oneOf: (values) => values[whole(0, values.length - 1)],
    /** So many different ones. */
    someOf(values, count) {
      const rest = [...values];
      return Array.from({ length: count }, () => rest.splice(whole(0, rest.length - 1), 1)[0]);
    },
    /** One of the values of a record, each as often as its weight says. */
    weighted(weights) {
      const entries = Object.entries(weights);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0])[0];
    },
  };
}
