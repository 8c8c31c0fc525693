/** Bounds on what a page may hand over, in characters and in people; anyone can send an invitation. */
export const TITLE_MAX = 1_000;
export const GUESTS_MAX = 500;
