/** Takes one change back, or lets go of one listener. May be called twice; the second call does nothing. */
export type Undo = () => void;
