import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault, jsonLines } from '../../../prep/json-lines.ts';
import { pageText } from '../../../prep/page-text.ts';
import {
  FILE_LIMITS,
  type FileSet,
  readQuestionFile,
  writeQuestionFile,
} from '../../../prep/question-file.ts';
import { goal, trust } from '../../../prep/records/question.ts';

function file(sets: unknown): string {
  return JSON.stringify({ peerside: 'question-sets', version: 1, sets }, null, 2);
}

const question = { text: 'What helps?', trust: 'new' };

function fault(content: string) {
  return readQuestionFile(content).fault;
}

function reading(content: string) {
  const read = readQuestionFile(content);
  if (read.fault) throw new Error(read.fault.kind);
  return read;
}

describe('a file that is refused whole', () => {
  test.each([
    ['nothing at all', '', { kind: 'empty' }],
    ['only white space', '\ufeff \n\t', { kind: 'empty' }],
    ['a comma too many', '{\n  "peerside": "question-sets",\n}', { kind: 'not-json', line: 3 }],
    ['an open string', '{\n"a": "b\n}', { kind: 'not-json', line: 2 }],
    ['text after the end', '{}\n\n{}', { kind: 'not-json', line: 3 }],
    ['a picture', '\u0089PNG', { kind: 'not-json', line: 1 }],
    ['another list', '[1, 2]', { kind: 'not-ours', found: '' }],
    ['another program', '{"peerside": "backup"}', { kind: 'not-ours', found: '"backup"' }],
    ['a version of tomorrow', '{"peerside": "question-sets", "version": 2}', { kind: 'newer', found: '2' }],
    ['no sets', file([]), { kind: 'no-sets' }],
    ['sets that are no list', file({ 0: question }), { kind: 'no-sets' }],
    ['2,001 sets', file(Array(2_001).fill({ title: 'A' })), { kind: 'too-many-sets', count: 2_001 }],
    [
      '20,001 questions',
      file([{ title: 'A', questions: Array(20_001).fill(question) }]),
      { kind: 'too-many-questions', count: 20_001 },
    ],
    ['over 10 MB', ' '.repeat(FILE_LIMITS.bytes + 1), { kind: 'too-large', bytes: FILE_LIMITS.bytes + 1 }],
    ['100,000 brackets', '['.repeat(100_000), { kind: 'not-json', line: 1 }],
  ])('%s', (_, content, expected) => {
    expect(fault(content)).toEqual(expected);
  });

  test('a key of a prototype is not taken for a member', () => {
    expect(
      fault('{"__proto__": {"peerside": "question-sets", "version": 1, "sets": [{"title": "A"}]}}'),
    ).toEqual({
      kind: 'not-ours',
      found: '',
    });
  });
});

describe('a value that cannot be taken', () => {
  const bad = (change: Record<string, unknown>) =>
    file([{ title: 'A', questions: [question, { ...question, ...change }] }]);
  test.each([
    [{ trust: 'high' }, 'trust', '"trust": "high"'],
    [{ goals: ['world peace'] }, 'goal', '"world peace"'],
    [{ goals: 'ideas' }, 'goal', '"goals": "ideas"'],
    [{ text: '' }, 'empty', '"text": ""'],
    [{ text: ' \u202e\u0000 ' }, 'empty', '"text": " \\u0000 "'],
    [{ text: 7 }, 'not-text', '"text": 7'],
    [{ text: 'a'.repeat(1_001) }, 'too-long', `"text": "${'a'.repeat(78)}…`],
    [{ text: 'a'.repeat(1_900_000) }, 'too-long', `"text": "${'a'.repeat(78)}…`],
    [{ phase: 'middle' }, 'phase', '"phase": "middle"'],
    [{ when: 'never' }, 'when', '"when": "never"'],
    [{ step: {} }, 'not-text', '"step": {}'],
  ])('%o', (change, why, member) => {
    const read = reading(bad(change));
    expect(read.sets[0]?.questions).toHaveLength(1);
    expect(read.total).toBe(2);
    const [problem] = read.problems;
    expect(problem?.why).toBe(why);
    expect(problem?.member).toBe(member);
  });

  test('is named by its line and its path', () => {
    const content = file([{ title: 'A', questions: [question, { text: 'B?', trust: 'high' }] }]);
    const [problem] = reading(content).problems;
    expect(problem).toMatchObject({ path: 'sets[0].questions[1].trust', why: 'trust' });
    expect(content.split('\n')[(problem?.line ?? 0) - 1]).toContain('"trust": "high"');
  });

  test('one that is missing has the line of what should hold it', () => {
    const content = file([{ title: 'A', questions: [{ trust: 'new' }] }]);
    const [problem] = reading(content).problems;
    expect(problem).toMatchObject({ path: 'sets[0].questions[0].text', why: 'empty' });
    expect(content.split('\n')[(problem?.line ?? 0) - 1]?.trim()).toBe('{');
  });

  test('everything that is wrong is told at once, each place once', () => {
    const set = {
      trust: 'high',
      goals: ['fun', 'rapport', 'more fun'],
      questions: [question, { text: '', trust: 'much', step: 5 }, 7],
    };
    const { problems, sets } = reading(file([set, [], { title: 'Good', questions: [question] }]));
    expect(problems.map(({ path }) => path)).toEqual([
      'sets[0].title',
      'sets[0].goals[0]',
      'sets[0].goals[2]',
      'sets[0].trust',
      'sets[0].questions[1].text',
      'sets[0].questions[1].trust',
      'sets[0].questions[1].step',
      'sets[0].questions[2]',
      'sets[1]',
    ]);
    expect(sets.map(({ title }) => title)).toEqual(['Good']);
  });

  test.each([
    [{ questions: [question] }, 'no-title'],
    [{ title: '  ', questions: [question] }, 'no-title'],
    [{ title: 'A', trust: 'much', questions: [question] }, 'trust'],
    [{ title: 'A', questions: 'many' }, 'questions'],
    [{ title: 'A' }, 'questions'],
    ['A', 'shape'],
    [null, 'shape'],
  ])('a set that cannot be read is left out: %o', (set, why) => {
    const read = reading(file([set, { title: 'Good', questions: [question] }]));
    expect(read.problems.map((one) => one.why)).toEqual([why]);
    expect(read.sets.map((one) => one.title)).toEqual(['Good']);
  });
});

