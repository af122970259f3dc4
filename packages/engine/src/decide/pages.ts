import type { Page } from "../page.ts";

/** Whether a page is one of these, by its type or its path. One text may stand where a list belongs. */
export const isOneOf = (pages: string | string[], { type, path }: Page): boolean =>
  [pages].flat().some((page) => page === type || matches(page, path));

/** Whether a path is as the glob says; `*` stands for any text. Without backtracking: no glob takes long. */
function matches(glob: string, path: string): boolean {
  let at = 0;
  const inOrder = glob.split("*").every((part, index, { length }) => {
    const last = Math.max(at, path.length - part.length);
    const found = !index ? 0 : index === length - 1 ? last : path.indexOf(part, at);
    at = found + part.length;
    return found >= 0 && path.startsWith(part, found);
  });
  return inOrder && at === path.length;
}
