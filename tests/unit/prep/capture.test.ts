import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaptureContext, understand } from '../../../prep/capture.ts';
import { words } from '../../../prep/fold.ts';
import { readDate } from '../../../prep/read-date.ts';
import { ADDED } from '../../../prep/records/added.ts';
import type { Person } from '../../../prep/records/person.ts';
import { roster } from '../../../prep/spot.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { worked } from '../../setup/worked.ts';

/** A Thursday. */
const today = '2026-11-19';

function person(id: string, name: string, aliases: string[] = []): Person {
  return {
    id,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    name,
    emails: [],
    aliases,
    role: '',
    team: '',
    connections: [],
    trust: 'new',
    cadence: null,
    goal: null,
    pausedUntil: null,
    archivedAt: null,
    sample: false,
    ...ADDED.people,
  };
}

const people = [
  person('steve', 'Steve Tan', ['Stevie']),
  person('mei', 'Mei Chen'),
  person('lima', 'Ana Lima'),
  person('costa', 'Ana Costa'),
  person('jose', 'José García'),
  person('muhammad', 'محمد علي'),
  person('oneil', "Tim O'Neil"),
];
const context: CaptureContext = { known: roster(people, { emails: [], name: '' }), people, today, readDate };
const read = (text: string, more: Partial<CaptureContext> = {}) => understand(text, { ...context, ...more });
const one = (text: string, more: Partial<CaptureContext> = {}) => {
  const items = read(text, more);
  expect(items).toHaveLength(1);
  return items[0]!;
};

describe('the mark of a line', () => {
  test.each([
    ['likes tea', 'note', 'me', 'likes tea'],
    ['[] send the plan', 'promise', 'me', 'Send the plan'],
    ['[ ] send the plan', 'promise', 'me', 'Send the plan'],
    ['[]send the plan', 'promise', 'me', 'Send the plan'],
    ['- [ ] send the plan', 'promise', 'me', 'Send the plan'],
    ['* [] send the plan', 'promise', 'me', 'Send the plan'],
    ['  [] send the plan  ', 'promise', 'me', 'Send the plan'],
    ['\u200f[] send the plan', 'promise', 'me', 'Send the plan'],
    ['☐ send the plan', 'promise', 'me', 'Send the plan'],
    ['todo send the plan', 'promise', 'me', 'Send the plan'],
    ['TODO: send the plan', 'promise', 'me', 'Send the plan'],
    ['they: send the plan', 'promise', 'them', 'Send the plan'],
    ['Them: send the plan', 'promise', 'them', 'Send the plan'],
    ['[] they: send the plan', 'promise', 'them', 'Send the plan'],
    ['[] @steve send the plan', 'promise', 'them', 'Send the plan'],
    ['[] send @steve the plan', 'promise', 'me', 'Send Steve the plan'],
    ['both: write the plan', 'promise', 'both', 'Write the plan'],
    ['? how is the move', 'question', 'me', 'How is the move'],
    ['?how is the move', 'question', 'me', 'How is the move'],
    ['？ 元気ですか', 'question', 'me', '元気ですか'],
    ['؟ كيف الحال', 'question', 'me', 'كيف الحال'],
    ['! son plays chess', 'fact', 'me', 'Son plays chess'],
    ['> the launch', 'topic', 'me', 'The launch'],
    ['~ he was late again', 'vent', 'me', 'he was late again'],
    ['～ 疲れた', 'vent', 'me', '疲れた'],
    ['~5 people', 'note', 'me', '~5 people'],
    ['todos are many', 'note', 'me', 'todos are many'],
    ['[x] done', 'note', 'me', '[x] done'],
    ['!= is an operator', 'note', 'me', '!= is an operator'],
    ['- a plain list', 'note', 'me', '- a plain list'],
    ['theyre late', 'note', 'me', 'theyre late'],
    ['iPhone for all', 'note', 'me', 'iPhone for all'],
    ['[] iPhone for all', 'promise', 'me', 'iPhone for all'],
    ['> 🎉 party', 'topic', 'me', '🎉 party'],
  ])('%s', (text, kind, owner, words) => {
    expect(one(text)).toMatchObject({ kind, owner, text: words });
  });

  test.each(['?', '!', '>', '[]', '[ ]', '- [ ]', 'todo', 'they:', '[] @steve', '? \n', '@steve'])(
    'with nothing after it there is nothing to save: %j',
    (text) => {
      expect(one(text)).toMatchObject({ text: '', problem: 'empty' });
    },
  );

  test.each(['', '  ', '\n\n', '\t\r\n'])('an empty text says nothing: %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('lines without a mark are one note, up to the next marked line', () => {
    const items = read('first\n\nsecond\r\n[] a promise\nthird\n! a fact\n\n');
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['note', 'first\n\nsecond'],
      ['promise', 'A promise'],
      ['note', 'third'],
      ['fact', 'A fact'],
    ]);
  });

  test('a line that its record cannot hold says so', () => {
    expect(one(`[] ${'a'.repeat(1_000)}`).problem).toBeUndefined();
    expect(one(`[] ${'a'.repeat(1_001)}`).problem).toBe('long');
    expect(one('a'.repeat(200_000)).problem).toBeUndefined();
    expect(one('a'.repeat(200_001)).problem).toBe('long');
  });
});

