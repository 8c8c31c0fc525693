import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { handlers } from '../../../entrypoints/background/handlers.ts';
import type { CalendarEvent } from '../../../prep/calendar-event.ts';
import { addActionItem } from '../../../storage/action-items.ts';
import { setCovered } from '../../../storage/cover.ts';
import { readCurrentEvent, writeCurrentEvent } from '../../../storage/current-event.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import type { Sender } from '../../../storage/message-contract.ts';
import { receive } from '../../../storage/message-contract.ts';
import { noteOffered } from '../../../storage/offered.ts';
import { addPerson, listPeople, personByEmail, personDraft } from '../../../storage/people.ts';
import { changeSettings, readSettings } from '../../../storage/settings.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anEvent } from '../../fixtures/records.ts';

const account = { email: 'diane@example.com', name: 'Diane Moreau' };
const sender = {
  id: 'peerside',
  frameId: 0,
  origin: 'https://calendar.google.com',
  tab: { id: 7, windowId: 1 },
} as unknown as Sender;

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const me = { email: 'diane@example.com', name: 'Diane Moreau' };
const guest = (name: string) => ({ email: `${name}@example.com`, name: null });
const two = (name: string, change: Partial<CalendarEvent> = {}) =>
  anEvent({ guests: [me, guest(name)], guestsComplete: true, ...change });
const person = (name: string) =>
  addPerson(personDraft(name, [`${name.split(' ')[0]?.toLowerCase()}@example.com`]));

/** As the page tells of it. */
const told = ({ start: _start, end: _end, ...event }: CalendarEvent) => ({ ...event, drawn: null });

const run = handlers(undefined);
const open = (event: CalendarEvent, on = run) => on.opened({ account, event, kind: 'bubble' }, sender);

describe('opened', () => {
  test('a known guest: names, last met, open promises; the window is at it', async () => {
    const steve = await person('Steve Tan');
    await keepMeeting(anEvent({ key: 'earlier', start: '2026-03-02T10:00:00.000Z' }), [steve.id], 'spotted');
    await addActionItem({ personIds: [steve.id], owner: 'me', text: 'SECRET promise', due: null });
    expect(await open(two('steve'))).toEqual({
      kind: 'peers',
      people: [{ id: steve.id, name: 'Steve Tan' }],
      names: ['Steve Tan'],
      lastMet: '2026-03-02',
      openPromises: 1,
    });
    expect(await readCurrentEvent(1)).toMatchObject({
      personIds: [steve.id],
      open: true,
      event: two('steve'),
    });
  });

  test('told of again it stands open since it was opened; closed between, or prepared, since then', async () => {
    await person('Steve Tan');
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    onTestFinished(() => void vi.useRealTimers());
    const since = async (seconds: number, happens: () => Promise<unknown>) => {
      vi.setSystemTime(seconds * 1_000);
      await happens();
      return (await readCurrentEvent(1))?.at.slice(17, 19);
    };
    expect(await since(1, () => open(two('steve')))).toBe('01');
    expect(await since(2, () => open(two('steve', { title: 'Another title' })))).toBe('01');
    expect((await readCurrentEvent(1))?.event.title).toBe('Another title');
    expect(await since(3, () => run.prepare({ account, event: two('steve') }, sender))).toBe('03');
    await run.closed({ key: two('steve').key }, sender);
    expect(await since(4, () => open(two('steve')))).toBe('04');
    expect(await since(5, () => open(two('steve', { key: 'another' })))).toBe('05');
  });

  test('a title that fits two asks which, and nothing stands open', async () => {
    const [lima, roth] = [
      await person('Ana Lima'),
      await addPerson(personDraft('Ana Roth', ['roth@example.com'])),
    ];
    const card = await open(anEvent({ title: 'Ana <> Diane' }));
    expect(card).toMatchObject({ kind: 'which' });
    expect(card.kind === 'which' && card.candidates.map(({ id }) => id).sort()).toEqual(
      [lima.id, roth.id].sort(),
    );
    expect(await readCurrentEvent(1)).toBeUndefined();
  });

  test('the other one of two is offered, unless the user said not to', async () => {
    const event = two('rui', {
      title: 'Catch up',
      guests: [me, { email: 'Rui@Example.com', name: 'Rui Alves' }],
    });
    expect(await open(event)).toEqual({ kind: 'unknown', email: 'Rui@Example.com', name: 'Rui Alves' });
    await run.dismiss({ email: ' RUI@example.com ' }, sender);
    expect(await open(event)).toEqual({ kind: 'none' });
    expect(await db.people.count()).toBe(0);
  });

  test.each([
    ['three people', { guests: [me, guest('a'), guest('b')] }],
    ['a list that is not whole', { guestsComplete: false }],
    ['a list that is not read', { guests: null }],
    [
      'a meeting without the user',
      { guests: [guest('a'), guest('b')], calendarId: 'team@group.calendar.google.com' },
    ],
  ])('%s: nobody is offered', async (_, change) => {
    expect(await open(two('rui', change))).toEqual({ kind: 'none' });
  });

  test('addresses of the user’s own never count', async () => {
    await changeSettings({ ownEmails: ['d.moreau@work.example'] });
    await addPerson(personDraft('My other self', ['d.moreau@work.example']));
    const event = anEvent({
      title: 'Focus',
      guests: [me, { email: 'D.Moreau@work.example', name: null }],
      guestsComplete: true,
    });
    expect(await open(event)).toEqual({ kind: 'none' });
  });
});

