import { beforeEach, describe, expect, test } from 'vitest';
import { type FileSet, readQuestionFile, writeQuestionFile } from '../../../prep/question-file.ts';
import { deletedBuiltIns, ensureBuiltInSets, restoreBuiltInSets } from '../../../storage/built-in-sets.ts';
import { db } from '../../../storage/db.ts';
import { importSets, previewImport } from '../../../storage/question-import.ts';
import {
  addSet,
  changeSet,
  deleteSet,
  duplicateSet,
  listSets,
  moveQuestion,
  moveSet,
} from '../../../storage/question-sets.ts';
import {
  addQuestion,
  changeQuestion,
  deleteQuestion,
  duplicateQuestion,
} from '../../../storage/questions.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const titles = async () => (await listSets()).map((set) => set.title);
const textsOf = async (id: string) =>
  (await listSets()).find((set) => set.id === id)?.questions.map((question) => question.text);

async function setOf(...texts: string[]): Promise<string> {
  const set = await addSet('Launches');
  for (const text of texts) await addQuestion(set.id, text);
  return set.id;
}

describe('built-in sets', () => {
  test('are put in once, however often', async () => {
    await ensureBuiltInSets();
    await Promise.all([ensureBuiltInSets(), ensureBuiltInSets()]);
    const sets = await listSets();
    expect(sets).toHaveLength(12);
    expect(sets.reduce((sum, set) => sum + set.questions.length, 0)).toBe(122);
    expect(sets[0]).toMatchObject({ id: 'set:first-conversation', builtIn: true, on: true });
    expect(sets.every((set) => set.description !== '')).toBe(true);
    expect(sets.find((set) => set.id === 'set:candour-and-support')?.trust).toBe('trusted');
  });

  test('keep what the user changed', async () => {
    await ensureBuiltInSets();
    await changeSet('set:our-teams', { title: 'Ours', on: false });
    await changeQuestion('question:our-teams-1', { text: 'Mine now?' });
    await ensureBuiltInSets();
    const set = (await listSets()).find(({ id }) => id === 'set:our-teams');
    expect(set).toMatchObject({ title: 'Ours', on: false });
    expect(set?.questions[0]?.text).toBe('Mine now?');
  });

  test('stay deleted until they are brought back', async () => {
    await ensureBuiltInSets();
    await deleteSet('set:our-teams');
    await deleteQuestion('question:the-person-1');
    await ensureBuiltInSets();
    expect(await listSets()).toHaveLength(11);
    expect(await deletedBuiltIns()).toEqual({ sets: 1, questions: 1 });
    const undo = await restoreBuiltInSets();
    expect(await listSets()).toHaveLength(12);
    expect(await deletedBuiltIns()).toEqual({ sets: 0, questions: 0 });
    await undo();
    expect(await deletedBuiltIns()).toEqual({ sets: 1, questions: 1 });
  });

  test('a question that is new in a version comes only into a set that is still there', async () => {
    await ensureBuiltInSets();
    await db.questionSets.delete('set:our-teams');
    await db.tombstones.put({
      id: 'set:our-teams',
      table: 'questionSets',
      deletedAt: '2026-11-19T00:00:00Z',
    });
    await db.questions.bulkDelete(['question:our-teams-1', 'question:the-person-1']);
    await ensureBuiltInSets();
    expect(await db.questions.get('question:our-teams-1')).toBeUndefined();
    expect(await db.questions.get('question:the-person-1')).toBeDefined();
  });
});