describe('whom it is about', () => {
  test.each([
    ['! likes tea @steve', ['steve'], 'Likes tea'],
    ['! likes tea @STEVE', ['steve'], 'Likes tea'],
    ['! likes tea @Steve Tan', ['steve'], 'Likes tea'],
    ['! likes tea @stevie.', ['steve'], 'Likes tea'],
    ['! likes tea (@steve)', ['steve'], 'Likes tea (Steve)'],
    ['! @jose likes tea', ['jose'], 'Likes tea'],
    ['! @José García likes tea', ['jose'], 'Likes tea'],
    ['! likes tea @ana lima', ['lima'], 'Likes tea'],
    ["! likes tea @tim o'neil", ['oneil'], 'Likes tea'],
    ['! يحب الشاي @محمد', ['muhammad'], 'يحب الشاي'],
    ['> plan @steve @mei', ['steve', 'mei'], 'Plan'],
    ["! plays in @steve's band", ['steve'], "Plays in Steve's band"],
    ['@steve: likes tea', ['steve'], 'likes tea'],
    ['@steve likes tea', ['steve'], 'Steve likes tea'],
    ['note for\n@mei about tea\n@steve', ['mei', 'steve'], 'note for\nMei about tea'],
  ])('%s', (text, personIds, words) => {
    expect(one(text, { guess: ['jose'] })).toMatchObject({ personIds, text: words, by: 'named' });
  });

  test.each([
    ['[] send the plan to @steve by Friday', 'Send the plan to Steve', '2026-11-20'],
    ['[] send the plan to @steve', 'Send the plan to Steve', null],
    ['[] send the plan to @steve tan.', 'Send the plan to Steve Tan.', null],
    ['[] send the plan by Friday @steve', 'Send the plan', '2026-11-20'],
    ['[] talk to @steve, @mei tomorrow', 'Talk to Steve, Mei', '2026-11-20'],
    ['[] talk to @steve and @mei', 'Talk to Steve and Mei', null],
    ['[] talk to @steve @mei', 'Talk to Steve', null],
    ['[] talk to @steve @inbox', 'Talk to Steve', null],
    ['? ask the hard question for @steve', 'Ask the hard question for Steve', null],
    ['? what is new, @steve?', 'What is new, Steve?', null],
    ['> ask @mei about hiring', 'Ask Mei about hiring', null],
    ['> ask @MEI about hiring', 'Ask Mei about hiring', null],
    ['> a walk with @jose', 'A walk with José', null],
    ['> a walk with @stevie', 'A walk with Stevie', null],
    ['> the veto @steve', 'The veto', null],
    ['> plan, @steve, @mei', 'Plan', null],
    ["! @steve's son plays chess", "Steve's son plays chess", null],
    ['> @steve and @mei: hiring', 'Steve and Mei: hiring', null],
    ['> @steve: hiring', 'Hiring', null],
    ['[] @steve, send the plan', 'Send the plan', null],
    ['a walk with @mei', 'a walk with Mei', null],
  ])('a name stays where its sentence needs it: %s', (text, words, due) => {
    expect(one(text, { guess: ['jose'] })).toMatchObject({ text: words, due, by: 'named' });
  });

  test('an address with an @ in it stays as it was typed', () => {
    const address = 'https://x.y/@steve/z';
    expect(one(`[] read ${address} by Monday`)).toMatchObject({
      text: `Read ${address}`,
      due: '2026-11-23',
      personIds: [],
      open: undefined,
    });
    for (const typed of [`> see ${address}`, '> see https://x.y/(@mei)', '> see x:@mei', '> see x,@mei']) {
      expect(one(typed, { guess: ['jose'] })).toMatchObject({ by: 'guess', text: `S${typed.slice(3)}` });
    }
  });

  test('without the people a kept name is as it was typed', () => {
    const { people: _, ...bare } = context;
    expect(understand('> ask @mei about it', bare)[0]?.text).toBe('Ask mei about it');
  });

  test("a promise that begins with somebody's thing is not theirs", () => {
    expect(one("[] @steve's plan: read it")).toMatchObject({ owner: 'me', text: "Steve's plan: read it" });
  });

  test.each(['write to steve@example.com', 'ana@steve.example', 'x@steve', '@ steve', '@5pm', '1.5@mei'])(
    'an address or a lone @ names nobody: %s',
    (text) => {
      expect(one(text, { guess: ['jose'] })).toMatchObject({ personIds: ['jose'], by: 'guess', text });
    },
  );

  test('a name that two share asks which one, unless one of them is meant anyway', () => {
    const asked = one('! likes tea @ana', { guess: ['steve'] });
    expect(asked).toMatchObject({
      by: 'unsure',
      personIds: [],
      maybe: ['lima', 'costa'],
      text: 'Likes tea @ana',
    });
    expect(one('! likes tea @ana', { guess: ['costa'] })).toMatchObject({
      by: 'named',
      personIds: ['costa'],
      text: 'Likes tea',
    });
    expect(one('! likes tea @ana', { picks: { ana: 'lima' } })).toMatchObject({
      by: 'named',
      personIds: ['lima'],
      text: 'Likes tea',
    });
  });

  test('beside a settled name an open one still asks', () => {
    expect(one('> tea @steve @ana')).toMatchObject({
      by: 'named',
      personIds: ['steve'],
      maybe: ['lima', 'costa'],
      open: { typed: 'ana' },
      text: 'Tea Steve @ana',
    });
    expect(one('> tea @ana @steve')).toMatchObject({ personIds: ['steve'], text: 'Tea @ana' });
  });

  test('a name only begun asks, and one that nobody has says so; neither goes to the guess', () => {
    expect(one('! tea @me', { guess: ['steve'] })).toMatchObject({
      by: 'unsure',
      maybe: ['mei'],
      personIds: [],
    });
    expect(one('! tea @zoe', { guess: ['steve'] })).toMatchObject({
      by: 'unknown',
      maybe: [],
      personIds: [],
    });
    expect(one('! tea @m', { guess: ['mei'] })).toMatchObject({ by: 'unsure', personIds: [] });
  });

  test('without an @ it is the guess; several guesses, or a name in the text, only ask', () => {
    expect(one('likes tea', { guess: ['steve'] })).toMatchObject({ by: 'guess', personIds: ['steve'] });
    expect(one('likes tea', { guess: ['steve', 'mei'] })).toMatchObject({
      by: 'unsure',
      maybe: ['steve', 'mei'],
      personIds: [],
    });
    expect(one('Steve likes tea')).toMatchObject({ by: 'unsure', maybe: ['steve'], personIds: [] });
    expect(one('likes tea')).toMatchObject({ by: 'none', personIds: [] });
  });

  test('@inbox keeps it for later', () => {
    expect(one('[] plan a day off by Friday @inbox', { guess: ['steve'] })).toMatchObject({
      by: 'later',
      personIds: [],
      owner: 'me',
      text: 'Plan a day off',
      due: '2026-11-20',
    });
  });
});

