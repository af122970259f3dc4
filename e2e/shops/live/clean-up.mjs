/** What is to be done at the end, whatever happens until then. */
const duties = new Set();

/**
 * Keeps something to be done at the end, the last kept first.
 *
 * @param {() => unknown} duty
 * @returns {() => void} Forgets it.
 */
export function atEnd(duty) {
  duties.add(duty);
  return () => duties.delete(duty);
}

/** Does all that was kept, once each. */
export async function cleanUp() {
  for (const duty of [...duties].reverse()) {
    duties.delete(duty);
    await duty();
  }
}