test('what guests once told is known of the series later, by its title alone', async () => {
  const steve = await person('Steve Tan');
  await open(two('steve', { title: 'Planning' }));
  const later = anEvent({ key: 'event_20261203T140000Z diane@example.com', title: 'Planning' });
  expect(await run.spot({ account, events: [later] }, sender)).toEqual([{ key: later.key, sure: true }]);
  expect(await db.meetings.where('eventKey').equals(later.key).first()).toMatchObject({
    personIds: [steve.id],
    source: 'spotted',
  });
});

describe('a series', () => {
  const series = () => db.series.toArray();
  const next = (change: Partial<CalendarEvent> = {}) =>
    anEvent({
      key: 'event_20301203T140000Z diane@example.com',
      start: '2030-12-03T14:00:00.000Z',
      ...change,
    });
  const kept = async () => (await db.meetings.toArray()).map(({ eventKey }) => eventKey);

  test('that its only peer has left by a whole list is forgotten, with what was only seen of it from today on', async () => {
    await person('Steve Tan');
    await open(two('steve', { title: 'Planning' }));
    const past = anEvent({ key: 'past', title: 'Planning', start: '2026-01-03T14:00:00.000Z' });
    const prepared = next({ key: 'prepared', title: 'Planning' });
    await run.spot({ account, events: [past, next({ title: 'Planning' }), prepared] }, sender);
    await run.prepare({ account, event: prepared }, sender);
    await open(two('rui', { title: 'Planning', guestsComplete: false }));
    expect(await series()).toHaveLength(1);
    expect(await open(two('rui', { title: 'Planning' }))).toMatchObject({ kind: 'unknown' });
    expect(await series()).toEqual([]);
    expect((await kept()).sort()).toEqual(['past', 'prepared']);
  });

  test('is not forgotten for one peer of two who has left, nor for one who is archived', async () => {
    const steve = await person('Steve Tan');
    const ana = await person('Ana Lima');
    await open(two('steve', { guests: [me, guest('steve'), guest('ana')] }));
    await open(two('ana'));
    expect(await series()).toMatchObject([{ personIds: [ana.id] }]);
    await db.people.update(ana.id, { archivedAt: '2026-01-01T00:00:00.000Z' });
    await open(two('ana'));
    expect(await series()).toHaveLength(1);
    expect(steve.id).toBeDefined();
  });

  test('with a wrong answer is asked about again, and what was only seen of it goes', async () => {
    const lima = await addPerson(personDraft('Ana Lima', ['lima@example.com']));
    const roth = await addPerson(personDraft('Ana Roth', ['roth@example.com']));
    const event = next({ title: 'Ana <> Diane' });
    const chosen = await run.choose({ account, event, personId: lima.id }, sender);
    expect(chosen).toMatchObject({ kind: 'peers', names: ['Ana Lima'], chosen: true });
    await run.spot({ account, events: [event] }, sender);
    expect(await kept()).toEqual([event.key]);
    expect(await run.ask({ account, event }, sender)).toMatchObject({ kind: 'which' });
    expect(await kept()).toEqual([]);
    const right = await run.choose({ account, event, personId: roth.id }, sender);
    expect(right).toMatchObject({ kind: 'peers', names: ['Ana Roth'], chosen: true });
  });

  test('that was learnt of guests is not forgotten by asking again', async () => {
    await person('Steve Tan');
    const card = await open(two('steve'));
    expect(card).not.toHaveProperty('chosen');
    await run.ask({ account, event: two('steve') }, sender);
    expect(await series()).toHaveLength(1);
  });
});

