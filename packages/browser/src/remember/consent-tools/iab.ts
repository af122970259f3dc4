import { guardedBy } from "../../guard.ts";
import { answer, is, waits, type ConsentTool, type Host, type Read } from "./tool.ts";

/**
 * A tool with one function for everything, as the IAB's are.
 *
 * @param version What that function is told before a callback.
 * @param heard Called for each event; hands on what is decided, and nothing before.
 */
const watchFunction =
  (
    name: string,
    version: number[],
    heard: (api: Host[""], told: Host, decided: (data: Host) => void) => void,
    read: (data: Host, host: Host) => Read,
  ): ConsentTool =>
  (host, changed, undos) => {
    let api: unknown;
    let data: Host | undefined;
    return () => {
      const found = host[name];
      // First a stub stands there, then the tool, which may not know what the stub was asked.
      if (is(found, "Function") && found !== api) {
        api = found;
        data = undefined;
        let id: unknown;
        const hear = guardedBy(() => {})((told: Host) => {
          id = told.listenerId ?? id;
          heard(found, told, (decided) => {
            if (api !== found) return;
            data = decided;
            changed();
          });
        });
        undos.push(() => found("removeEventListener", ...version, () => {}, id));
        found("addEventListener", ...version, hear);
      }
      return data ? read(data, host) : !!api && waits;
    };
  };

/** IAB TCF 2.2: `__tcfapi`. Categories are the numbers of purposes; a legitimate interest is no consent. */
export const watchTcf = watchFunction(
  "__tcfapi",
  [2],
  // While the dialog is open nothing is decided; what was said before holds.
  (_, told, decided) => /^(tcloaded|useractioncomplete)$/.test(told.eventStatus) && decided(told),
  ({ gdprApplies, purpose }) =>
    (id) =>
      answer(gdprApplies === false || (gdprApplies && purpose.consents[id]), gdprApplies),
);

/** IAB GPP 1.1: `__gpp`. Categories are fields of its sections that say "opted out". */
export const watchGpp = watchFunction(
  "__gpp",
  [],
  (api, _, decided) => api("ping", (ping: Host) => ping?.signalStatus === "ready" && decided(ping)),
  ({ applicableSections, parsedSections }, host) =>
    (field) => {
      // A section is a list of segments, an object, or as `1YYN` a text.
      const out = Object.keys(parsedSections).some((name) =>
        [parsedSections[name]].flat().some((each) => /^(1|true|Y)$/.test(each[field] ?? each[2])),
      );
      // The sections of TCF are told by its own function.
      const elsewhere = applicableSections.some((id: unknown) => id === 2 || id === 5);
      return answer(!out && (!elsewhere || !!host.__tcfapi), out);
    },
);
