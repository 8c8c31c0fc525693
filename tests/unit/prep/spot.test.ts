import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarEvent } from '../../../prep/calendar-event.ts';
import { roster } from '../../../prep/roster.ts';
import { type LearntSeries, ownIdentity, spot, spotTitle, unknownOther } from '../../../prep/spot.ts';
import { anEvent, aPerson } from '../../fixtures/records.ts';

const DIANE = 'diane@example.com';
const own = { emails: [DIANE, 'Diane.Moreau@Old.example'], name: 'Diane Moreau' };
const people = [
  aPerson({ id: 'steve', name: 'Steve Tan', emails: ['steve.tan@example.com', 'steve@home.example'] }),
  aPerson({ id: 'ana-lima', name: 'Ana Lima', emails: ['ana.lima@example.com'], aliases: ['Aninhas'] }),
  aPerson({ id: 'ana-roth', name: 'Ana Roth', emails: ['ana.roth@example.com'] }),
  aPerson({ id: 'jose', name: 'José Gil', emails: ['jose@example.com'], aliases: ['Zé Gil', 'JG'] }),
  aPerson({ id: 'rui', name: 'Rui Alves', emails: ['rui@example.com'] }),
  aPerson({ id: 'neil', name: 'O’Neil', emails: [] }),
  aPerson({
    id: 'old',
    name: 'Otto Alt',
    emails: ['otto@example.com'],
    archivedAt: '2026-01-01T00:00:00.000Z',
  }),
  aPerson({ id: 'me', name: 'Diane Moreau', emails: [DIANE] }),
  aPerson({ id: 'letter', name: 'A', emails: [] }),
];
const known = roster(people, own);
const guest = (email: string) => ({ email, name: null });

describe('a title', () => {
  test.each([
    ['Diane / Steve', ['steve']],
    ['1:1 Steve', ['steve']],
    ['Steve <> Diane', ['steve']],
    ['STEVE', ['steve']],
    ['Catch-up with Stéve!', ['steve']],
    ['Steve’s desk', ['steve']],
    ['José x Rui', ['jose', 'rui']],
    ['jose / diane', ['jose']],
    ['Zé Gil 1:1', ['jose']],
    ['jg <> d', ['jose']],
    ['Aninhas + Diane', ['ana-lima']],
    ['Ana Lima / Diane', ['ana-lima']],
    ['ana roth & Steve Tan', ['ana-roth', 'steve']],
    ['Talk to O’Neil', ['neil']],
    ["talk to o'neil", ['neil']],
    ['Steve Steve Steve', ['steve']],
    ['(Steve)', ['steve']],
    ['1:1Steve: Diane', undefined],
    ['Stevenson contract', undefined],
    ['Esteve', undefined],
    ['Gil', undefined],
    ['Lima trip', undefined],
    ['Plan A', undefined],
    ['Otto / Diane', undefined],
    ['Diane', undefined],
    ['Diane Moreau', undefined],
    ['', undefined],
    ['🎂', undefined],
  ])('%j is with %j', (title, expected) => {
    expect(spot(anEvent({ title }), known)).toEqual(
      expected && { personIds: expected, rule: 'title', sure: true },
    );
  });

  test.each([
    ['Ana / Diane', ['ana-lima', 'ana-roth']],
    ['Ana and Steve', ['steve', 'ana-lima', 'ana-roth']],
  ])('%j fits two peers and says so', (title, personIds) => {
    expect(spotTitle(title, known)).toEqual({ personIds, rule: 'title', sure: false });
  });

  test.each([
    ['Steve on holiday', ['steve']],
    ['Ana in Porto', ['ana-lima', 'ana-roth']],
    ['Offsite', undefined],
  ])('%j, for whole days, is sure of nobody', (title, personIds) => {
    expect(spot(anEvent({ title, allDay: true, start: null, end: null }), known)).toEqual(
      personIds && { personIds, rule: 'title', sure: false },
    );
  });

  test('whole days with a peer among the guests, or as the user answered, are with that peer', () => {
    const event = anEvent({ title: 'Offsite', allDay: true, guests: [guest('steve.tan@example.com')] });
    expect(spot(event, known)).toMatchObject({ personIds: ['steve'], rule: 'guest', sure: true });
    const answered = { personIds: ['steve'], learntFrom: 'chosen' } as const;
    expect(spot(anEvent({ title: 'Steve on holiday', allDay: true }), known, answered)?.sure).toBe(true);
  });

  test('an alias that is another peer’s first name is unsure as well', () => {
    const two = roster([aPerson({ id: '1', name: 'Stephen Tan', aliases: ['Steve'] }), people[0]!], own);
    expect(spotTitle('Steve', two)).toMatchObject({ sure: false });
  });

  test('a peer with the user’s first name is found by the whole name only', () => {
    const both = roster([...people, aPerson({ id: 'other', name: 'Diane Smith' })], own);
    expect(spotTitle('Diane / Steve', both)?.personIds).toEqual(['steve']);
    expect(spotTitle('Diane Smith / Diane', both)?.personIds).toEqual(['other']);
  });

  test('the user’s own name is nobody when it is taken from the account', () => {
    const identity = ownIdentity({ ownEmails: [], ownName: '' }, { email: DIANE, name: 'Steve Moreau' });
    expect(spotTitle('Steve / Rui', roster(people, identity))?.personIds).toEqual(['rui']);
    const named = ownIdentity(
      { ownEmails: ['a@b.example'], ownName: 'Diane' },
      { email: DIANE, name: 'Steve' },
    );
    expect(named).toEqual({ emails: ['a@b.example', DIANE], name: 'Diane' });
  });

  test.each([
    '__proto__ constructor toString',
    '\u202EevetS',
    '<script>alert(1)</script>',
    'x'.repeat(100_000),
    '/'.repeat(100_000),
    '%00%s%n',
  ])('nobody is in a hostile one (%#)', (title) => {
    expect(spotTitle(title, known)).toBeUndefined();
  });

  test('a name of nothing but marks is never found', () => {
    const odd = roster([aPerson({ id: 'odd', name: '***', aliases: ['', ' ', '🎈'] })], own);
    expect(spotTitle('*** 🎈', odd)).toBeUndefined();
  });

  test('whatever the title says, only known people come of it, each once; a whole name always does', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.constantFrom('Steve', 'ana', 'José', '/', '\u202E', '1:1', ' ', 'Lima', 'diane'),
      ),
      { maxLength: 12 },
    );
    const active = new Set(['steve', 'ana-lima', 'ana-roth', 'jose', 'rui', 'neil']);
    fc.assert(
      fc.property(text, (parts) => {
        const found = spotTitle(parts.join(' '), known)?.personIds ?? [];
        expect(found.every((id) => active.has(id))).toBe(true);
        expect(new Set(found).size).toBe(found.length);
        expect(spotTitle(`Rui Alves / ${parts.join(' ')}`, known)?.personIds).toContain('rui');
      }),
    );
  });
});

