import { Session } from "node:inspector/promises";

/**
 * Counts steps of the engine's own code: V8 notes how often each block of it runs. This says how the work grows with
 * what is given, which a clock could only guess at.
 *
 * Only what is loaded after this is counted, so that the engine has to be imported later.
 */
export async function startCounting(): Promise<(run: () => void) => Promise<number>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const take = async (): Promise<number> => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url.includes("/engine/src/"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((steps, { count }) => steps + count, 0);
  };
  return async (run) => {
    await take();
    run();
    return take();
  };
}
