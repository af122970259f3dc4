import { watchPushes } from "../../dom/watch-pushes.ts";
import { answer, is, type ConsentTool, type Host } from "./tool.ts";

/** Google Consent Mode v2: the consent commands in `dataLayer`. Categories: `analytics_storage` and its like. */
export const watchGoogle: ConsentTool = (host, changed, undos) => {
  /** What was said last of a category, and its default: no where one default was no, or was not for everybody. */
  const updates: Record<string, boolean> = Object.create(null);
  const defaults: Record<string, boolean> = Object.create(null);
  let commanded = false;
  /** Something was commanded that is not for some regions only. */
  let isForAll = false;
  let waiting = 0;

  const [look, undo] = watchPushes(host, (entry) => {
    // Only what `gtag` pushes is a command: an array that looks like one is none to Google either.
    if (!is(entry, "Arguments")) return;
    const [word, act, given] = entry as Host[""];
    if (word !== "consent") return;
    commanded = true;
    isForAll ||= act === "update" || !given.region;
    for (const key of Object.keys(given)) {
      const yes = given[key] === "granted";
      if (!yes && given[key] !== "denied") continue;
      if (act === "update") updates[key] = yes;
      else defaults[key] = yes && !given.region && defaults[key] !== false;
    }
    if (given.wait_for_update > 0) {
      waiting++;
      setTimeout(() => (waiting--, changed()), given.wait_for_update);
    }
    // Google's own state follows within this task.
    queueMicrotask(changed);
  });
  undos.push(undo);

  return () => {
    look();
    // What a tag manager's template commanded, and which default is for this region, only Google's tag knows.
    const live: Host = host.google_tag_data?.ics?.entries ?? {};
    if (!commanded && !/"(default|update)"/.test(JSON.stringify(live))) return;
    return (key) => {
      const said = [updates[key], live[key]?.update];
      const first = live[key]?.default ?? defaults[key];
      const denied = said.includes(false);
      // A default of no is what stands until the shopper has answered.
      if (denied || said.includes(true) || first !== undefined)
        return answer(!denied && (said.includes(true) || (first && !waiting)), denied);
      // A default for some regions that does not even name it is no word about it, unless this is such a region.
      if (!isForAll && live["analytics_storage"]?.default !== false) return "granted";
    };
  };
};