describe('guests', () => {
  const event = (guests: string[], change: Partial<CalendarEvent> = {}) =>
    anEvent({ guests: guests.map(guest), guestsComplete: true, title: 'Diane / Rui', ...change });

  test.each([
    ['win over the title', [DIANE, 'steve.tan@example.com'], ['steve']],
    ['by any address, in any case', [DIANE, ' Steve@Home.Example '], ['steve']],
    ['all of them', [DIANE, 'rui@example.com', 'ana.lima@example.com'], ['rui', 'ana-lima']],
    ['each once', [DIANE, 'steve.tan@example.com', 'steve@home.example'], ['steve']],
    ['never the user’s own addresses', [DIANE, 'diane.moreau@old.example', 'x@example.com'], undefined],
    ['never archived people', [DIANE, 'otto@example.com'], undefined],
    ['with strangers only, the title counts for nothing', [DIANE, 'x@example.com'], undefined],
  ])('%s', (_, guests, expected) => {
    expect(spot(event(guests), known)).toEqual(
      expected && { personIds: expected, rule: 'guest', sure: true },
    );
  });

  test('a list that may go on leaves the title its say', () => {
    const some = event([DIANE, 'x@example.com'], { guestsComplete: false });
    expect(spot(some, known)).toMatchObject({ personIds: ['rui'], rule: 'title' });
  });

  test('alone in one’s own event, the title has its say', () => {
    expect(spot(event([DIANE]), known)).toMatchObject({ personIds: ['rui'], rule: 'title' });
    expect(spot(event([]), known)).toMatchObject({ personIds: ['rui'], rule: 'title' });
  });

  test('five hundred of them are no matter', () => {
    const many = Array.from({ length: 499 }, (_, index) => `guest${index}@example.com`);
    expect(spot(event([...many, 'rui@example.com']), known)?.personIds).toEqual(['rui']);
  });
});

