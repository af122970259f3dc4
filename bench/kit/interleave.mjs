import { whenCalm } from "./when-calm.mjs";

/**
 * Measures every contestant once a round, each round beginning with another one, so that what the machine is doing
 * besides falls on all alike.
 *
 * @param {{ name: string }[]} contestants
 * @param {number} rounds
 * @param {(contestant: object, round: number) => Promise<object>} measure
 * @returns {Promise<Map<string, object[]>>} The samples by name. A contestant that fails twice has none, and is named.
 */
export async function interleave(contestants, rounds, measure) {
  const samples = new Map(contestants.map(({ name }) => [name, []]));
  const failed = new Set();
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`);
    for (let turn = 0; turn < contestants.length; turn++) {
      const contestant = contestants[(turn + round) % contestants.length];
      if (failed.has(contestant)) continue;
      await whenCalm();
      try {
        // Once more, for a machine that is too busy may fail anyone.
        const sample = await measure(contestant, round).catch(() => measure(contestant, round));
        samples.get(contestant.name).push(sample);
      } catch (error) {
        failed.add(contestant);
        samples.delete(contestant.name);
        process.stderr.write(`  ${contestant.name} is left out: ${error.message}\n`);
      }
    }
  }
  return samples;
}
