import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUGHT_SET } from '../../../prep/askable.ts';
import { defaultGoal } from '../../../prep/default-goal.ts';
import type { Asking, Level, Question, QuestionSet } from '../../../prep/records/question.ts';
import { GOALS, TRUSTS } from '../../../prep/scales.ts';
import { type SuggestInput, suggestQuestions } from '../../../prep/suggest.ts';
import { ensureBuiltInSets } from '../../../storage/built-in-sets.ts';
import { readSetsAndQuestions } from '../../../storage/question-sets.ts';
import { anAsking, aQuestion, aSet } from '../../fixtures/records.ts';

const NOW = '2026-11-19T14:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

/** Questions with these ids, in order, all in one set. */
function questions(ids: string[], change: Partial<Question> = {}): Question[] {
  return ids.map((id, order) => aQuestion({ id, order, ...change }));
}

function input(change: Partial<SuggestInput> = {}): SuggestInput {
  return {
    sets: [aSet()],
    questions: questions(['a', 'b', 'c', 'd', 'e', 'f']),
    askings: [],
    goal: 'rapport',
    trust: 'new',
    now: NOW,
    meetingId: 'this',
    sameManager: false,
    values: {},
    ...change,
  };
}

const suggested = (change: Partial<SuggestInput> = {}) => suggestQuestions(input(change));
const idsOf = (change: Partial<SuggestInput> = {}) => suggested(change).map(({ question }) => question.id);

describe('the same words in two sets', () => {
  const twice = ['Same', 'same', 'SAMÉ', 'other'].map((text, order) =>
    aQuestion({ id: `q${order}`, order, text }),
  );

  test('come once in one three, whatever their order', () => {
    for (const all of [twice, twice.toReversed()]) {
      expect(
        suggested({ questions: all })
          .map(({ text }) => text.toLowerCase().replace('é', 'e'))
          .sort(),
      ).toEqual(['other', 'same']);
    }
    expect(new Set(idsOf({ questions: twice }))).toEqual(new Set(idsOf({ questions: twice.toReversed() })));
  });

  test('asked in one, they rest in the other', () => {
    const askings = [anAsking({ questionId: 'q1', meetingId: 'last', text: 'same', at: daysAgo(30) })];
    expect(idsOf({ questions: twice, askings })).toEqual(['q3']);
  });
});

/** Notes what a brief has shown, as the brief does. */
function shownIn(meetingId: string, found: ReturnType<typeof suggestQuestions>, at = NOW): Asking[] {
  return found.map(({ question, text, level }) =>
    anAsking({ questionId: question.id, meetingId, state: 'suggested', text, level, at }),
  );
}

test('a question caught for somebody is suggested to nobody else', () => {
  const sets = [aSet(), aSet({ id: CAUGHT_SET })];
  const all = [...questions(['a', 'b']), aQuestion({ id: 'caught', setId: CAUGHT_SET })];
  expect(idsOf({ sets, questions: all })).not.toContain('caught');
  const askings = [anAsking({ questionId: 'caught', meetingId: null, state: 'kept' })];
  expect(idsOf({ sets, questions: all, askings })).toContain('caught');
});

