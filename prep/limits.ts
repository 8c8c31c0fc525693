/** Longest text of one line (a name, a promise, a question), in characters. */
export const LINE = 1_000;

/** Longest text of a note, in characters: a long book chapter. */
export const LONG = 200_000;