describe('when it is due', () => {
  test.each([
    ['[] send the plan by Friday', '2026-11-20', 'Send the plan', 'by Friday'],
    ['[] send the plan by Friday @steve', '2026-11-20', 'Send the plan', 'by Friday'],
    ['[] send the plan @steve by Friday.', '2026-11-20', 'Send the plan', 'by Friday.'],
    ['[] @steve send the plan tomorrow', '2026-11-20', 'Send the plan', 'tomorrow'],
    ['[] send the plan, 24 Nov', '2026-11-24', 'Send the plan', '24 Nov'],
    ['[] book the room for 24 Nov', '2026-11-24', 'Book the room for 24 Nov', ''],
    ['[] send the plan', null, 'Send the plan', ''],
    ['[] send the plan by Friday to @steve', '2026-11-20', 'Send the plan to Steve', 'by Friday'],
    ['[] send the plan by Friday to @steve tan.', '2026-11-20', 'Send the plan to Steve Tan.', 'by Friday'],
    [
      '[] send the plan by Friday to @steve and @mei',
      '2026-11-20',
      'Send the plan to Steve and Mei',
      'by Friday',
    ],
    ['[] send the plan by Friday to @steve, @mei', '2026-11-20', 'Send the plan to Steve, Mei', 'by Friday'],
    ['[] share with @mei by 24 Nov for @steve', '2026-11-24', 'Share with Mei for Steve', 'by 24 Nov'],
    ['[] book the room for 24 Nov with @steve', '2026-11-24', 'Book the room for 24 Nov with Steve', ''],
    ['[] talk to @steve by Friday to @mei', '2026-11-20', 'Talk to Steve to Mei', 'by Friday'],
    ['[] to @steve', null, 'To Steve', ''],
    ['[] book the room for 24 Nov no date', null, 'Book the room for 24 Nov', 'no date'],
  ])('%s', (text, due, words, dueWords) => {
    expect(one(text)).toMatchObject({ due, text: words, dueWords });
  });

  test('only a promise has a date; others keep the words', () => {
    expect(one('! son moves by Friday')).toMatchObject({ due: null, text: 'Son moves by Friday' });
    expect(one('> the launch 24 Nov')).toMatchObject({ due: null, text: 'The launch 24 Nov' });
    expect(one('see you tomorrow')).toMatchObject({ due: null, text: 'see you tomorrow' });
  });

  test('without a reader of dates the words stay', () => {
    expect(one('[] send it by Friday', { readDate: undefined })).toMatchObject({
      due: null,
      text: 'Send it by Friday',
    });
  });
});

