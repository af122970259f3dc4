/** Makes a function that never throws into the page: what goes wrong inside is told to `report` instead. */
export const guardedBy =
  (report: (error: Error) => void) =>
  <Given extends unknown[], Result>(act: (...given: Given) => Result) =>
  (...given: Given): Result | undefined => {
    try {
      return act(...given);
    } catch (error) {
      report(error as Error);
      return undefined;
    }
  };
