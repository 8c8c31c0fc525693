import { CAUGHT_SET } from '../prep/askable.ts';
import type { QuestionSet } from '../prep/records/question.ts';
import { recordAsking } from './askings.ts';
import { db } from './db.ts';
import { lastOrder } from './question-sets.ts';
import { addQuestion } from './questions.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';
import { t } from './words.ts';

/** The set is made with the first question, and again when it was deleted. */
async function ensureSet(now: Date): Promise<void> {
  if (await db.questionSets.get(CAUGHT_SET)) return;
  const set: QuestionSet = {
    ...newRecord(now),
    id: CAUGHT_SET,
    title: t('captureQuestionSet'),
    description: t('captureQuestionSetHelp'),
    goals: [],
    trust: 'new',
    builtIn: false,
    on: true,
    order: await lastOrder(),
  };
  await db.questionSets.add(set);
  await db.tombstones.delete(CAUGHT_SET);
}

/**
 * Adds a question that was caught for peers, kept for the next time with each of them. Inside a running transaction
 * over question sets, questions, askings and tombstones.
 */
export async function addCaughtQuestion(
  personIds: readonly string[],
  text: string,
  now: Date,
): Promise<Undo[]> {
  await ensureSet(now);
  const question = await addQuestion(CAUGHT_SET, text, now);
  if (!question) return [];
  const undos: Undo[] = [() => db.questions.delete(question.id)];
  for (const personId of personIds) {
    const of = { personId, questionId: question.id, meetingId: null, text: question.text, level: null };
    undos.push(await recordAsking(of, 'kept', undefined, now));
  }
  return undos;
}