describe('spot', () => {
  test('keeps what is sure and has a day, once; says so much and no more', async () => {
    await person('Steve Tan');
    const events = [
      anEvent({ key: 'sure', title: 'Diane / Steve' }),
      anEvent({ key: 'timeless', seriesKey: 's2', title: 'Steve', day: null, start: null }),
      anEvent({ key: 'nobody', seriesKey: 's3', title: 'Lunch' }),
    ];
    const spotted = [
      { key: 'sure', sure: true },
      { key: 'timeless', sure: true },
    ];
    expect(await run.spot({ account, events }, sender)).toEqual(spotted);
    expect(await run.spot({ account, events }, sender)).toEqual(spotted);
    expect((await db.meetings.toArray()).map(({ eventKey, source }) => [eventKey, source])).toEqual([
      ['sure', 'spotted'],
    ]);
  });

  test('unsure ones are marked so, and nothing is kept of them', async () => {
    await person('Ana Lima');
    await addPerson(personDraft('Ana Roth', ['roth@example.com']));
    expect(await run.spot({ account, events: [anEvent({ key: 'k', title: 'Ana' })] }, sender)).toEqual([
      { key: 'k', sure: false },
    ]);
    expect(await db.meetings.count()).toBe(0);
  });

  test('a thousand events are the most', async () => {
    const body = (count: number) => ({
      peerside: 'spot',
      body: { account, events: [...Array(count).keys()].map((index) => told(anEvent({ key: `${index}` }))) },
    });
    expect(await receive(body(1_000), sender, run, 'peerside')).toEqual({ ok: true, value: [] });
    expect(await receive(body(1_001), sender, run, 'peerside')).toEqual({
      ok: false,
      error: 'malformed spot',
    });
  });
});

describe('prepare', () => {
  test.each([
    ['opened', Promise.resolve(true), true],
    ['could not be opened', Promise.resolve(false), false],
    ['is not there, as in Firefox', undefined, false],
  ])('the panel %s: said; the meeting is kept and the window is at it', async (_, opening, panel) => {
    const steve = await person('Steve Tan');
    expect(await handlers(opening).prepare({ account, event: two('steve') }, sender)).toEqual({ panel });
    expect(await db.meetings.toArray()).toMatchObject([{ source: 'prepared', personIds: [steve.id] }]);
    expect(await readCurrentEvent(1)).toMatchObject({ personIds: [steve.id], open: true });
  });

  test('of an event with nobody known, or not surely known, keeps nothing', async () => {
    await person('Ana Lima');
    await addPerson(personDraft('Ana Roth', ['roth@example.com']));
    for (const event of [two('stranger'), anEvent({ title: 'Ana' })]) {
      await handlers(Promise.resolve(true)).prepare({ account, event }, sender);
    }
    expect(await db.meetings.count()).toBe(0);
    expect(await readCurrentEvent(1)).toBeUndefined();
  });
});

describe('choose', () => {
  test('the answer holds for the series from then on, also against a reading', async () => {
    await person('Ana Lima');
    const roth = await addPerson(personDraft('Ana Roth', ['roth@example.com']));
    const event = anEvent({ title: 'Ana <> Diane' });
    expect(await run.choose({ account, event, personId: roth.id }, sender)).toMatchObject({
      kind: 'peers',
      names: ['Ana Roth'],
    });
    expect(await open({ ...event, key: 'event_later diane@example.com' })).toMatchObject({
      names: ['Ana Roth'],
    });
    expect(await readCurrentEvent(1)).toMatchObject({ personIds: [roth.id] });
  });

  test('only somebody whom the card asked about', async () => {
    const lima = await person('Ana Lima');
    await addPerson(personDraft('Ana Roth', ['roth@example.com']));
    const steve = await person('Steve Tan');
    const event = anEvent({ title: 'Ana' });
    expect(await run.choose({ account, event, personId: steve.id }, sender)).toMatchObject({ kind: 'which' });
    expect(await run.choose({ account, event, personId: 'nobody' }, sender)).toMatchObject({ kind: 'which' });
    expect(await db.series.count()).toBe(0);
    // Nor where it did not ask: the guests had been read by then.
    const sure = two('ana', { guests: [me, guest('ana'), guest('steve')] });
    expect(await run.choose({ account, event: sure, personId: lima.id }, sender)).toMatchObject({
      names: expect.arrayContaining(['Ana Lima', 'Steve Tan']),
    });
    expect(await db.series.toArray()).toMatchObject([{ learntFrom: 'guests' }]);
  });
});

describe('add', () => {
  const add = (event: CalendarEvent, email: string, name = 'Rui Alves') =>
    run.add({ account, event, email, name }, sender);

  test('adds the person that the card offered, and the card is theirs; twice adds one', async () => {
    const event = two('rui');
    expect(await add(event, 'RUI@example.com')).toMatchObject({ kind: 'peers', names: ['Rui Alves'] });
    await add(event, 'rui@example.com');
    expect(await listPeople()).toMatchObject([
      { name: 'Rui Alves', emails: ['rui@example.com'], trust: 'new', sample: false },
    ]);
    expect(await readCurrentEvent(1)).toMatchObject({ open: true });
  });

  test.each([
    ['somebody else than the other guest', two('rui'), 'eve@example.com'],
    ['the user', two('rui'), 'diane@example.com'],
    ['one of many', two('rui', { guests: [me, guest('rui'), guest('b')] }), 'rui@example.com'],
    ['a guest of a list that is not whole', two('rui', { guestsComplete: false }), 'rui@example.com'],
  ])('%s: nobody is added', async (_, event, email) => {
    await add(event, email);
    expect(await db.people.count()).toBe(0);
  });

  test('a name that is none becomes the address; marks that hide or turn text are taken out', async () => {
    await add(two('rui'), 'rui@example.com', ' \u202e\u200b ');
    await add(two('mei'), 'mei@example.com', 'M\u202eei\u0000 Chen');
    expect((await personByEmail('rui@example.com'))?.name).toBe('rui@example.com');
    expect((await personByEmail('mei@example.com'))?.name).toBe('Mei Chen');
  });
});

