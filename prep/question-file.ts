import * as z from 'zod/mini';
import { type JsonPath, jsonFault, jsonLines, pathText } from './json-lines.ts';
import { LINE } from './limits.ts';
import { pageText } from './page-text.ts';
import { goal, type Question, type QuestionSet, question, trust } from './records/question.ts';

/** What a file of question sets may hold: more than anybody has here, so that every export can come back; read and compared within three seconds. */
export const FILE_LIMITS = { bytes: 10_000_000, sets: 2_000, questions: 20_000 } as const;

const words = z.string().check(
  // One more than allowed is kept, so that a text which is too long is seen to be.
  z.overwrite((text) => (text.length > 4 * LINE ? text : pageText(text, LINE + 1))),
  z.maxLength(LINE),
);

/** A question in a file: what it asks, and nothing of whom it was asked or what was answered. */
export const fileQuestion = z.object({
  text: words.check(z.minLength(1)),
  goals: z._default(z.array(goal), []),
  /** Missing: that of its set. */
  trust: z.optional(trust),
  phase: z._default(question.shape.phase, null),
  when: z._default(question.shape.when, null),
  step: z._default(z.nullable(words), null),
  source: z._default(words, 'own'),
});

const fileSetHead = z.object({
  title: words.check(z.minLength(1)),
  description: z._default(words, ''),
  goals: z._default(z.array(goal), []),
  trust: z._default(trust, 'new'),
});

export type FileQuestion = z.infer<typeof fileQuestion> & Pick<Question, 'trust'>;
export type FileSet = z.infer<typeof fileSetHead> & { questions: FileQuestion[] };

/** Why the whole file is refused; `line` counts from 1. */
export type FileFault =
  | { kind: 'too-large'; bytes: number }
  | { kind: 'unreadable' }
  | { kind: 'empty' }
  | { kind: 'not-json'; line: number }
  | { kind: 'not-ours'; found: string }
  | { kind: 'newer'; found: string }
  | { kind: 'no-sets' }
  | { kind: 'too-many-sets'; count: number }
  | { kind: 'too-many-questions'; count: number };

/** One value of a file that cannot be taken, and why; the rest can. */
export interface FileProblem {
  line: number;
  /** `sets[0].questions[3].trust` */
  path: string;
  /** The member as it stands in the file, shortened: `"trust": "high"`. */
  member: string;
  why:
    | 'empty'
    | 'too-long'
    | 'trust'
    | 'goal'
    | 'phase'
    | 'when'
    | 'not-text'
    | 'shape'
    | 'no-title'
    | 'questions';
}

export type FileReading =
  | { fault: FileFault }
  | { fault?: undefined; sets: FileSet[]; problems: FileProblem[]; total: number };

