import * as z from 'zod/mini';
import { actionItem } from './action-item.ts';
import { agenda, agendaTemplate } from './agenda.ts';
import { cadenceChange } from './cadence-change.ts';
import { capture } from './capture.ts';
import { decision } from './decision.ts';
import { fact } from './fact.ts';
import { meeting, series } from './meeting.ts';
import { note } from './note.ts';
import { person } from './person.ts';
import { project } from './project.ts';
import { asking, question, questionSet } from './question.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { tombstone } from './tombstone.ts';
import { topic } from './topic.ts';

/** Every table of the database and what each of its rows is, apart from the keys that storage derives for its indexes. */
export const RECORDS = {
  people: person,
  meetings: meeting,
  series,
  notes: note,
  facts: fact,
  actionItems: actionItem,
  topics: topic,
  questionSets: questionSet,
  questions: question,
  askings: asking,
  captures: capture,
  agendaTemplates: agendaTemplate,
  agendas: agenda,
  decisions: decision,
  projects: project,
  reviews: review,
  cadenceChanges: cadenceChange,
  settings: z.extend(settings, { id: z.literal('settings') }),
  tombstones: tombstone,
  meta: z.object({ key: z.string(), value: z.string() }),
} as const satisfies Record<string, z.ZodMiniType>;
