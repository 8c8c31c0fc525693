import type { Goal, Trust } from '../../prep/records/question.ts';
import { t } from '../../storage/words.ts';

/** A goal in the user's words. */
export const goalText = (goal: Goal) => t(`goal_${goal.replaceAll('-', '_')}` as 'goal_ideas');

/** A trust level in the user's words. */
export const trustText = (trust: Trust) => t(`trust_${trust}` as 'trust_new');