test('a series learnt with somebody who was archived or deleted since is with nobody', () => {
  const gone: LearntSeries = { personIds: ['gone'], learntFrom: 'guests' };
  const untitled = anEvent({ title: 'Weekly' });
  expect(spot(untitled, known, gone)).toBeUndefined();
  expect(spot(untitled, known, { ...gone, learntFrom: 'chosen' })).toBeUndefined();
  expect(spot(untitled, known, { ...gone, personIds: ['gone', 'steve'] })?.personIds).toEqual(['steve']);
});

describe('what was learnt', () => {
  const learnt = (learntFrom: LearntSeries['learntFrom']): LearntSeries => ({
    personIds: ['steve'],
    learntFrom,
  });

  test('guests win over it, and it over the title; what the user chose holds without guests too', () => {
    const known2 = [DIANE, 'rui@example.com'].map(guest);
    const strangers = [DIANE, 'x@example.com'].map(guest);
    const title = anEvent({ title: 'Ana / Diane' });
    expect(spot({ ...title, guests: known2, guestsComplete: true }, known, learnt('chosen'))?.rule).toBe(
      'guest',
    );
    expect(spot(title, known, learnt('chosen'))).toEqual({
      personIds: ['steve'],
      rule: 'chosen',
      sure: true,
    });
    expect(spot(title, known, learnt('guests'))).toEqual({
      personIds: ['steve'],
      rule: 'series',
      sure: true,
    });
    const others = { ...title, guests: strangers, guestsComplete: true };
    expect(spot(others, known, learnt('guests'))).toBeUndefined();
    expect(spot(others, known, learnt('chosen'))?.rule).toBe('chosen');
  });
});

describe('an overlaid calendar', () => {
  const on = (calendarId: string, guests: string[] | null, guestsComplete = true) =>
    anEvent({ calendarId, title: 'Rui / Steve', guests: guests?.map(guest) ?? null, guestsComplete });

  test.each([
    ['of a peer, guests unknown: the peer’s own meeting', 'rui@example.com', null, undefined],
    ['of a peer, with the user', 'rui@example.com', [DIANE, 'x@example.com'], 'calendar'],
    ['of a peer, with the user and a peer', 'rui@example.com', [DIANE, 'steve.tan@example.com'], 'guest'],
    [
      'of a peer, with another peer and without the user',
      'rui@example.com',
      ['steve.tan@example.com'],
      undefined,
    ],
    [
      'of a stranger, with a peer and without the user',
      'x@example.com',
      ['steve.tan@example.com'],
      undefined,
    ],
    ['of a stranger, with the user', 'x@example.com', [DIANE, 'steve.tan@example.com'], 'guest'],
    ['of a group, without the user', 'g1@group.calendar.google.com', ['steve.tan@example.com'], 'guest'],
    ['of a stranger, guests unknown: by its title', 'x@example.com', null, 'title'],
  ])('%s', (_, calendarId, guests, rule) => {
    expect(spot(on(calendarId, guests), known)?.rule).toBe(rule);
  });

  test('of a peer, with a list that may go on: not known to be the user’s', () => {
    expect(spot(on('rui@example.com', ['steve.tan@example.com'], false), known)).toBeUndefined();
  });

  test('without knowing who the user is, guests are believed', () => {
    const nobody = roster(people, { emails: [], name: '' });
    expect(spot(on('x@example.com', ['steve.tan@example.com']), nobody)?.personIds).toEqual(['steve']);
  });
});

describe('whom to offer as a peer', () => {
  const event = (guests: string[], guestsComplete = true) =>
    anEvent({ guests: guests.map(guest), guestsComplete });

  test.each([
    ['the one unknown other of two', event([DIANE, 'karin@example.com']), 'karin@example.com'],
    ['nobody known', event([DIANE, 'steve.tan@example.com']), undefined],
    ['nobody of a larger meeting', event([DIANE, 'karin@example.com', 'x@example.com']), undefined],
    ['nobody of a list that may go on', event([DIANE, 'karin@example.com'], false), undefined],
    ['nobody of a meeting without the user', event(['x@example.com', 'karin@example.com']), undefined],
    ['nobody when both are the user', event([DIANE, 'diane.moreau@old.example']), undefined],
    ['nobody alone', event([DIANE]), undefined],
    ['nobody without a list', anEvent(), undefined],
  ])('%s', (_, from, expected) => {
    expect(unknownOther(from, known)?.email).toBe(expected);
  });
});
