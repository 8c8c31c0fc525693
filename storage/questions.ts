import type { Question } from '../prep/records/question.ts';
import { db } from './db.ts';
import { cleanLine } from './question-sets.ts';
import { newRecord } from './record.ts';
import { remove, type Undo } from './remove.ts';

/** What the user may change of a question. */
export type QuestionChange = Partial<Pick<Question, 'text' | 'goals' | 'trust'>>;

/**
 * Adds a question of the user's own at the end of a set, or right after another of its questions; its trust is the set's.
 * @returns undefined for an unknown set or a text without words
 */
export function addQuestion(setId: string, text: string, now = new Date()): Promise<Question | undefined> {
  const clean = cleanLine(text);
  return db.transaction('rw', db.questionSets, db.questions, async () => {
    const set = await db.questionSets.get(setId);
    if (!set || clean === '') return undefined;
    const all = await db.questions.where('setId').equals(setId).toArray();
    const question: Question = {
      ...newRecord(now),
      setId,
      text: clean,
      trust: set.trust,
      goals: [],
      order: Math.max(0, ...all.map((one) => one.order)) + 1,
      source: 'own',
      phase: null,
      when: null,
      step: null,
    };
    await db.questions.add(question);
    return question;
  });
}

/** Changes a question; a text without words is passed over. Does nothing for an unknown id. */
export async function changeQuestion(id: string, change: QuestionChange, now = new Date()): Promise<void> {
  const { text, ...rest } = change;
  const clean = text === undefined ? '' : cleanLine(text);
  await db.questions.update(id, { ...rest, ...(clean && { text: clean }), updatedAt: now.toISOString() });
}

/** Copies a question to the place right after it. @returns the way back */
export async function duplicateQuestion(id: string, now = new Date()): Promise<Undo> {
  const updatedAt = now.toISOString();
  const copyId = newRecord(now).id;
  await db.transaction('rw', db.questions, async () => {
    const one = await db.questions.get(id);
    if (!one) return;
    const after = (await db.questions.where('setId').equals(one.setId).toArray()).filter(
      (other) => other.order > one.order,
    );
    await db.questions.bulkPut(after.map((other) => ({ ...other, order: other.order + 1, updatedAt })));
    await db.questions.add({ ...one, ...newRecord(now), id: copyId, order: one.order + 1, source: 'own' });
  });
  return async () => {
    await db.questions.delete(copyId);
  };
}

/** Deletes a question and leaves a tombstone. @returns the way back */
export function deleteQuestion(id: string, now = new Date()): Promise<Undo> {
  return remove('questions', [id], now);
}

/** What is asked at the end of a series: of sets that are on, in their order, few enough for a card. */
export async function listReviewQuestions(most = 3): Promise<Question[]> {
  const sets = await db.questionSets.orderBy('order').toArray();
  const on = sets.filter((set) => set.on).map(({ id }) => id);
  const found = await db.questions
    .filter(({ phase, setId }) => phase === 'review' && on.includes(setId))
    .toArray();
  return found.sort((a, b) => on.indexOf(a.setId) - on.indexOf(b.setId) || a.order - b.order).slice(0, most);
}