/** The text of a file with these sets: JSON for people to read and mend. `exportedAt`: an instant. */
export function writeQuestionFile(
  sets: readonly (Omit<QuestionSet, 'id'> & { questions: readonly Question[] })[],
  exportedAt?: string,
): string {
  const content = {
    peerside: 'question-sets',
    version: 1,
    ...(exportedAt && { exportedAt }),
    sets: sets.map((set) => ({
      title: set.title,
      description: set.description,
      goals: set.goals,
      trust: set.trust,
      questions: set.questions.map(({ text, goals, trust: level, phase, when, step, source }) => ({
        text,
        goals,
        trust: level,
        phase,
        when,
        step,
        source,
      })),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Reads a file of question sets. Never throws; unknown members are passed over, invisible characters taken out. */
export function readQuestionFile(content: string): FileReading {
  const text = content.replace(/^\ufeff/, '');
  if (text.length > FILE_LIMITS.bytes) return { fault: { kind: 'too-large', bytes: text.length } };
  if (text.trim() === '') return { fault: { kind: 'empty' } };
  const line = jsonFault(text);
  if (line !== undefined) return { fault: { kind: 'not-json', line } };
  const root: unknown = JSON.parse(text);
  const kind = member(root, 'peerside');
  if (kind !== 'question-sets') return { fault: { kind: 'not-ours', found: show(kind) } };
  const version = member(root, 'version');
  if (version !== 1) return { fault: { kind: 'newer', found: show(version) } };
  const sets = member(root, 'sets');
  if (!Array.isArray(sets) || sets.length === 0) return { fault: { kind: 'no-sets' } };
  if (sets.length > FILE_LIMITS.sets) return { fault: { kind: 'too-many-sets', count: sets.length } };
  const total = sets.reduce((sum: number, set) => sum + questionsOf(set).length, 0);
  if (total > FILE_LIMITS.questions) return { fault: { kind: 'too-many-questions', count: total } };
  return { ...readSets(text, sets), total };
}

function readSets(text: string, sets: readonly unknown[]) {
  const found: { path: JsonPath; value: unknown; why: FileProblem['why'] }[] = [];
  const good: FileSet[] = [];
  for (const [at, raw] of sets.entries()) {
    const path = ['sets', at];
    const head = fileSetHead.safeParse(raw);
    if (!head.success) found.push(...problemsOf(path, raw, head.error.issues));
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) continue;
    const list = member(raw, 'questions');
    if (!Array.isArray(list)) found.push({ path: [...path, 'questions'], value: list, why: 'questions' });
    const questions: FileQuestion[] = [];
    for (const [index, one] of questionsOf(raw).entries()) {
      const asked = fileQuestion.safeParse(one);
      if (!asked.success) found.push(...problemsOf([...path, 'questions', index], one, asked.error.issues));
      else if (head.success) questions.push({ ...asked.data, trust: asked.data.trust ?? head.data.trust });
    }
    if (head.success && Array.isArray(list)) good.push({ ...head.data, questions });
  }
  const lines = jsonLines(
    text,
    found.map(({ path }) => path),
  );
  const problems = found.map(({ path, value, why }, index) => ({
    line: lines[index] ?? 1,
    path: pathText(path),
    member: typeof path.at(-1) === 'string' ? `"${path.at(-1)}": ${show(value)}` : show(value),
    why,
  }));
  return { sets: good, problems };
}

/** All that is wrong with one value, each place once: what has to be mended is not told piece by piece. */
function problemsOf(path: JsonPath, raw: unknown, issues: readonly z.core.$ZodIssue[]) {
  const places = new Map<string, ReturnType<typeof problem>>();
  for (const issue of issues) {
    const one = problem(path, raw, issue);
    const place = pathText(one.path);
    if (!places.has(place)) places.set(place, one);
  }
  return [...places.values()];
}

function problem(path: JsonPath, raw: unknown, issue: z.core.$ZodIssue) {
  const steps = issue.path.filter((step) => typeof step !== 'symbol');
  const value = steps.reduce<unknown>((at, step) => member(at, step), raw);
  return { path: [...path, ...steps], value, why: reason(steps, value, issue) };
}

function reason(steps: JsonPath, value: unknown, issue: z.core.$ZodIssue): FileProblem['why'] {
  const key = steps[0];
  if (key === undefined) return 'shape';
  if (key === 'trust' || key === 'phase' || key === 'when') return key;
  if (key === 'goals') return 'goal';
  if (issue.code === 'too_big') return 'too-long';
  if (value !== undefined && typeof value !== 'string') return 'not-text';
  return key === 'title' ? 'no-title' : 'empty';
}

/** An own member of whatever was read; never what a prototype holds. */
function member(of: unknown, key: string | number): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? (of as Record<string | number, unknown>)[key]
    : undefined;
}

function questionsOf(set: unknown): unknown[] {
  const list = member(set, 'questions');
  return Array.isArray(list) ? list : [];
}

/** A value of the file in a message: short, on one line, nothing invisible. */
function show(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${pageText(text, 79)}…` : pageText(text, 80);
}
