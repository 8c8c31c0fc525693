import type { Decision } from '../prep/records/decision.ts';
import { changeRow } from './change-row.ts';
import { type DecisionRow, db } from './db.ts';
import { newRecord, timeline } from './record.ts';
import type { Undo } from './remove.ts';

/** A decision with the keys that find it. */
export function decisionRow(decision: Decision): DecisionRow {
  const { openAgain: _, ...record } = decision as DecisionRow;
  const again = record.state === 'standing' ? record.againOn : null;
  return {
    ...record,
    timeline: timeline(record.personIds, record.at),
    openFor: again ? record.personIds : [],
    ...(again && { openAgain: again }),
  };
}

export interface DecisionDraft {
  personIds: readonly string[];
  meetingId: string | null;
  text: string;
  /** `YYYY-MM-DD`, or null: it stands. */
  againOn: string | null;
  /** The start of its meeting; missing: now. */
  at?: string;
}

/** Keeps what was decided. */
export async function addDecision(draft: DecisionDraft, now = new Date()): Promise<Decision> {
  const fresh = newRecord(now);
  const decision: Decision = {
    ...fresh,
    at: fresh.createdAt,
    ...draft,
    personIds: [...draft.personIds],
    state: 'standing',
    closedAt: null,
    shareable: false,
  };
  await db.decisions.add(decisionRow(decision));
  return decision;
}

/** Changes a decision: its words, its day, or whether it stands. @returns the way back */
export function changeDecision(
  id: string,
  change: Partial<Pick<Decision, 'text' | 'againOn' | 'state' | 'shareable'>>,
  now = new Date(),
): Promise<Undo> {
  const closedAt = change.state === 'standing' ? null : now.toISOString();
  const whole: Partial<Decision> = change.state ? { ...change, closedAt } : change;
  return changeRow(db.decisions, id, whole, decisionRow, now);
}

/** Decisions that come back up to and including a day, the earliest first. */
export function decisionsDueBy(day: string): Promise<Decision[]> {
  return db.decisions.where('openAgain').belowOrEqual(day).sortBy('againOn');
}
