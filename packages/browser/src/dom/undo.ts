/** Takes one change back, or lets go of one listener. May be called twice; the second call does nothing. */
export type Undo = () => void;

/** One undo out of several: the last change is taken back first. */
export function undoAll(undos: Undo[]): Undo {
  return () => {
    while (undos.length) undos.pop()!();
  };
}
