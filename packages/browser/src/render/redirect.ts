import { safeAddress } from "./safe-address.ts";
import { ownDocument } from "../dom/own-document.ts";

/** Whether an address is where a redirect leads, whatever else is asked for in its query. */
function isAt(address: string, { origin, pathname, searchParams }: URL): boolean {
  if (!address) return false;
  const here = new URL(address);
  return (
    here.origin === origin &&
    here.pathname === pathname &&
    [...searchParams].every(([name, value]) => here.searchParams.getAll(name).includes(value))
  );
}

/**
 * Where a redirect leads; the campaign that brought the visitor goes along.
 *
 * @param here The address of this page, and of the one that it was come to from: to lead back to either is a loop.
 * @returns `undefined` where it leads nowhere.
 */
export function destinationOf(url: string, here: string, from: string): string | undefined {
  const address = safeAddress(url);
  if (!address || !/^https?:/.test(address)) return undefined;
  const target = new URL(address);
  if (isAt(here, target) || isAt(from, target)) return undefined;
  for (const [name, value] of new URL(here).searchParams)
    if (!target.searchParams.has(name)) target.searchParams.append(name, value);
  return target.href;
}

/**
 * Leaves for another page before anything of this one is painted, and leaves no trace in the history of the tab, so that
 * the way back works.
 *
 * @param stay Only tells whether it would leave.
 * @returns Whether it leaves.
 */
export function redirect(url: string, stay?: boolean): boolean {
  if (ownDocument.timeline.currentTime || (ownDocument as { prerendering?: boolean }).prerendering)
    return false;
  const destination = destinationOf(url, location.href, ownDocument.referrer);
  if (destination && !stay) location.replace(destination);
  return !!destination;
}
