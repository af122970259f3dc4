/** So much a clock is set right by the network now and then, backwards too. Milliseconds. */
const CORRECTION = 10_000;

/**
 * Makes a clock that does not go back for a correction: it stands until the computer's clock has caught up. What was
 * told of the present would otherwise lie in the future, which must not be known yet.
 */
export function steadyClock(clock: () => number = Date.now): () => number {
  let latest = -Infinity;
  return () => {
    const now = clock();
    if (now >= latest || latest - now > CORRECTION) latest = now;
    return latest;
  };
}