describe('a question caught for somebody whose brief was shown already', () => {
  const sets = [aSet(), aSet({ id: CAUGHT_SET })];
  const all = [...questions(['a', 'b', 'c', 'd']), ...questions(['one', 'two'], { setId: CAUGHT_SET })];
  const caught = (...ids: string[]) =>
    ids.map((questionId) =>
      anAsking({ id: `caught ${questionId}`, questionId, meetingId: null, state: 'kept' }),
    );
  const shown = shownIn('this', suggested({ sets, questions: all }));
  const idsAfter = (askings: Asking[]) => idsOf({ sets, questions: all, askings: [...shown, ...askings] });
  const before = shown.map(({ questionId }) => questionId);

  test('comes at once, in one place; the others stay in theirs', () => {
    const now = idsAfter(caught('one'));
    expect(now).toContain('one');
    expect(now.filter((id) => before.includes(id))).toHaveLength(2);
    expect(now.filter((id, place) => id === before[place])).toHaveLength(2);
  });

  test('keeps its place when another is caught, and takes none of what was asked', () => {
    const first = suggested({ sets, questions: all, askings: [...shown, ...caught('one')] });
    const noted = shownIn('this', first);
    const place = first.findIndex(({ question }) => question.id === 'one');
    const both = idsOf({ sets, questions: all, askings: [...noted, ...caught('one', 'two')] });
    expect(both[place]).toBe('one');
    expect(both).toContain('two');
    const asked = shown.map((one) => ({ ...one, state: 'asked' as const }));
    expect(idsOf({ sets, questions: all, askings: [...asked, ...caught('one')] })).toEqual(before);
  });

  test('swapped away, it is gone from this meeting', () => {
    const swapped = anAsking({ questionId: 'one', meetingId: 'this', state: 'swapped', level: 'easy' });
    expect(idsAfter([...caught('one'), swapped])).not.toContain('one');
  });
});

