/** What tells that a talk between peers is worth having (METHOD 1 to 5). */
export const SIGNALS = [
  'same-problem',
  'need-cooperation',
  'change-for-all',
  'scope-grew',
  'nowhere-to-vent',
] as const;

/** Where peers meet (Evanish, Missing: a walk or a meal for candour). */
export const PLACES = ['walk', 'coffee', 'meal', 'call', 'office'] as const;

/** What a note is about, as far as the method has a use for it (METHOD 8, 41, 63, 73). */
export const NOTE_TAGS = [
  'priority-conflict',
  'big-idea',
  'friction',
  'tactic',
  'they-helped',
  'i-helped',
] as const;
