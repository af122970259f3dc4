/** Numbers from 0 to 1 that a seed decides (Lehmer's generator): what failed can be run again. */
export function createRandom(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
