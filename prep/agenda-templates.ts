import { FIRST_MEETINGS } from './default-goal.ts';
import type { AgendaTemplate, StepKind } from './records/agenda.ts';
import type { Goal } from './records/question.ts';
import { sortBy } from './sort-by.ts';

/** A template as it is offered: one of ours, or the user's own. */
export type OfferedTemplate = Pick<AgendaTemplate, 'id' | 'title' | 'description' | 'goals' | 'steps'>;

/** The ids of the built-in ones; no row of the database has such an id. */
export const SIX_STEPS = 'agenda:six-steps';
export const FIRST_KIT = 'agenda:first-meeting';
const CLOSING = 'agenda:closing';

const steps = (...all: [text: string, kind: StepKind][]) =>
  all.map(([text, kind], index) => ({ id: String(index + 1), text, kind }));

/** The templates that come with Peerside, in English as their questions are. */
export const BUILT_IN_TEMPLATES: readonly OfferedTemplate[] = [
  {
    // Rothman's six steps, in our words (METHOD 29 to 31).
    id: SIX_STEPS,
    title: 'A shared problem, in six steps',
    description: 'From how each of you sees it to what you both stand for, and when you look again.',
    goals: ['shared-problem'],
    steps: steps(
      ['How are you arriving today?', 'check-in'],
      ['How it looks from each side, and whom it matters to', 'views'],
      ['What could we do?', 'options'],
      ['Is there one that we agree on?', 'agreement'],
      ['Whose agreement do we need next?', 'allies'],
      ['What our managers hear, and when we decide again', 'decide-again'],
    ),
  },
  {
    // Missing: the first few feel awkward (METHOD 26).
    id: FIRST_KIT,
    title: 'First meetings',
    description: 'A short course for the first three times you meet.',
    goals: ['rapport'],
    steps: steps(
      ['How are you arriving today?', 'check-in'],
      ['What each of us does, and where it touches', 'plain'],
      ['One thing that could go better between us', 'plain'],
      ['Whether to meet again, and how often', 'plain'],
    ),
  },
  {
    // Kalsey: beyond the day to day; Evanish: it is only worth it when something is done (METHOD 45, 46).
    id: CLOSING,
    title: 'The last five minutes',
    description: 'So that the talk leads somewhere.',
    goals: [],
    steps: steps(
      ['Did we miss what you came for?', 'plain'],
      ['Is there anything beyond this week?', 'plain'],
      ['One small thing each', 'plain'],
      ['Sooner, later, or the same?', 'plain'],
    ),
  },
];

/** Whether these are still the first meetings, before the third is over (METHOD 26). `meetings`: those before this one. */
export function isFirstMeetings(meetings: number): boolean {
  return meetings < FIRST_MEETINGS;
}

/**
 * The template that a meeting asks for by itself: six steps for a shared problem (Rothman), the kit for the first three
 * meetings (Missing); undefined for any other.
 */
export function suggestedTemplate(goal: Goal, meetings: number): OfferedTemplate | undefined {
  const id = goal === 'shared-problem' ? SIX_STEPS : isFirstMeetings(meetings) ? FIRST_KIT : undefined;
  return BUILT_IN_TEMPLATES.find((template) => template.id === id);
}

/** All templates in the order in which they are offered: those for this goal first, the user's own before ours. */
export function offeredTemplates(own: readonly OfferedTemplate[], goal: Goal): OfferedTemplate[] {
  const all = [...own, ...BUILT_IN_TEMPLATES];
  return sortBy(all, (template) => [Number(!template.goals.includes(goal)), all.indexOf(template)]);
}
