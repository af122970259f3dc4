import { withPage } from "../kit/browser.mjs";
import { colorsIn, framesOf } from "../kit/frames.mjs";
import { colors } from "./page.mjs";
import { untilKept } from "./visit-before.mjs";

/** A shift of the page that is larger is one that someone could see. */
const visibleShift = 0.005;

/** Waits until the page is as it will stay; in the page. */
async function settle({ changes = "always", patience }) {
  const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const { first, painted } = window.seen;
  await Promise.race([changes === "always" ? painted : first, sleep(5000)]);
  if (changes === "perhaps") {
    await window.shopkeeper.ready;
    await Promise.race([painted, sleep(patience)]);
  }
  // What moved is told a moment after its frame.
  await sleep(patience / 4);
}

/** What the browser told, and which hero stands there; in the page. */
function readSeen() {
  const heroes = [...document.querySelectorAll("[data-hero]")];
  return {
    ...window.seen,
    shows: heroes.find((hero) => hero.checkVisibility())?.dataset.hero,
  };
}

/** What paint timing, element timing and layout shifts say of a load. */
function timingOf(seen) {
  const at = (type, name) => seen[type].find((entry) => entry.name === name)?.at;
  const firstPaint = at("paint", "first-contentful-paint");
  const shift = seen["layout-shift"].reduce((sum, { value }) => sum + value, 0);
  const heroAt = at("element", "returning");
  // The browser drops the timing of an element that is removed before its frame is shown, so that a swap after the
  // first paint which moved the page counts as well.
  const inferred = seen.swapped > firstPaint && shift > visibleShift ? firstPaint : undefined;
  const originalAt = [at("element", "original"), at("element", "original picture"), inferred]
    .filter((time) => time !== undefined)
    .sort((a, b) => a - b)[0];
  const flash = heroAt > originalAt ? heroAt - originalAt : undefined;
  return { firstPaint, shift, heroAt, original: originalAt !== undefined, flash, shows: seen.shows };
}

async function watch(page, address, contestant, { patience }) {
  await page.goto(`${address}/`);
  await page.evaluate(settle, { changes: contestant.changes, patience });
  await untilKept(page, contestant);
}

/** One load of the home page, as the browser itself tells of it. */
export const loadTimed = (context, address, contestant, setting) =>
  withPage(context, { address, ...setting }, async (page) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await watch(page, address, contestant, setting);
    const timing = timingOf(await page.evaluate(readSeen));
    if (errors.length) throw new Error(errors[0]);
    return timing;
  });

/**
 * Another load, of which pictures are taken: they are looked at in a page of their own.
 *
 * @returns {Promise<{ original: boolean, flash?: number }>} Whether the original hero was in a picture, and for how many
 *   milliseconds before it was exchanged.
 */
export async function loadPictured(context, lookingPage, address, contestant, setting) {
  const frames = await withPage(context, { address, ...setting }, (page, devtools) =>
    framesOf(devtools, () => watch(page, address, contestant, setting)),
  );
  const shown = await colorsIn(lookingPage, frames, [colors.original, colors.returning]);
  const original = shown.findIndex(([isOriginal]) => isOriginal);
  const returning = shown.findLastIndex(([, isReturning]) => isReturning);
  const begin = shown.findIndex(([, isReturning], index) => isReturning && index > original);
  const isFlash = original >= 0 && returning > original;
  return {
    original: original >= 0,
    flash: isFlash ? frames[begin].at - frames[original].at : undefined,
  };
}
