/** After so long without a sign of life nobody is reading any more. Milliseconds. */
const PAUSE = 30_000;
/** As long a pause ends a visit: what was before it belongs to the visit before. */
const END_OF_VISIT = 30 * 60_000;

/** Engaged time of a visit, as its pages and tabs hand it on to each other. */
export interface Engaged {
  /** The number of the visit. */
  visit: number;
  /** Milliseconds. */
  time: number;
  /** Until when that is counted, in milliseconds since 1970: what was before does not count again, in whatever tab. */
  upTo: number;
}

/** Where the pages of a visit find what the others counted. Without one, each page counts for itself. */
export interface EngagedStore {
  /** The number of the visit that now is in. */
  visit?(): number;
  /** What was saved last, of whatever visit; `undefined` where nothing is, or nothing may be kept. */
  carry?(): Engaged | undefined;
  /** Called when the page may be left: it is hidden, or another window gets the focus. Keep it where you may. */
  save?(engaged: Engaged): void;
}

/** Counts engaged time. Every moment is handed in, in milliseconds since 1970: nothing ticks, and nothing else is asked. */
export interface EngagedTime {
  /** Engaged time of the visit so far, in milliseconds. */
  time(now: number): number;
  /** Whether it is passing. */
  active(now: number): boolean;
  /** When there was a sign of life last. */
  last(): number;
  /** A sign of life, or the page is shown or hidden. @returns Whether time passes again that did not before. */
  act(now: number, visible: boolean): boolean;
  /** Hands on what has been counted. */
  keep(now: number): void;
}

/**
 * Counts the time in which a page is visible and in use, for the whole visit: on top of what its other pages and tabs
 * have counted.
 *
 * @example
 * const engaged = countEngaged({}, Date.now(), true);
 * engaged.act(Date.now(), true);
 */
export function countEngaged(
  { visit, carry, save }: EngagedStore,
  now: number,
  visible: boolean,
): EngagedTime {
  /** What this page counts at present and has not handed on yet begins here, and goes on as long as `last` allows. */
  let start = now;
  let last = now;
  let mine: Engaged | undefined;

  /** What is counted of this visit; of two, the one that knows more: a store may have refused the last. */
  const counted = (now: number): Engaged => {
    const number = visit?.() ?? 0;
    const [best = { visit: number, time: 0, upTo: 0 }] = [carry?.(), mine]
      .filter((each) => each?.visit === number)
      .sort((one, other) => other!.time - one!.time);
    // A clock that was set back would otherwise count nothing until it has caught up.
    return { ...best, upTo: best.upTo > now ? 0 : best.upTo };
  };
  const end = (now: number): number => (visible ? Math.max(start, Math.min(now, last + PAUSE)) : start);
  const added = (now: number, { upTo }: Engaged): number => Math.max(0, end(now) - Math.max(start, upTo));
  const active = (now: number): boolean => visible && now >= last && now - last <= PAUSE;
  const keep = (now: number): void => {
    const before = counted(now);
    const more = added(now, before);
    if (more) {
      mine = { ...before, time: before.time + more, upTo: Math.max(before.upTo, end(now)) };
      save?.(mine);
    }
    start = now;
  };

  return {
    time(now) {
      const before = counted(now);
      return before.time + added(now, before);
    },
    active,
    last: () => last,
    act(now, shown) {
      const resumes = !active(now);
      if (now - last >= END_OF_VISIT) start = now;
      else if (resumes || !shown) keep(now);
      last = now;
      visible = shown;
      return resumes && shown;
    },
    keep,
  };
}

/** What {@link Engaged} is stored as. */
export const engagedText = ({ visit, time, upTo }: Engaged): string => JSON.stringify([visit, time, upTo]);

/** {@link Engaged} out of its text; `undefined` when in any doubt. */
export function parseEngaged(text: string | null | undefined): Engaged | undefined {
  try {
    const [visit, time, upTo] = JSON.parse(text!) as number[];
    return visit! >= 0 && time! >= 0 && upTo! >= 0
      ? { visit: +visit!, time: +time!, upTo: +upTo! }
      : undefined;
  } catch {
    return undefined;
  }
}
