import type { Note } from './records/note.ts';
import type { Leads } from './signals.ts';

/**
 * METHOD 8: what is the peers' own to settle, as notes are marked with it, leads to a goal and a set of questions
 * (Relationships: conflicting priorities, big ideas, complaints about how we work). Other marks lead nowhere.
 */
export const TAG_LEADS: Partial<Record<Note['tags'][number], Leads>> = {
  // What is fixed for them, what could move, what slips first.
  'priority-conflict': { goal: 'clarity', setId: 'set:load-and-process' },
  'big-idea': { goal: 'ideas', setId: 'set:ideas-and-white-space' },
  friction: { goal: 'work-better', setId: 'set:our-teams' },
};
