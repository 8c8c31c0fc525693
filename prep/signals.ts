import { SIGNALS } from './method-scales.ts';
import type { Signal } from './records/person.ts';
import type { Goal } from './records/question.ts';

/** What a signal leads to: the goal of the first meetings, and the set or agenda that fits it. */
export interface Leads {
  goal: Goal;
  setId: string;
}

/** METHOD 1 to 5: each reason to talk preselects a goal and a set of questions. */
const LEADS: Record<Signal, Leads> = {
  // Rothman: the two share a problem.
  'same-problem': { goal: 'shared-problem', setId: 'set:shared-problem' },
  // Rothman: they do not, and one needs the other's hand.
  'need-cooperation': { goal: 'preview', setId: 'set:preview-a-proposal' },
  // Rothman: how the organisation works would be better for all with a change.
  'change-for-all': { goal: 'shared-problem', setId: 'set:shared-problem' },
  // Missing: more to decide, and less help from above.
  'scope-grew': { goal: 'ideas', setId: 'set:half-baked-ideas' },
  // Missing: nowhere else to say it. The set unlocks at the trusted level only.
  'nowhere-to-vent': { goal: 'support', setId: 'set:candour-and-support' },
};

/** What ticked signals lead to: the first of them, in the order of the method; undefined when none is ticked. */
export function leadsOf(ticked: readonly Signal[]): Leads | undefined {
  const first = SIGNALS.find((signal) => ticked.includes(signal));
  return first && LEADS[first];
}
