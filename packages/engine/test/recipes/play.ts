import { createEngine, type Engine, type ShopEvent } from "../../src/index.ts";
import { placeOf } from "../../../browser/src/read/time-zones.ts";
import { page } from "../make.ts";
import type { Story, Visitor } from "./visitor.ts";

/** The facts `geo.*` as the browser tells them. */
function geography({ zone, declared, now }: Story): Record<string, unknown> {
  if (!zone) return {};
  const { country, hemisphere, seasons } = placeOf(zone, declared);
  return {
    "geo.timezone": zone,
    "geo.country": declared ?? country,
    "geo.source": declared ? "page" : country && "timezone",
    "geo.hemisphere": hemisphere,
    "geo.season": seasons?.[new Date(now).getUTCMonth()],
  };
}

/**
 * Lets a visitor's story happen as it would in a shop: each page has an engine of its own, which goes on from what the
 * last one saved.
 *
 * @returns The segments that hold in the end.
 */
export function play({ story }: Visitor, segments: Record<string, string>): readonly string[] {
  const history: ShopEvent[] = [];
  let engine: Engine | undefined;
  let shown = page();
  const open = (): Engine => {
    const opened = createEngine({ segments });
    if (engine) opened.restore(JSON.parse(JSON.stringify(engine.save())));
    opened.warm(history);
    return opened;
  };
  engine = open();
  for (const { ts, page: opened, events } of story.acts) {
    if (opened) {
      engine = open();
      shown = opened;
    }
    for (const event of events) {
      const happened: ShopEvent = { ...event, ts, visit: engine.visitAt(ts) };
      if (engine.take(happened)) history.push(happened);
    }
  }
  const { now, timezoneOffset } = story;
  const environment = { ...geography(story), ...story.environment };
  return engine.segments({ now, timezoneOffset, page: shown, environment });
}
