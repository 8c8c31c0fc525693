import { fold } from './fold.ts';
import type { FileQuestion, FileSet } from './question-file.ts';
import type { Question, QuestionSet } from './records/question.ts';

export type SetWithQuestions = QuestionSet & { questions: Question[] };

/** What taking over one set of a file would do. */
export interface SetPlan {
  /** Head of the set as the file has it. */
  set: Omit<FileSet, 'questions'>;
  /** The set here with the same title; undefined: a new one. */
  into: SetWithQuestions | undefined;
  /** The set here differs in more than its questions. */
  headChanged: boolean;
  added: FileQuestion[];
  changed: { old: Question; now: FileQuestion }[];
  /** Questions that are here already, word for word. */
  same: number;
}

/**
 * What an import would change: sets are the same by title, questions within a set by their words (case and
 * accents folded). Nothing here that the file does not name is touched. Own sets are met before built-in ones.
 */
export function planImport(file: readonly FileSet[], here: readonly SetWithQuestions[]): SetPlan[] {
  const byTitle = new Map<string, SetWithQuestions>();
  for (const set of [...here].sort((a, b) => Number(a.builtIn) - Number(b.builtIn))) {
    if (!byTitle.has(key(set.title))) byTitle.set(key(set.title), set);
  }
  return mergeSameTitles(file).map(({ questions, ...set }) => {
    const into = byTitle.get(key(set.title));
    const known = new Map(into?.questions.map((one) => [key(one.text), one]));
    const plan: SetPlan = {
      set,
      into,
      headChanged: into ? headDiffers(into, set) : false,
      added: [],
      changed: [],
      same: 0,
    };
    const seen = new Set<string>();
    for (const now of questions) {
      const text = key(now.text);
      const old = known.get(text);
      if (seen.has(text) || (old && !differs(old, now))) plan.same += 1;
      else if (old) plan.changed.push({ old, now });
      else plan.added.push(now);
      seen.add(text);
    }
    return plan;
  });
}

/** How many sets and questions a plan would write: 0 means that all of it is here already. */
export function changesIn(plan: readonly SetPlan[]): number {
  return plan.reduce(
    (sum, one) => sum + one.added.length + one.changed.length + Number(!one.into || one.headChanged),
    0,
  );
}

/** How many questions a plan would add or change. */
export function questionsIn(plan: readonly SetPlan[]): number {
  return plan.reduce((sum, one) => sum + one.added.length + one.changed.length, 0);
}

/** How many questions of the file are here already. */
export function sameIn(plan: readonly SetPlan[]): number {
  return plan.reduce((sum, one) => sum + one.same, 0);
}

function mergeSameTitles(file: readonly FileSet[]): FileSet[] {
  const byTitle = new Map<string, FileSet>();
  for (const set of file) {
    const first = byTitle.get(key(set.title));
    byTitle.set(
      key(set.title),
      first ? { ...first, questions: [...first.questions, ...set.questions] } : set,
    );
  }
  return [...byTitle.values()];
}

function key(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

function headDiffers(old: QuestionSet, now: Omit<FileSet, 'questions'>): boolean {
  return (
    old.title !== now.title ||
    old.description !== now.description ||
    old.trust !== now.trust ||
    old.goals.join() !== now.goals.join()
  );
}

function differs(old: Question, now: FileQuestion): boolean {
  return (
    old.text !== now.text ||
    old.trust !== now.trust ||
    old.goals.join() !== now.goals.join() ||
    old.phase !== now.phase ||
    old.when !== now.when ||
    old.step !== now.step ||
    old.source !== now.source
  );
}
