import * as z from 'zod/mini';
import builtIn from '../prep/built-in-sets.json' with { type: 'json' };
import { id, line } from '../prep/records/base.ts';
import { goal, type Question, type QuestionSet, question, trust } from '../prep/records/question.ts';
import { db } from './db.ts';
import { remove, type Undo } from './remove.ts';

const shipped = z.array(
  z.object({
    id,
    title: line,
    description: line,
    goals: z.array(goal),
    questions: z.array(
      z.object({
        id,
        text: line,
        trust,
        source: line,
        phase: z._default(question.shape.phase, null),
        when: z._default(question.shape.when, null),
        step: z._default(question.shape.step, null),
      }),
    ),
  }),
);

/** The sets that ship with Peerside, as rows: ids `set:<id>` and `question:<id>`. */
function builtInRows(now: Date): { sets: QuestionSet[]; questions: Question[] } {
  const at = now.toISOString();
  const times = { createdAt: at, updatedAt: at };
  const all = shipped.parse(builtIn.sets);
  const sets = all.map(({ questions, ...set }, order) => ({
    ...set,
    ...times,
    id: `set:${set.id}`,
    // The set is used from the level on at which its first question is.
    trust: trust.options.find((level) => questions.some((one) => one.trust === level)) ?? 'new',
    builtIn: true,
    on: true,
    order: order + 1,
  }));
  const questions = all.flatMap((set) =>
    set.questions.map((one, order) => ({
      ...one,
      ...times,
      id: `question:${one.id}`,
      setId: `set:${set.id}`,
      goals: [],
      order: order + 1,
    })),
  );
  return { sets, questions };
}

const tables = () => [db.questionSets, db.questions, db.tombstones];

/** The built-in rows that are neither here nor deleted, or with `deleted` those that the user deleted. */
async function absent(rows: { sets: QuestionSet[]; questions: Question[] }, deleted: boolean) {
  const pick = async <Row extends { id: string }>(
    all: Row[],
    table: typeof db.questionSets | typeof db.questions,
  ) => {
    const ids = all.map((row) => row.id);
    const [here, tombs] = await Promise.all([
      table.where('id').anyOf(ids).primaryKeys(),
      db.tombstones.where('id').anyOf(ids).primaryKeys(),
    ]);
    const there = new Set<string>(here);
    const gone = new Set<string>(tombs);
    return all.filter((row) => !there.has(row.id) && gone.has(row.id) === deleted);
  };
  return {
    sets: await pick(rows.sets, db.questionSets),
    questions: await pick(rows.questions, db.questions),
  };
}

/**
 * Puts the built-in sets into the database, in one transaction: what is there keeps its edits, what was
 * deleted stays deleted. Safe to repeat.
 */
export async function ensureBuiltInSets(now = new Date()): Promise<void> {
  const rows = builtInRows(now);
  await db.transaction('rw', tables(), async () => {
    const fresh = await absent(rows, false);
    await db.questionSets.bulkAdd(fresh.sets);
    // A question that is new in this version goes into a set that is still there.
    const sets = new Set<string>(await db.questionSets.toCollection().primaryKeys());
    await db.questions.bulkAdd(fresh.questions.filter((one) => sets.has(one.setId)));
  });
}

/** How many built-in sets the user has deleted, and how many questions of those that are still here. */
export async function deletedBuiltIns(): Promise<{ sets: number; questions: number }> {
  const rows = builtInRows(new Date(0));
  return db.transaction('r', tables(), async () => {
    const gone = await absent(rows, true);
    const sets = new Set(gone.sets.map((set) => set.id));
    return {
      sets: sets.size,
      questions: gone.questions.filter((one) => !sets.has(one.setId)).length,
    };
  });
}

/** Brings back the built-in sets and questions that were deleted; those that are here stay as they are. @returns the way back */
export async function restoreBuiltInSets(now = new Date()): Promise<Undo> {
  const rows = builtInRows(now);
  const back = await db.transaction('rw', tables(), async () => {
    const gone = await absent(rows, true);
    await db.questionSets.bulkAdd(gone.sets);
    await db.questions.bulkAdd(gone.questions);
    await db.tombstones.bulkDelete([...gone.sets, ...gone.questions].map((row) => row.id));
    return gone;
  });
  return async () => {
    await remove(
      'questions',
      back.questions.map((one) => one.id),
      now,
    );
    await remove(
      'questionSets',
      back.sets.map((set) => set.id),
      now,
    );
  };
}
