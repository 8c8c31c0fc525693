import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import builtIn from '../../../prep/built-in-sets.json' with { type: 'json' };
import { coverage, orderPreviews, stanceOf } from '../../../prep/coverage.ts';
import { addDays, daysBetween } from '../../../prep/days.ts';
import { addWorkingDays, isReminderDue, openFields, WORDINGS, wordingFor } from '../../../prep/invite.ts';
import { keepRate } from '../../../prep/keep-rate.ts';
import { SIGNALS } from '../../../prep/method-scales.ts';
import { RAISED, timesRaised } from '../../../prep/order.ts';
import { overview } from '../../../prep/overview.ts';
import { briefDay, isPreviewed } from '../../../prep/preview-week.ts';
import { isAnotherOffered, projectDay } from '../../../prep/projects.ts';
import { GOALS } from '../../../prep/scales.ts';
import { leadsOf } from '../../../prep/signals.ts';
import { TAG_LEADS } from '../../../prep/tag-leads.ts';
import { anActionItem, aTopic } from '../../fixtures/records.ts';

const TODAY = '2026-11-19';

describe('a topic for several peers', () => {
  const topic = aTopic({
    personIds: ['a', 'b', 'c', 'd'],
    presentOn: '2026-11-26',
    stances: { a: 'supports', b: 'concerns', c: 'not-yet', gone: 'raised' },
  });

  test('is covered by whom has heard of it, and by nobody who is not asked', () => {
    expect(coverage(topic)).toEqual({ heard: 2, of: 4 });
    expect(stanceOf(topic, 'd')).toBe('not-yet');
    expect(coverage({ personIds: [], stances: {} })).toEqual({ heard: 0, of: 0 });
  });

  test.each([
    ['2026-11-18', false],
    ['2026-11-19', true],
    ['2026-11-26', true],
    ['2026-11-27', false],
  ])('is in the briefs of the week before it is presented: %s', (day, shown) => {
    expect(isPreviewed(topic, day)).toBe(shown);
    expect(isPreviewed({ ...topic, state: 'covered' }, day)).toBe(false);
    expect(isPreviewed({ ...topic, presentOn: null }, day)).toBe(false);
  });

  test('a brief is for the day of its meeting while that is ahead, else for today', () => {
    expect(briefDay({ day: '2026-11-23' }, TODAY)).toBe('2026-11-23');
    expect(briefDay({ day: '2026-11-18' }, TODAY)).toBe(TODAY);
    expect(briefDay({ day: null }, TODAY)).toBe(TODAY);
  });

  test('comes by its day, and then by who has heard least; the order is total', () => {
    const day = fc.constantFrom(null, '2026-11-20', '2026-11-26');
    const topics = fc.array(day).map((days) =>
      days.map((presentOn, index) =>
        aTopic({
          id: String(index),
          personIds: ['a', 'b'],
          presentOn,
          stances: index % 2 ? { a: 'raised' } : {},
        }),
      ),
    );
    fc.assert(
      fc.property(topics, (all) => {
        const sorted = orderPreviews(all);
        expect(orderPreviews([...all].reverse())).toEqual(sorted);
        expect(sorted.map(({ presentOn }) => presentOn ?? '\uffff')).toEqual(
          sorted.map(({ presentOn }) => presentOn ?? '\uffff').toSorted(),
        );
      }),
    );
  });
});

