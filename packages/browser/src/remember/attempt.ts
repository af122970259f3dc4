/** The result of an act that may throw; undefined when it does. */
export function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    // Whoever asks knows what to do without.
  }
}
