import type { Predict } from "@shopkeeper/engine";
import type { Part } from "./lazy-parts.ts";

/** The facts that only a model knows. */
const PREDICTED = /^value\.|^visitor\.(intent|lapsing)$/;

/**
 * Has a model loaded when a fact of it is asked for the first time; where nobody is served, none is.
 *
 * @param model Its address. Without it these facts stay unknown.
 * @param came The model is there: ask again.
 */
export function predictLater(
  model: string | undefined,
  part: () => Part,
  serving: () => boolean,
  came: () => void,
): Predict {
  let predict: Predict | undefined;
  return (...asked) => {
    if (!model || !PREDICTED.test(asked[0]) || !serving()) return undefined;
    predict ??= part()("predict")?.predictFrom(model, came);
    return predict?.(...asked);
  };
}