describe('sets of the user', () => {
  test('have their questions in the order in which they were added', async () => {
    const id = await setOf('One?', 'Two?', 'Three?');
    expect(await textsOf(id)).toEqual(['One?', 'Two?', 'Three?']);
  });

  test('keep lines clean, and their title when the new one is empty', async () => {
    const id = await setOf(' One\u202e\n? ');
    await changeSet(id, { title: '  ', description: 'For\nlaunches' });
    expect(await textsOf(id)).toEqual(['One ?']);
    expect((await listSets())[0]).toMatchObject({ title: 'Launches', description: 'For launches' });
  });

  test('a question without words, or for a set that is gone, is not added', async () => {
    const id = await setOf();
    expect(await addQuestion(id, ' \u200b ')).toBeUndefined();
    expect(await addQuestion('gone', 'Why?')).toBeUndefined();
    expect(await db.questions.count()).toBe(0);
  });

  test.each([
    ['One?', 2, ['Two?', 'Three?', 'One?']],
    ['Three?', 0, ['Three?', 'One?', 'Two?']],
    ['Two?', 1, ['One?', 'Two?', 'Three?']],
    ['One?', 99, ['Two?', 'Three?', 'One?']],
    ['Two?', -1, ['Two?', 'One?', 'Three?']],
  ])('%s moves to place %i', async (text, to, expected) => {
    const id = await setOf('One?', 'Two?', 'Three?');
    const question = (await listSets())[0]?.questions.find((one) => one.text === text);
    await moveQuestion(question?.id ?? '', to);
    expect(await textsOf(id)).toEqual(expected);
  });

  test('questions that share a place can still be moved', async () => {
    const id = await setOf('One?', 'Two?', 'Three?');
    await db.questions.toCollection().modify({ order: 1 });
    const before = await textsOf(id);
    const last = (await listSets())[0]?.questions.at(-1);
    await moveQuestion(last?.id ?? '', 0);
    expect(await textsOf(id)).toEqual([before?.[2], before?.[0], before?.[1]]);
  });

  test('move among their own kind', async () => {
    await ensureBuiltInSets();
    await addSet('A');
    const b = await addSet('B');
    await moveSet(b.id, 0);
    await moveSet('set:the-person', 0);
    expect((await titles()).slice(0, 2)).toEqual(['The person, not the role', 'First conversation']);
    expect((await titles()).slice(-2)).toEqual(['B', 'A']);
  });

  test('a copy has all questions and is the own of the user', async () => {
    await ensureBuiltInSets();
    const copy = await duplicateSet('set:our-teams', 'How our teams work together, mine');
    const sets = await listSets();
    expect(sets.at(-1)).toMatchObject({ id: copy?.id, builtIn: false });
    expect(sets.at(-1)?.questions.map((one) => one.text)).toEqual(await textsOf('set:our-teams'));
    expect(await db.questions.where('setId').equals('set:our-teams').count()).toBe(12);
  });

  test('come back whole after a deletion', async () => {
    await ensureBuiltInSets();
    const id = await setOf('One?', 'Two?');
    // Written anew, they have another time.
    const sets = async () =>
      JSON.parse(JSON.stringify(await listSets(), (key, value) => (key === 'updatedAt' ? undefined : value)));
    const before = await sets();
    const undo = await deleteSet(id);
    expect(await db.questions.where('setId').equals(id).count()).toBe(0);
    expect(await db.tombstones.count()).toBe(3);
    await undo();
    await undo();
    expect(await sets()).toEqual(before);
    expect(await db.tombstones.count()).toBe(0);
  });

  test('a copy of a question stands right after it', async () => {
    const id = await setOf('One?', 'Two?');
    const undo = await duplicateQuestion((await listSets())[0]?.questions[0]?.id ?? '');
    expect(await textsOf(id)).toEqual(['One?', 'One?', 'Two?']);
    await undo();
    expect(await textsOf(id)).toEqual(['One?', 'Two?']);
  });
});

describe('import', () => {
  async function exported(): Promise<FileSet[]> {
    const read = readQuestionFile(writeQuestionFile(await listSets()));
    if (read.fault) throw new Error(read.fault.kind);
    return read.sets;
  }

  test('of what was exported changes nothing', async () => {
    await ensureBuiltInSets();
    await setOf('One?');
    const before = await listSets();
    await importSets(await exported());
    expect(await listSets()).toEqual(before);
  });

  test('into an empty browser makes the same sets', async () => {
    await ensureBuiltInSets();
    await setOf('One?', 'Two?');
    const before = await listSets();
    const file = await exported();
    await Promise.all([db.questionSets.clear(), db.questions.clear()]);
    await importSets(file);
    const content = (sets: Awaited<ReturnType<typeof listSets>>) => JSON.parse(writeQuestionFile(sets)).sets;
    expect(content(await listSets())).toEqual(content(before));
  });

  test('changes what differs, adds what is new, leaves the rest, and can be taken back', async () => {
    const id = await setOf('One?', 'Two?', 'Mine?');
    const before = await listSets();
    const question = { goals: [], phase: null, when: null, step: null, source: 'own' };
    const file: FileSet[] = [
      {
        title: 'launches',
        description: 'Before a launch',
        goals: ['clarity'],
        trust: 'working',
        questions: [
          { ...question, text: 'One?', trust: 'trusted' },
          { ...question, text: 'Two?', trust: 'new' },
          { ...question, text: 'Three?', trust: 'new' },
        ],
      },
      {
        title: 'Other',
        description: '',
        goals: [],
        trust: 'new',
        questions: [{ ...question, text: 'Q?', trust: 'new' }],
      },
    ];
    expect(await previewImport(file)).toMatchObject([
      { headChanged: true, same: 1, added: [{}], changed: [{}] },
      { into: undefined },
    ]);
    expect(await listSets()).toEqual(before);
    const undo = await importSets(file);
    expect(await textsOf(id)).toEqual(['One?', 'Two?', 'Mine?', 'Three?']);
    expect(await titles()).toEqual(['launches', 'Other']);
    await undo();
    expect(await listSets()).toEqual(before);
  });
});