describe('promises over all people', () => {
  test('by whose they are; what was raised three times stands at the top, then by day', () => {
    const raised = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
    const all = [
      anActionItem({ id: 'undated' }),
      anActionItem({ id: 'soon', due: '2026-11-20' }),
      anActionItem({ id: 'twice', due: '2026-12-01', raisedIn: raised(2) }),
      anActionItem({ id: 'often', due: '2026-12-24', raisedIn: raised(RAISED) }),
      anActionItem({ id: 'more often', raisedIn: raised(5) }),
      anActionItem({ id: 'kept', state: 'kept' }),
      anActionItem({ id: 'theirs', owner: 'them' }),
      anActionItem({ id: 'joint', owner: 'both' }),
    ];
    const { me, them, both } = overview(all, []);
    expect(me.map(({ id }) => id)).toEqual(['more often', 'often', 'soon', 'twice', 'undated']);
    expect([them, both].flat().map(({ id }) => id)).toEqual(['theirs', 'joint']);
    expect(timesRaised(all[3]!, ['m0', 'another'])).toBe(2);
    expect(
      overview(all, ['m0'])
        .me.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['more often', 'soon', 'twice']);
  });

  test('whatever there is, each open one is there once and in the same place whichever way it came', () => {
    const item = fc.record({
      owner: fc.constantFrom('me' as const, 'them' as const, 'both' as const),
      state: fc.constantFrom('open' as const, 'kept' as const, 'dropped' as const),
      due: fc.constantFrom(null, '2026-11-01', '2026-12-01'),
      raisedIn: fc.array(fc.string(), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(item), (changes) => {
        const all = changes.map((change, index) => anActionItem({ id: String(index), ...change }));
        const { me, them, both } = overview(all, ['m']);
        expect(overview([...all].reverse(), ['m'])).toEqual({ me, them, both });
        expect([...me, ...them, ...both].length).toBe(all.filter(({ state }) => state === 'open').length);
      }),
    );
  });
});

describe('how I have kept mine', () => {
  const closed = (due: string | null, at: string, state: 'kept' | 'dropped' = 'kept') =>
    anActionItem({ due, state, closedAt: `${at}T12:00:00.000Z` });

  test('kept, late, and of how many: those of the other say nothing, nor what is not due yet', () => {
    const items = [
      closed('2026-11-10', '2026-11-10'),
      closed('2026-11-10', '2026-11-12'),
      closed(null, '2026-11-12'),
      closed('2026-11-10', '2026-11-09', 'dropped'),
      anActionItem({ due: '2026-11-18' }),
      anActionItem({ due: '2026-11-19' }),
      anActionItem({ due: null }),
      { ...closed('2026-01-01', '2026-11-12'), owner: 'them' as const },
      { ...closed('2026-01-01', '2026-11-12'), owner: 'both' as const },
    ];
    expect(keepRate(items, TODAY, 'UTC')).toEqual({ kept: 3, late: 2, of: 5 });
    expect(keepRate([], TODAY)).toEqual({ kept: 0, late: 0, of: 0 });
  });

  test('is late by the day of the zone, over a change of clocks too', () => {
    const item = anActionItem({ due: '2026-03-08', state: 'kept', closedAt: '2026-03-09T04:30:00.000Z' });
    expect(keepRate([item], TODAY, 'UTC').late).toBe(1);
    expect(keepRate([item], TODAY, 'America/Los_Angeles').late).toBe(0);
  });
});

describe('a project', () => {
  test.each([
    ['2026-11-10', { day: 1, of: 14, over: 0 }],
    ['2026-11-19', { day: 10, of: 14, over: 0 }],
    ['2026-11-24', { day: 15, of: 14, over: 0 }],
    ['2026-11-26', { day: 17, of: 14, over: 2 }],
  ])('stands on %s at %j', (today, wanted) => {
    expect(projectDay({ startedOn: '2026-11-10', targetOn: '2026-11-24' }, today)).toEqual(wanted);
  });

  test('is the only one that is open, unless it is wished otherwise', () => {
    expect(isAnotherOffered([])).toBe(true);
    expect(isAnotherOffered([{ state: 'done' }])).toBe(true);
    expect(isAnotherOffered([{ state: 'open' }])).toBe(false);
  });
});

describe('asking for a first talk', () => {
  test('four wordings, each with the name in it and the rest for the user to write', () => {
    expect(WORDINGS).toHaveLength(4);
    for (const wording of WORDINGS) expect(wordingFor(wording, 'Ana')).toContain('Hi Ana,');
    const [, problem] = WORDINGS;
    expect(openFields(wordingFor(problem!, 'Ana'))).toEqual(['{matter}', '{why it matters}']);
    expect(openFields('Hi Ana')).toEqual([]);
  });

  test.each([
    ['2026-11-19', '2026-11-26'],
    ['2026-11-20', '2026-11-27'],
    ['2026-11-21', '2026-11-27'],
    ['2026-11-22', '2026-11-27'],
  ])('five working days after %s is %s', (from, to) => {
    expect(addWorkingDays(from, 5)).toBe(to);
  });

  test('five working days are seven days, or less only from a weekend', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const day = addDays('2000-01-01', count);
        expect([5, 6, 7]).toContain(daysBetween(day, addWorkingDays(day, 5)));
      }),
    );
  });

  const invitation = { on: '2026-11-12', wording: 'coffee', reminded: false };
  test.each([
    ['not asked', null, null, TODAY, false],
    ['the day before', invitation, null, '2026-11-18', false],
    ['the day', invitation, null, '2026-11-19', true],
    ['put away', { ...invitation, reminded: true }, null, TODAY, false],
    ['met since', invitation, '2026-11-13', TODAY, false],
    ['met before', invitation, '2026-11-11', TODAY, true],
  ])('the reminder: %s', (_, asked, met, today, due) => {
    expect(isReminderDue(asked, met, today)).toBe(due);
  });
});

test('what peers settle themselves leads to a goal, and to a set that fits it', () => {
  for (const leads of Object.values(TAG_LEADS)) {
    const set = builtIn.sets.find(({ id }) => `set:${id}` === leads.setId);
    expect(set?.goals).toContain(leads.goal);
  }
  expect(Object.keys(TAG_LEADS)).toHaveLength(3);
});

test('each signal leads to a goal and to a set that there is; the first ticked decides', () => {
  const sets = builtIn.sets.map(({ id }) => `set:${id}`);
  for (const signal of SIGNALS) {
    const leads = leadsOf([signal]);
    expect(GOALS).toContain(leads?.goal);
    expect(sets).toContain(leads?.setId);
  }
  expect(leadsOf([])).toBeUndefined();
  expect(leadsOf(['nowhere-to-vent', 'same-problem'])?.goal).toBe('shared-problem');
});
