/** Private and set by the user alone; from little trust to much. */
export const TRUSTS = ['new', 'working', 'trusted'] as const;

/** What a meeting is for. The first four: Evanish; the others: Rothman, Relationships, Missing. */
export const GOALS = [
  'rapport',
  'work-better',
  'clarity',
  'ideas',
  'shared-problem',
  'preview',
  'support',
  'disagreement',
] as const;

/** The places of the questions in a brief. */
export const LEVELS = ['easy', 'central', 'deeper'] as const;
