import { LINE } from '../prep/limits.ts';
import { pageText } from '../prep/page-text.ts';
import type { SetWithQuestions } from '../prep/question-import.ts';
import type { Question, QuestionSet } from '../prep/records/question.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** What the user may change of a set. */
export type SetChange = Partial<Pick<QuestionSet, 'title' | 'description' | 'goals' | 'trust' | 'on'>>;

const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }) =>
  a.order - b.order || a.id.localeCompare(b.id);

/** One line as it is kept: nothing invisible, no line breaks, not too long. */
export function cleanLine(text: string): string {
  return pageText(text, LINE);
}

/** All sets and all questions, each in order; for picking what to suggest. */
export function readSetsAndQuestions(): Promise<{ sets: QuestionSet[]; questions: Question[] }> {
  return db.transaction('r', db.questionSets, db.questions, async () => {
    const [sets, questions] = await Promise.all([db.questionSets.toArray(), db.questions.toArray()]);
    return { sets: sets.sort(byOrder), questions: questions.sort(byOrder) };
  });
}

/** All sets in order, each with its questions in order. */
export async function listSets(): Promise<SetWithQuestions[]> {
  const { sets, questions } = await readSetsAndQuestions();
  const bySet = Map.groupBy(questions, (question) => question.setId);
  return sets.map((set) => ({ ...set, questions: bySet.get(set.id) ?? [] }));
}

/** A place after all the others. */
export async function lastOrder(): Promise<number> {
  return ((await db.questionSets.orderBy('order').last())?.order ?? 0) + 1;
}

/** Adds an empty set of the user's own at the end of the list. */
export async function addSet(title: string, now = new Date()): Promise<QuestionSet> {
  const set: Omit<QuestionSet, 'order'> = {
    ...newRecord(now),
    title: cleanLine(title),
    description: '',
    goals: [],
    trust: 'new',
    builtIn: false,
    on: true,
  };
  return db.transaction('rw', db.questionSets, async () => {
    const row = { ...set, order: await lastOrder() };
    await db.questionSets.add(row);
    return row;
  });
}

/** Changes some fields of a set; an empty title is passed over. Does nothing for an unknown id. */
export async function changeSet(id: string, change: SetChange, now = new Date()): Promise<void> {
  const { title, description, ...rest } = change;
  const clean = {
    ...rest,
    ...(title !== undefined && cleanLine(title) !== '' && { title: cleanLine(title) }),
    ...(description !== undefined && { description: cleanLine(description) }),
  };
  await db.questionSets.update(id, { ...clean, updatedAt: now.toISOString() });
}

/** Copies a set with its questions as one of the user's own. @returns the copy; undefined for an unknown id */
export function duplicateSet(id: string, title: string, now = new Date()): Promise<QuestionSet | undefined> {
  return db.transaction('rw', db.questionSets, db.questions, async () => {
    const [set, questions] = await Promise.all([
      db.questionSets.get(id),
      db.questions.where('setId').equals(id).toArray(),
    ]);
    if (!set) return undefined;
    const copy: QuestionSet = {
      ...set,
      ...newRecord(now),
      title: cleanLine(title),
      builtIn: false,
      order: await lastOrder(),
    };
    await db.questionSets.add(copy);
    await db.questions.bulkAdd(
      questions.map((question) => ({ ...question, ...newRecord(now), setId: copy.id })),
    );
    return copy;
  });
}

/** Deletes a set and its questions and leaves tombstones, in one transaction. @returns the way back */
export async function deleteSet(id: string, now = new Date()): Promise<Undo> {
  const deletedAt = now.toISOString();
  const tables = [db.questionSets, db.questions, db.tombstones];
  const { set, questions } = await db.transaction('rw', tables, async () => {
    const found = {
      set: await db.questionSets.get(id),
      questions: await db.questions.where('setId').equals(id).toArray(),
    };
    await db.questionSets.delete(id);
    await db.questions.bulkDelete(found.questions.map((question) => question.id));
    await db.tombstones.bulkPut([
      ...(found.set ? [{ id, table: 'questionSets', deletedAt }] : []),
      ...found.questions.map((question) => ({ id: question.id, table: 'questions', deletedAt })),
    ]);
    return found;
  });
  return async () => {
    if (!set) return;
    // Later than the tombstones, which another browser may have heard of.
    const updatedAt = new Date(Math.max(Date.now(), now.getTime() + 1)).toISOString();
    await db.transaction('rw', tables, async () => {
      await db.questionSets.put({ ...set, updatedAt });
      await db.questions.bulkPut(questions.map((question) => ({ ...question, updatedAt })));
      await db.tombstones.bulkDelete([id, ...questions.map((question) => question.id)]);
    });
  };
}

/** Moves a set to a place (from 0) among those of its kind, own or built in. */
export async function moveSet(id: string, to: number, now = new Date()): Promise<void> {
  await db.transaction('rw', db.questionSets, async () => {
    const all = (await db.questionSets.toArray()).sort(byOrder);
    const moved = all.find((set) => set.id === id);
    const peers = all.filter((set) => set.builtIn === moved?.builtIn);
    await db.questionSets.bulkPut(reordered(peers, id, to, now));
  });
}

/** Moves a question to a place (from 0) in its set. */
export async function moveQuestion(id: string, to: number, now = new Date()): Promise<void> {
  await db.transaction('rw', db.questions, async () => {
    const moved = await db.questions.get(id);
    if (!moved) return;
    const all = (await db.questions.where('setId').equals(moved.setId).toArray()).sort(byOrder);
    await db.questions.bulkPut(reordered(all, id, to, now));
  });
}

/** The rows whose place changes when one moves. Places are dealt anew where two rows shared one. */
function reordered<Row extends { id: string; order: number; updatedAt: string }>(
  rows: readonly Row[],
  id: string,
  to: number,
  now: Date,
): Row[] {
  const from = rows.findIndex((row) => row.id === id);
  const moved = rows[from];
  if (!moved) return [];
  const next = rows.toSpliced(from, 1);
  next.splice(Math.max(0, to), 0, moved);
  const distinct = rows.every((row, index) => index === 0 || row.order > (rows[index - 1]?.order ?? 0));
  const places = distinct ? rows.map((row) => row.order) : rows.map((_, index) => index + 1);
  return next.flatMap((row, index) => {
    const order = places[index] ?? index + 1;
    return row.order === order ? [] : [{ ...row, order, updatedAt: now.toISOString() }];
  });
}
