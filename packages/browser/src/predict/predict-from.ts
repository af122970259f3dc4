// Facts that only a model knows: a part of its own, loaded when one of them is asked for.
import { createPredict, readManifest, type Predict } from "@shopkeeper/engine";

/**
 * Tells the facts of a model once its manifest has come, and nothing where it cannot be had or is damaged.
 *
 * @param model Its address: the folder, or the manifest in it.
 * @param came It is there.
 */
export function predictFrom(model: string, came: () => void): Predict {
  let predict: Predict | undefined;
  const load = async (): Promise<void> => {
    const path = model.replace(/(\/|\/manifest\.json)?$/, "/manifest.json");
    const response = await fetch(new URL(path, document.baseURI));
    const predictions = response.ok && readManifest(await response.text())?.predictions;
    if (!predictions) return;
    predict = createPredict(predictions);
    came();
  };
  // Offline, or a file that says other than it should: unknown is what these facts are then. Rails tell of it.
  load().catch(() => {});
  return (...asked) => predict?.(...asked);
}
