import { answer, is, waits, type ConsentTool } from "./tool.ts";

/** OneTrust: the ids of the active groups, in `OnetrustActiveGroups` and in the event. Categories are such ids. */
export const watchOneTrust: ConsentTool = (host) => {
  let active: unknown[] | undefined;
  return (event) => {
    const { OnetrustActiveGroups: groups, OneTrust: tool } = host;
    if (event?.type === "OneTrustGroupsUpdated") active = [(event as CustomEvent).detail].flat();
    else if (groups && typeof groups === "string") active = groups.split(",");
    // Every page with OneTrust's tag defines the function that it calls back.
    if (!active) return (is(tool, "Object") || is(host.OptanonWrapper, "Function")) && waits;
    // What is not active while the banner is still open was not refused.
    return (group) => answer(active!.includes(group), tool?.IsAlertBoxClosed?.() !== false);
  };
};