describe('what is taken', () => {
  test('misses nothing: a question without trust has that of its set, the rest has defaults', () => {
    const read = reading(file([{ title: 'A', trust: 'working', questions: [{ text: 'Why?' }] }]));
    expect(read.sets).toEqual([
      {
        title: 'A',
        description: '',
        goals: [],
        trust: 'working',
        questions: [
          { text: 'Why?', trust: 'working', goals: [], phase: null, when: null, step: null, source: 'own' },
        ],
      },
    ]);
  });

  test('has no invisible characters, no line breaks and no unknown members', () => {
    const read = reading(
      file([{ title: 'A\u202eB', id: 'set:x', questions: [{ text: 'One\n two\u0007', answer: 'secret' }] }]),
    );
    expect(read.sets[0]?.title).toBe('AB');
    expect(read.sets[0]?.questions[0]?.text).toBe('One two');
    expect(JSON.stringify(read)).not.toMatch(/secret|set:x/);
  });

  test('a key __proto__ changes nothing', () => {
    const read = reading(
      '{"peerside":"question-sets","version":1,"sets":[{"__proto__":{"trust":"trusted"},"title":"A","questions":[{"text":"Q","__proto__":{"trust":"trusted"}}]}]}',
    );
    expect(read.sets[0]?.trust).toBe('new');
    expect(({} as { trust?: string }).trust).toBeUndefined();
  });

  test('a byte order mark does not disturb', () => {
    expect(reading(`\ufeff${file([{ title: 'A', questions: [] }])}`).sets).toHaveLength(1);
  });
});

const text = (min: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((raw) => pageText(pageText(raw, 1_000), 1_000))
    .filter((clean) => clean.length >= min && pageText(clean, 1_000) === clean);

const sets = fc.array(
  fc.record({
    title: text(1),
    description: text(0),
    goals: fc.uniqueArray(fc.constantFrom(...goal.options)),
    trust: fc.constantFrom(...trust.options),
    questions: fc.array(
      fc.record({
        text: text(1),
        goals: fc.uniqueArray(fc.constantFrom(...goal.options)),
        trust: fc.constantFrom(...trust.options),
        phase: fc.constantFrom(null, 'closing' as const, 'review' as const),
        when: fc.constantFrom(null, 'same-manager' as const, 'records-stance' as const),
        step: fc.option(text(0)),
        source: text(0),
      }),
      { maxLength: 8 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

test('an export of more than anybody asks can be read again', () => {
  const asked = { goals: [], trust: 'new' as const, phase: null, when: null, step: null, source: 'own' };
  const row = { id: 'x', setId: 'y', order: 1, createdAt: '', updatedAt: '' };
  const questions = Array.from({ length: 20 }, (_, index) => ({ ...row, ...asked, text: `Q ${index}?` }));
  const set = { ...row, description: '', goals: [], trust: 'new' as const, builtIn: false, on: true };
  const sets = Array.from({ length: 150 }, (_, index) => ({ ...set, title: `Set ${index}`, questions }));
  const read = reading(writeQuestionFile(sets));
  expect([read.problems.length, read.sets.length, read.total]).toEqual([0, 150, 3_000]);
});

test('what is exported and read again is the same', () => {
  fc.assert(
    fc.property(sets, (all) => {
      const rows = all.map((set) => ({
        ...set,
        builtIn: false,
        on: true,
        order: 1,
        createdAt: '',
        updatedAt: '',
        questions: set.questions.map((one) => ({
          ...one,
          id: 'x',
          setId: 'y',
          order: 1,
          createdAt: '',
          updatedAt: '',
        })),
      }));
      const read = reading(writeQuestionFile(rows, '2026-11-19T14:00:00.000Z'));
      expect(read.problems).toEqual([]);
      expect(read.sets).toEqual(all as FileSet[]);
    }),
  );
});

test('no text makes the reader throw', () => {
  const almost = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, junk]) => {
    const place = at % (json.length + 1);
    return json.slice(0, place) + junk + json.slice(place);
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        almost,
        fc.json().map((json) => file(JSON.parse(json))),
      ),
      (content) => {
        const read = readQuestionFile(content);
        expect(read.fault !== undefined || Array.isArray(read.sets)).toBe(true);
      },
    ),
  );
});

test('the line of a fault is found where, and only where, JSON.parse finds one', () => {
  const almost = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '[', '\\', '0'))
    .map(([json, at, junk]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + junk + json.slice(place);
    });
  fc.assert(
    fc.property(almost, (content) => {
      let parses = true;
      try {
        JSON.parse(content);
      } catch {
        parses = false;
      }
      expect(jsonFault(content) === undefined).toBe(parses);
    }),
    { numRuns: 1_000 },
  );
});

test('lines of values, the last of a key that stands twice', () => {
  const content = '{\n"a": [1,\n2],\n"b": {"c":\n3},\n"a": [\n5]\n}';
  expect(jsonLines(content, [['b', 'c'], ['a', 0], ['a', 9], ['z']])).toEqual([5, 7, 6, 1]);
});