describe('whatever is typed', () => {
  const piece = fc.constantFrom(
    ...[
      '[] ',
      '[ ]',
      '- [ ] ',
      'todo ',
      'they: ',
      'both: ',
      '? ',
      '! ',
      '> ',
      '@steve',
      '@ana ',
      '@zoe',
      '@inbox',
    ],
    ...[
      ' ',
      '\n',
      '\r\n',
      'by Friday',
      '24 Nov',
      'tea',
      'José',
      '🎉',
      'محمد',
      '@ ',
      '.',
      ', ',
      ' \u202e ',
      ' \u200f',
    ],
  );
  const typed = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    anyText(200),
  );
  const guess = fc.subarray(['steve', 'mei']);

  test('it is understood without an error, in order, and no item is both for somebody and in question', () => {
    fc.assert(
      fc.property(typed, guess, (text, guess) => {
        let at = 0;
        for (const item of read(text, { guess })) {
          expect(item.from).toBeGreaterThanOrEqual(at);
          at = item.to;
          expect(item.text === '').toBe(item.problem === 'empty');
          expect(item.due).toSatisfy((due: unknown) => due === null || item.kind === 'promise');
          if (item.by !== 'named') expect(item.personIds.length === 0 || item.open === undefined).toBe(true);
        }
      }),
    );
  });

  // What is not seen is taken out of lines, also in the middle of a word.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not seen.
  const unseen = /[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const seen = (text: string) => words(text.replace(unseen, ''));

  test('no typed word is lost: it is in a text, in the date, in a name or in a mark', () => {
    fc.assert(
      fc.property(typed, guess, (text, guess) => {
        const items = read(text, { guess });
        const kept = seen(items.map((item) => `${item.text} ${item.dueWords}`).join('\n'));
        const counts = Map.groupBy(kept, (word) => word);
        // What names and marks may take: each of these words as often as it stands in the text.
        const taken = new Set(['steve', 'ana', 'inbox', 'todo', 'they', 'both']);
        for (const [word, all] of Map.groupBy(seen(text), (one) => one)) {
          if (!taken.has(word)) expect([word, counts.get(word)?.length ?? 0]).toEqual([word, all.length]);
        }
      }),
    );
  });

  test.each([
    ['a note', 'abc def\n'.repeat(12_500)],
    ['promises', '[] a by 1/2\n'.repeat(8_000)],
    ['names', '@steve '.repeat(14_000)],
    ['names begun', '@s '.repeat(33_000)],
    ['one line of @', '@'.repeat(100_000)],
    ['spaces', `[] ${' '.repeat(100_000)}x`],
    ['marks', '?'.repeat(100_000)],
    ['a long word', `[] ${'a'.repeat(100_000)}`],
  ])('100,000 characters take no time: %s', (_, text) => {
    read(text.slice(0, 1_000));
    const from = worked();
    read(text, { readDate: undefined });
    expect(worked() - from).toBeLessThan(500);
  });
});
