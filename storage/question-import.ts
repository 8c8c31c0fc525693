import type { FileQuestion, FileSet } from '../prep/question-file.ts';
import { planImport, type SetPlan } from '../prep/question-import.ts';
import type { Question, QuestionSet } from '../prep/records/question.ts';
import { db } from './db.ts';
import { lastOrder, listSets } from './question-sets.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** What importing these sets would change at this moment; writes nothing. */
export async function previewImport(file: readonly FileSet[]): Promise<SetPlan[]> {
  return planImport(file, await listSets());
}

/** Takes over sets of a file in one transaction: all or nothing. @returns the way back */
export async function importSets(file: readonly FileSet[], now = new Date()): Promise<Undo> {
  const tables = [db.questionSets, db.questions];
  const written = await db.transaction('rw', tables, async () => {
    const plan = planImport(file, await listSets());
    const rows = toRows(plan, await lastOrder(), now);
    await db.questionSets.bulkPut(rows.sets);
    await db.questions.bulkPut(rows.questions);
    return { rows, plan };
  });
  return async () => {
    const olds = written.plan.flatMap(({ into, changed }) => [
      ...(into ? [into.id] : []),
      ...changed.map(({ old }) => old.id),
    ]);
    const known = new Set(olds);
    await db.transaction('rw', tables, async () => {
      await db.questionSets.bulkDelete(idsNotIn(written.rows.sets, known));
      await db.questions.bulkDelete(idsNotIn(written.rows.questions, known));
      await db.questionSets.bulkPut(
        written.plan.flatMap(({ into, headChanged }) =>
          into && headChanged ? [withoutQuestions(into)] : [],
        ),
      );
      await db.questions.bulkPut(written.plan.flatMap(({ changed }) => changed.map(({ old }) => old)));
    });
  };
}

function toRows(plan: readonly SetPlan[], firstOrder: number, now: Date) {
  const sets: QuestionSet[] = [];
  const questions: Question[] = [];
  const updatedAt = now.toISOString();
  for (const [at, { set, into, headChanged, added, changed }] of plan.entries()) {
    const target: QuestionSet = into
      ? { ...withoutQuestions(into), ...set, updatedAt }
      : { ...newRecord(now), ...set, builtIn: false, on: true, order: firstOrder + at };
    if (!into || headChanged) sets.push(target);
    const last = Math.max(0, ...(into?.questions.map((one) => one.order) ?? []));
    for (const { old, now: next } of changed) questions.push({ ...old, ...next, updatedAt });
    for (const [index, one] of added.entries())
      questions.push(question(one, target.id, last + 1 + index, now));
  }
  return { sets, questions };
}

function question(one: FileQuestion, setId: string, order: number, now: Date): Question {
  return { ...newRecord(now), ...one, setId, order };
}

function withoutQuestions({ questions: _, ...set }: QuestionSet & { questions: Question[] }): QuestionSet {
  return set;
}

function idsNotIn(rows: readonly { id: string }[], known: ReadonlySet<string>): string[] {
  return rows.map((row) => row.id).filter((id) => !known.has(id));
}