test('closed: the window stays at the event, which is open no longer; another’s closing changes nothing', async () => {
  await person('Steve Tan');
  await open(two('steve'));
  await run.closed({ key: 'another' }, sender);
  expect(await readCurrentEvent(1)).toMatchObject({ open: true });
  await run.closed({ key: two('steve').key }, sender);
  expect(await readCurrentEvent(1)).toMatchObject({ open: false });
});

describe('marks and rates', () => {
  test('hello says whether marks may be drawn', async () => {
    expect(await run.hello({ account }, sender)).toEqual({ marks: true });
    await changeSettings({ marks: false });
    expect(await run.hello({ account }, sender)).toEqual({ marks: false });
  });

  test('nobody is put away whom no card has offered', async () => {
    await run.dismiss({ email: 'boss@example.com' }, sender);
    expect((await readSettings()).notOffered).toEqual([]);
    await open(two('rui'));
    await run.dismiss({ email: 'rui@example.com' }, sender);
    expect((await readSettings()).notOffered).toEqual(['rui@example.com']);
  });

  test('what is not to be offered is remembered once, and bounded', async () => {
    await changeSettings({ notOffered: [...Array(5_000).keys()].map((index) => `p${index}@example.com`) });
    for (const email of ['p7@example.com', 'New@example.com']) {
      await noteOffered(email);
      await run.dismiss({ email }, sender);
    }
    const { notOffered } = await readSettings();
    expect(notOffered).toHaveLength(5_000);
    expect(notOffered.at(-1)).toBe('new@example.com');
    expect(notOffered).not.toContain('p0@example.com');
  });
});

test('nothing that anybody wrote comes back over any message', async () => {
  const steve = await person('Steve Tan');
  const event = two('steve', { title: 'Diane / Steve' });
  const meeting = await keepMeeting(event, [steve.id], 'prepared');
  await writeMeetingNote(
    { meetingId: meeting.id, kind: 'said', personIds: [steve.id], at: meeting.start! },
    'SECRET note',
  );
  await addThought([steve.id], 'SECRET thought');
  await addActionItem({ personIds: [steve.id], owner: 'them', text: 'SECRET promise', due: '2026-01-01' });
  await db.people.update(steve.id, { role: 'SECRET role', team: 'SECRET team' });
  await writeCurrentEvent(1, { event, personIds: [steve.id], at: '2026-11-19T10:00:00.000Z', open: true });
  const bodies = {
    hello: { account },
    spot: { account, events: [told(event)] },
    opened: { account, event: told(event), kind: 'bubble' },
    prepare: { account, event: told(event) },
    choose: { account, event: told(event), personId: steve.id },
    ask: { account, event: told(event) },
    add: { account, event: told(event), email: 'steve@example.com', name: 'Steve' },
    closed: { key: event.key },
    dismiss: { email: 'steve@example.com' },
  };
  for (const [peerside, body] of Object.entries(bodies)) {
    const reply = await receive({ peerside, body }, sender, run, 'peerside');
    expect(reply).toMatchObject({ ok: true });
    expect(JSON.stringify(reply)).not.toContain('SECRET');
  }
});

test('a database in trouble is an answer, not an exception', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = vi.spyOn(db.people, 'toArray').mockRejectedValue(new Error('SECRET detail'));
  expect(
    await receive(
      { peerside: 'spot', body: { account, events: [told(anEvent())] } },
      sender,
      run,
      'peerside',
    ),
  ).toEqual({
    ok: false,
    error: 'failed',
  });
  broken.mockRestore();
});

test('covered: the calendar page is told to draw nothing, and no name leaves', async () => {
  await person('Steve Tan');
  await setCovered(true);
  expect(await run.hello({ account }, sender)).toEqual({ marks: false });
  expect(await open(two('steve'))).toEqual({ kind: 'none' });
  await setCovered(false);
  expect(await run.hello({ account }, sender)).toEqual({ marks: true });
  expect(await open(two('steve'))).toMatchObject({ kind: 'peers', names: ['Steve Tan'] });
});