describe('three questions', () => {
  test('one easy, one central, one deeper, all different', () => {
    const found = suggested();
    expect(found.map(({ level }) => level)).toEqual(['easy', 'central', 'deeper']);
    expect(new Set(found.map(({ question }) => question.id)).size).toBe(3);
  });

  test('the easy one is below the trust or early in its set, the central one at it, the deeper one above it', () => {
    const all = [
      ...questions(['n1', 'n2', 'n3'], { trust: 'new' }),
      ...questions(['w1', 'w2', 'w3'], { trust: 'working' }).map((one) => ({ ...one, order: one.order + 3 })),
      ...questions(['t1', 't2', 't3'], { trust: 'trusted' }).map((one) => ({ ...one, order: one.order + 6 })),
    ];
    for (const meetingId of ['1', '2', '3', '4']) {
      const found = suggested({ questions: all, trust: 'working', meetingId });
      expect(found.map(({ question }) => question.trust)).toEqual(['new', 'working', 'trusted']);
      const close = suggested({ questions: all, trust: 'trusted', meetingId });
      expect(close.map(({ question }) => question.trust).at(-1)).toBe('trusted');
      expect(close[0]?.question.trust).not.toBe('trusted');
    }
  });

  test('in one level the place in the set decides: the first third opens, the last goes deeper', () => {
    const all = questions(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    for (const meetingId of ['a', 'b', 'c', 'd', 'e']) {
      const [easy, central, deeper] = idsOf({ questions: all, meetingId });
      expect('123').toContain(easy);
      expect('456').toContain(central);
      expect('789').toContain(deeper);
    }
  });

  test('fewer where there are no three', () => {
    expect(idsOf({ questions: questions(['a', 'b']) }).sort()).toEqual(['a', 'b']);
    expect(idsOf({ questions: [] })).toEqual([]);
    expect(idsOf({ sets: [] })).toEqual([]);
  });

  test('different meetings get different ones, the same meeting the same, however the questions come', () => {
    const all = questions(Array.from({ length: 30 }, (_, index) => `q${index}`));
    const meetings = Array.from({ length: 8 }, (_, index) => `meeting ${index}`);
    const found = meetings.map((meetingId) => idsOf({ questions: all, meetingId }).join());
    expect(new Set(found).size).toBeGreaterThan(5);
    expect(meetings.map((meetingId) => idsOf({ questions: all.toReversed(), meetingId }).join())).toEqual(
      found,
    );
  });
});

await ensureBuiltInSets(new Date(NOW));
const builtIn = await readSetsAndQuestions();

describe('the built-in sets', () => {
  const { sets, questions: all } = builtIn;
  const everyone = TRUSTS.flatMap((trust) => GOALS.map((goal) => [trust, goal] as const));

  test.each(everyone)(
    'have three for a %s peer and the goal %s, at most one above the trust',
    (trust, goal) => {
      const found = suggested({ sets, questions: all, trust, goal });
      expect(found.map(({ level }) => level)).toEqual(['easy', 'central', 'deeper']);
      for (const { question } of found) {
        expect(TRUSTS.indexOf(question.trust)).toBeLessThanOrEqual(TRUSTS.indexOf(trust) + 1);
        expect(question.phase).toBeNull();
        expect(question.text).not.toContain('{');
      }
      // Only what is for trusted peers has to wait for that level.
      const locked = trust !== 'trusted' && goal === 'disagreement';
      expect(found[1]?.why.fits).toBe(!locked);
    },
  );

  test('the first meetings start with the first conversation, at the trust there is', () => {
    for (const meetingId of ['1', '2', '3']) {
      const found = suggested({
        sets,
        questions: all,
        trust: 'new',
        goal: 'rapport',
        meetings: 0,
        meetingId,
      });
      expect(found.map(({ question }) => question.setId)).toEqual(Array(3).fill('set:first-conversation'));
      const later = suggested({
        sets,
        questions: all,
        trust: 'new',
        goal: 'rapport',
        meetings: 3,
        meetingId,
      });
      expect(later.at(-1)?.question.trust).toBe('working');
    }
  });

  test('a peer met every week for half a year is asked nothing twice', () => {
    const askings: Asking[] = [];
    for (let week = 0; week < 26; week += 1) {
      const now = new Date(Date.parse(NOW) + week * 7 * 86_400_000).toISOString();
      const meetingId = `week ${week}`;
      const found = suggested({
        sets,
        questions: all,
        trust: 'working',
        goal: 'work-better',
        askings,
        now,
        meetingId,
      });
      expect(found).toHaveLength(3);
      askings.push(
        ...shownIn(meetingId, found, now).map((one) => ({
          ...one,
          id: `${week} ${one.id}`,
          state: 'asked' as const,
        })),
      );
    }
    expect(new Set(askings.map(({ questionId }) => questionId)).size).toBe(26 * 3);
  });
});

describe('what is not suggested by itself', () => {
  const [only] = questions(['only']);
  const alone = (change: Partial<Question>, rest: Partial<SuggestInput> = {}) =>
    idsOf({ questions: [{ ...only!, ...change }], ...rest });

  test.each([
    ['a set that is off', {}, { sets: [aSet({ on: false })] }],
    ['a set that is gone', { setId: 'gone' }, {}],
    ['for the end of a meeting', { phase: 'closing' }, {}],
    ['for the review of a series', { phase: 'review' }, {}],
    ['about a manager that is not shared', { when: 'same-manager' }, {}],
    ['two levels above the trust', { trust: 'trusted' }, {}],
    ['of a set two levels above the trust', {}, { sets: [aSet({ trust: 'trusted' })] }],
    [
      'of a set for trusted peers, one level below',
      {},
      { sets: [aSet({ trust: 'trusted' })], trust: 'working' },
    ],
    ['with a project and none known', { text: 'How is {project}?' }, {}],
    ['with a team that is blank', { text: 'How is {team}?' }, { values: { team: '  ' } }],
    ['with one of two values', { text: '{topic} on {date}?' }, { values: { topic: 'Launch' } }],
    ['too long when filled', { text: '{topic}?' }, { values: { topic: 'x'.repeat(1_000) } }],
  ] as [string, Partial<Question>, Partial<SuggestInput>][])('%s', (_, change, rest) => {
    expect(alone(change, rest)).toEqual([]);
  });

  test.each([
    ['about the shared manager', { when: 'same-manager' }, { sameManager: true }],
    ['for a stance to be written down', { when: 'records-stance' }, {}],
    ['one level above the trust', { trust: 'working' }, {}],
    ['of a set one level above the trust', {}, { sets: [aSet({ trust: 'working' })] }],
    ['of a set for trusted peers, with one', {}, { sets: [aSet({ trust: 'trusted' })], trust: 'trusted' }],
    ['with braces that are no placeholder', { text: 'What does {} mean, or {name}?' }, {}],
  ] as [string, Partial<Question>, Partial<SuggestInput>][])('but: %s', (_, change, rest) => {
    expect(alone(change, rest)).toEqual(['only']);
  });

  test('placeholders are filled from what is known, and only once', () => {
    const text = 'I present {topic} to {team} on {date}: what of {topic}?';
    const values = { topic: ' $& {team} ', team: 'Platform', date: '3 December' };
    const [found] = suggested({ questions: [{ ...only!, text }], values });
    expect(found?.text).toBe('I present $& {team} to Platform on 3 December: what of $& {team}?');
  });
});

describe('the goal', () => {
  const sets = [
    aSet({ id: 'set', goals: ['rapport'], order: 1 }),
    aSet({ id: 'ideas', goals: ['ideas'], order: 2 }),
    aSet({ id: 'clarity', goals: ['clarity'], order: 3 }),
  ];
  const all = [
    ...questions(['r1', 'r2', 'r3']),
    ...questions(['i1', 'i2', 'i3'], { setId: 'ideas' }),
    ...questions(['c1', 'c2', 'c3'], { setId: 'clarity' }),
  ];

  test('decides the set', () => {
    expect(idsOf({ sets, questions: all, goal: 'ideas' }).sort()).toEqual(['i1', 'i2', 'i3']);
    expect(idsOf({ sets, questions: all, goal: 'rapport' }).sort()).toEqual(['r1', 'r2', 'r3']);
  });

  test('a question’s own goals come before those of its set; none at all fit any', () => {
    const own = all.map((one) => (one.id === 'r1' ? { ...one, goals: ['ideas' as const] } : one));
    const found = idsOf({ sets, questions: own.filter(({ id }) => id !== 'i1'), goal: 'ideas' });
    expect(found.sort()).toEqual(['i2', 'i3', 'r1']);
    const any = sets.map((set) => (set.id === 'clarity' ? { ...set, goals: [] } : set));
    const rest = all.filter(({ setId }) => setId !== 'ideas');
    expect(idsOf({ sets: any, questions: rest, goal: 'ideas' }).sort()).toEqual(['c1', 'c2', 'c3']);
  });

  test('with too few left, those nearby come, and say that they do not fit', () => {
    const rest = all.filter(({ id }) => id !== 'i1' && id !== 'i2');
    const found = suggested({ sets, questions: rest, goal: 'ideas' });
    expect(found.filter(({ why }) => why.fits).map(({ question }) => question.id)).toEqual(['i3']);
    // Clarity is nearer to ideas than rapport is.
    expect(found.map(({ question }) => question.setId).sort()).toEqual(['clarity', 'clarity', 'ideas']);
  });

  test('above the trust, the goal still has the centre, and an easy question of another opens', () => {
    const higher = sets.map((set) => (set.id === 'ideas' ? { ...set, trust: 'working' as const } : set));
    const found = suggested({ sets: higher, questions: all, goal: 'ideas' });
    expect(found.map(({ question }) => question.setId)).toEqual(['clarity', 'ideas', 'ideas']);
  });

  test('another goal in the same meeting brings other questions, and the first ones come back with it', () => {
    const first = suggested({ sets, questions: all, goal: 'rapport' });
    const then = suggested({ sets, questions: all, goal: 'ideas', askings: shownIn('this', first) });
    expect(then.every(({ question }) => question.setId === 'ideas')).toBe(true);
    const both = [...shownIn('this', first), ...shownIn('this', then)];
    expect(suggested({ sets, questions: all, goal: 'rapport', askings: both })).toEqual(first);
  });
});

describe('memory', () => {
  test('asked within six months, nothing comes again; after that it does, but later than the others', () => {
    const askings = ['a', 'b', 'c'].map((questionId) =>
      anAsking({ questionId, meetingId: 'before', at: daysAgo(60) }),
    );
    expect(idsOf({ askings }).sort()).toEqual(['d', 'e', 'f']);
    const old = askings.map((one) => ({ ...one, at: daysAgo(200) }));
    expect(idsOf({ askings: old }).sort()).toEqual(['d', 'e', 'f']);
    const few = suggested({ askings: old, questions: questions(['a', 'b', 'd', 'e']) });
    expect(few.filter(({ why }) => why.lastAsked)).toHaveLength(1);
  });

  test.each([
    ['2026-11-19T14:00:00.000Z', '2026-05-19T14:00:00.000Z', []],
    ['2026-11-19T14:00:00.000Z', '2026-05-19T13:59:59.000Z', ['only']],
    // Six months before the last of August is the last of February, in a leap year too.
    ['2026-08-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z', []],
    ['2026-08-31T10:00:00.000Z', '2026-02-28T09:00:00.000Z', ['only']],
    ['2024-08-31T10:00:00.000Z', '2024-02-29T10:00:00Z', []],
    ['2024-08-31T10:00:00.000Z', '2024-02-28T23:00:00Z', ['only']],
    // Another device's clock may be ahead.
    ['2026-11-19T14:00:00.000Z', '2026-11-20T14:00:00.000Z', []],
  ])('on %s, asked at %s: %j', (now, at, expected) => {
    const askings = [anAsking({ questionId: 'only', meetingId: 'before', at })];
    expect(idsOf({ now, askings, questions: questions(['only']) })).toEqual(expected);
  });

  test('an older answer does not hide a later one', () => {
    const askings = [
      anAsking({ id: '1', questionId: 'a', meetingId: 'old', at: daysAgo(400) }),
      anAsking({ id: '2', questionId: 'a', meetingId: null, at: daysAgo(20) }),
    ];
    expect(idsOf({ askings, questions: questions(['a']) })).toEqual([]);
  });

  test('what was kept for another time comes first, whatever the goal, and says so', () => {
    const sets = [aSet({ goals: ['rapport'] }), aSet({ id: 'ideas', goals: ['ideas'] })];
    const all = [...questions(['a', 'b', 'c', 'd', 'e']), ...questions(['kept'], { setId: 'ideas' })];
    const askings = [
      anAsking({ questionId: 'kept', meetingId: 'before', state: 'kept', at: daysAgo(20), level: 'central' }),
    ];
    const found = suggested({ sets, questions: all, askings });
    expect(found.find(({ question }) => question.id === 'kept')?.why).toMatchObject({
      kept: true,
      fits: false,
    });
    expect(found).toHaveLength(3);
    // Asked or swapped since, it is kept no longer.
    const later = anAsking({ questionId: 'kept', meetingId: 'later', state: 'swapped', at: daysAgo(10) });
    expect(idsOf({ sets, questions: all, askings: [...askings, later] })).not.toContain('kept');
  });

  test('what was swapped away at an earlier meeting sinks, and comes back after six months', () => {
    const all = questions(['a', 'b', 'c', 'd']);
    const swap = (at: string) => [anAsking({ questionId: 'a', meetingId: 'before', state: 'swapped', at })];
    for (const meetingId of ['1', '2', '3', '4', '5', '6']) {
      expect(idsOf({ questions: all, askings: swap(daysAgo(20)), meetingId })).not.toContain('a');
    }
    const others = shownIn('older', suggested({ questions: questions(['b', 'c', 'd']) }), daysAgo(300));
    const meetings = Array.from({ length: 30 }, (_, index) => `meeting ${index}`);
    const later = meetings.flatMap((meetingId) =>
      idsOf({
        questions: all,
        askings: [...others, ...swap(daysAgo(200)), anAsking({ meetingId: 'last', at: daysAgo(1) })],
        meetingId,
      }),
    );
    expect(later).toContain('a');
  });

  test('never the same three as the last time, while there is another', () => {
    const sets = [aSet({ goals: ['rapport'] }), aSet({ id: 'ideas', goals: ['ideas'] })];
    const all = [...questions(['a', 'b', 'c']), ...questions(['other'], { setId: 'ideas' })];
    const first = suggested({ sets, questions: all });
    expect(first.map(({ question }) => question.id).sort()).toEqual(['a', 'b', 'c']);
    const askings = shownIn('before', first, daysAgo(14));
    const second = suggested({ sets, questions: all, askings });
    expect(second.map(({ question }) => question.id)).toContain('other');
    expect(second).toHaveLength(3);
    // It stays so once it was shown.
    expect(suggested({ sets, questions: all, askings: [...askings, ...shownIn('this', second)] })).toEqual(
      second,
    );
  });

  test('what was never shown comes before what was', () => {
    const older = ['a', 'c', 'e'].map((questionId) =>
      anAsking({ questionId, meetingId: 'older', state: 'suggested', at: daysAgo(60) }),
    );
    const askings = [...older, anAsking({ questionId: 'other', meetingId: 'last', at: daysAgo(7) })];
    for (const meetingId of ['1', '2', '3', '4', '5', '6']) {
      expect(idsOf({ askings, meetingId })).toEqual(['b', 'd', 'f']);
    }
  });

  test('chance is fair: over many meetings each of twins is met about as often', () => {
    const first = Array.from({ length: 200 }, (_, index) => idsOf({ meetingId: `meeting ${index}` })[0]);
    const often = first.filter((id) => id === 'a').length;
    expect(new Set(first)).toEqual(new Set(['a', 'b']));
    expect(often).toBeGreaterThan(70);
    expect(often).toBeLessThan(130);
  });

  test('only the last meeting counts for that, by when it was', () => {
    const askings = [
      ...shownIn('long before', suggested({ questions: questions(['a', 'b', 'c']) }), daysAgo(60)),
      ...shownIn('last', suggested({ questions: questions(['d', 'e', 'f']) }), daysAgo(7)),
    ];
    expect(idsOf({ askings }).sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('within one meeting', () => {
  const all = questions(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  const mark = (askings: Asking[], id: string, state: Asking['state'], minutes = 1): Asking[] =>
    askings.map((one) =>
      one.questionId === id
        ? { ...one, state, updatedAt: new Date(Date.parse(NOW) + minutes * 60_000).toISOString() }
        : one,
    );

  test.each([0, 1, 2])('swapping one changes its place alone (%i)', (place) => {
    const first = suggested({ questions: all });
    const gone = first[place]!;
    const askings = mark(shownIn('this', first), gone.question.id, 'swapped');
    const second = suggested({ questions: all, askings });
    expect(second[place]?.level).toBe(gone.level);
    expect(second[place]?.question.id).not.toBe(gone.question.id);
    expect(second.toSpliced(place, 1)).toEqual(first.toSpliced(place, 1));
  });

  test('an asked question stays as it was read out, though its set is off or its words are new', () => {
    const first = suggested({ questions: all });
    const [easy] = first;
    const askings = mark(shownIn('this', first), easy!.question.id, 'asked');
    const edited = all.map((one) => ({ ...one, text: 'New words?' }));
    const [still] = suggested({ questions: edited, askings, goal: 'disagreement' });
    expect(still).toMatchObject({ text: easy!.text, level: 'easy', question: { id: easy!.question.id } });
    expect(idsOf({ questions: all, askings, sets: [aSet({ on: false })] })).toEqual([easy!.question.id]);
  });

  test('a question kept for another time leaves this meeting, even when nothing else is left', () => {
    const few = questions(['a', 'b', 'c']);
    const first = suggested({ questions: few });
    const askings = mark(shownIn('this', first), 'b', 'kept');
    expect(idsOf({ questions: few, askings }).sort()).toEqual(['a', 'c']);
  });

  test('when all were swapped away they come again in turn', () => {
    const few = questions(['a', 'b', 'c', 'd', 'e']);
    let askings: Asking[] = [];
    const seen: string[] = [];
    for (let minute = 1; minute <= 12; minute += 1) {
      const found = suggested({ questions: few, askings });
      expect(found).toHaveLength(3);
      const known = new Set(askings.map(({ questionId }) => questionId));
      askings.push(
        ...shownIn(
          'this',
          found.filter(({ question }) => !known.has(question.id)),
        ),
      );
      const central = found.find(({ level }) => level === 'central')!;
      seen.push(central.question.id);
      askings = mark(askings, central.question.id, 'swapped', minute);
    }
    // Two keep the other places; the other three take turns.
    expect(new Set(seen).size).toBe(3);
    for (const [index, id] of seen.entries()) expect(id).not.toBe(seen[index + 1]);
  });

  test('with several peers, asked of one is asked', () => {
    const first = suggested({ questions: all });
    const [easy] = first;
    const askings = [
      ...shownIn('this', first),
      ...mark(shownIn('this', first), easy!.question.id, 'asked').map((one) => ({ ...one, personId: 'ana' })),
    ];
    expect(suggested({ questions: all, askings })[0]).toMatchObject({
      level: 'easy',
      question: easy!.question,
    });
  });
});

describe('for any history', () => {
  const trust = fc.constantFrom(...TRUSTS);
  const goal = fc.constantFrom(...GOALS);
  const someSets = fc.array(
    fc.record({ trust, goals: fc.uniqueArray(goal, { maxLength: 3 }), on: fc.boolean(), order: fc.nat(5) }),
    { minLength: 1, maxLength: 4 },
  );
  const someQuestions = fc.array(
    fc.record({
      setId: fc.nat(3),
      trust,
      goals: fc.uniqueArray(goal, { maxLength: 1 }),
      order: fc.nat(9),
      phase: fc.constantFrom(null, null, null, 'closing' as const),
      text: fc.constantFrom('Why?', 'Why {team}?', 'How?', 'When?', 'Where?', 'Who?', 'What?', 'Whose?'),
    }),
    { maxLength: 14 },
  );
  const someAskings = fc.array(
    fc.record({
      questionId: fc.nat(13),
      meetingId: fc.constantFrom(null, 'one', 'two', 'this'),
      state: fc.constantFrom('suggested' as const, 'swapped' as const, 'kept' as const, 'asked' as const),
      level: fc.constantFrom<Level | null>(null, 'easy', 'central', 'deeper'),
      days: fc.nat(400),
    }),
    { maxLength: 20 },
  );
  const situation = fc
    .record({
      sets: someSets,
      questions: someQuestions,
      askings: someAskings,
      goal,
      trust,
      sameManager: fc.boolean(),
      meetings: fc.nat(5),
      team: fc.constantFrom(undefined, 'Platform'),
    })
    .map(({ sets, questions: all, askings, team, ...rest }) =>
      input({
        ...rest,
        sets: sets.map((set, index) => aSet({ ...set, id: `set ${index}` })),
        questions: all.map((one, index) => aQuestion({ ...one, id: `q${index}`, setId: `set ${one.setId}` })),
        askings: askings.map(({ days, questionId, ...one }, index) =>
          anAsking({ ...one, id: `${index}`, questionId: `q${questionId}`, at: daysAgo(days) }),
        ),
        values: { team },
      }),
    );

  /** What a reader of the rules alone would let through, written without looking at the chooser. */
  function mayCome(of: SuggestInput): Question[] {
    const level = (one: Question | QuestionSet) => TRUSTS.indexOf(one.trust);
    const trusted = TRUSTS.indexOf(of.trust);
    const lately = new Set(
      of.askings
        .filter(
          ({ state, meetingId, at }) => state === 'asked' && meetingId !== 'this' && at >= '2026-05-19T14',
        )
        .map(({ text }) => text),
    );
    return of.questions.filter((question) => {
      const set = of.sets.find(({ id }) => id === question.setId);
      const mine = of.askings.filter(({ questionId }) => questionId === question.id);
      const here = mine.filter(({ meetingId }) => meetingId === 'this');
      return (
        set?.on &&
        question.phase === null &&
        (of.values.team || !question.text.includes('{team}')) &&
        Math.max(level(question), level(set)) <= trusted + 1 &&
        (set.trust !== 'trusted' || of.trust === 'trusted') &&
        !here.some(({ state }) => state === 'kept') &&
        !mine.some(
          ({ state, meetingId, at }) => state === 'asked' && meetingId !== 'this' && at >= '2026-05-19T14',
        ) &&
        !lately.has(question.text) &&
        !here.some(({ state, level: place }) => state === 'asked' && place === null)
      );
    });
  }

  test('three different ones where three may come; never one above the trust, never one asked lately', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const found = suggestQuestions(of);
        const asked = of.askings.filter(
          (one) => one.meetingId === 'this' && one.state === 'asked' && one.level,
        );
        const may = mayCome(of);
        const allowed = may.map(({ id }) => id);
        // The same words in two sets are one question, also when they were asked already.
        const words = new Set(
          may.filter(({ id }) => !asked.some(({ questionId }) => questionId === id)).map(({ text }) => text),
        );
        const said = found.map(({ text }) => text);
        const ids = found.map(({ question }) => question.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(3);
        for (const one of found.filter(({ question }) =>
          asked.some(({ questionId }) => questionId === question.id),
        ))
          words.add(one.text);
        expect(ids.length).toBeGreaterThanOrEqual(Math.min(3, words.size));
        const fresh = found.filter(
          ({ question }) => !asked.some(({ questionId }) => questionId === question.id),
        );
        for (const { text } of fresh) expect(said.filter((one) => one === text)).toEqual([text]);
        const others = ids.filter((id) => !asked.some(({ questionId }) => questionId === id));
        expect(others.filter((id) => !allowed.includes(id))).toEqual([]);
        const order = ['easy', 'central', 'deeper'];
        const places = found.map(({ level }) => order.indexOf(level));
        expect(places).toEqual([...new Set(places)].sort());
      }),
      { numRuns: 1_000 },
    );
  });

  test('what was shown stays: asking again after noting it changes nothing', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const found = suggestQuestions(of);
        const known = new Set(
          of.askings.filter((one) => one.meetingId === 'this').map((one) => one.questionId),
        );
        const fresh = found.filter(({ question }) => !known.has(question.id));
        const again = suggestQuestions({ ...of, askings: [...of.askings, ...shownIn('this', fresh)] });
        expect(again).toEqual(found);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the order of the rows means nothing', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const turned = {
          ...of,
          sets: of.sets.toReversed(),
          questions: of.questions.toReversed(),
          askings: of.askings.toReversed(),
        };
        expect(suggestQuestions(turned)).toEqual(suggestQuestions(of));
      }),
    );
  });
});

describe('the goal of a meeting', () => {
  test.each([
    ['new', 0, null, 'rapport'],
    ['new', 9, null, 'rapport'],
    ['working', 2, null, 'rapport'],
    ['working', 3, null, 'work-better'],
    ['trusted', 0, null, 'work-better'],
    ['new', 0, 'ideas', 'ideas'],
  ] as const)('%s after %i meetings, remembered %s: %s', (trust, meetings, remembered, expected) => {
    expect(defaultGoal(trust, meetings, remembered)).toBe(expected);
  });
});
