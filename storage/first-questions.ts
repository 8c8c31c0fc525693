import { type FirstQuestion, firstQuestions } from '../prep/first-questions.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import { recordAsking } from './askings.ts';
import { db } from './db.ts';
import type { Undo } from './remove.ts';

/** The easy questions that come with the kit for the first meetings, for the people of one. */
export function readFirstQuestions(
  { id, personIds }: Pick<Meeting, 'id' | 'personIds'>,
  now = new Date(),
): Promise<FirstQuestion[]> {
  return db.transaction('r', db.questionSets, db.questions, db.askings, async () => {
    const [sets, questions, ...askings] = await Promise.all([
      db.questionSets.toArray(),
      db.questions.toArray(),
      ...personIds.map((personId) =>
        db.askings.where('[personId+at]').between([personId, ''], [personId, '\uffff']).toArray(),
      ),
    ]);
    return firstQuestions({
      sets,
      questions,
      askings: askings.flat(),
      meetingId: id,
      now: now.toISOString(),
    });
  });
}

/** Notes that one of them was asked in a meeting; the answer is written on the person's page. @returns the way back */
export async function askFirstQuestion(
  { id, personIds }: Pick<Meeting, 'id' | 'personIds'>,
  { id: questionId, text }: Pick<FirstQuestion, 'id' | 'text'>,
): Promise<Undo> {
  const undos: Undo[] = [];
  for (const personId of personIds)
    undos.push(await recordAsking({ personId, questionId, meetingId: id, text, level: null }, 'asked'));
  return async () => {
    for (const undo of undos) await undo();
  };
}

/** Takes that back later: it was not asked after all. An answer that was written stays, and with it that it was asked. */
export async function unaskFirstQuestion(
  { id }: Pick<Meeting, 'id'>,
  { id: questionId }: Pick<FirstQuestion, 'id'>,
): Promise<void> {
  await db.askings
    .where('meetingId')
    .equals(id)
    .and((one) => one.questionId === questionId && one.level === null && one.answer.trim() === '')
    .delete();
}
