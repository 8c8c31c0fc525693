import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handlers } from '../../../entrypoints/background/handlers.ts';
import { addActionItem } from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { setMeetingGoal } from '../../../storage/meeting-goal.ts';
import { meetingOfEvent } from '../../../storage/meetings.ts';
import type { MessageIn, Sender } from '../../../storage/message-contract.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { readReaderReport } from '../../../storage/reader-report.ts';
import { forgetVanished, keepSpotted } from '../../../storage/spotted.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anEvent } from '../../fixtures/records.ts';

const now = new Date('2026-11-18T10:00:00.000Z');
const account = { email: 'Diane@example.com', name: 'Diane' };
const key = 'one diane@example.com';
const meeting = (change: Parameters<typeof anEvent>[0] = {}) =>
  anEvent({
    key,
    seriesKey: key,
    calendarId: 'diane@example.com',
    day: '2026-11-19',
    start: '2026-11-19T14:00:00.000Z',
    end: null,
    ...change,
  });
const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
const other = 'two diane@example.com';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

describe('what was spotted and is no longer there', () => {
  test('is forgotten once its day was read whole', async () => {
    await keepMeeting(meeting(), ['steve'], 'spotted', now);
    expect(await forgetVanished({ account, days, keys: [other] }, now)).toBe(1);
    expect(await meetingOfEvent(key)).toBeUndefined();
  });

  test.each([
    ['while it is there', meeting(), { days, keys: [key] }],
    ['while its day is read in part', meeting(), { days: days.slice(0, 3), keys: [other] }],
    ['when nothing was read whole', meeting(), { days: [], keys: [other] }],
    ['on another day', meeting({ day: '2026-11-30', start: '2026-11-30T14:00:00.000Z' }), { days, keys: [] }],
    ['on a calendar that is not shown', meeting({ key: 'one rui@example.com' }), { days, keys: [other] }],
    [
      'when it is past: it may have taken place',
      meeting({ day: '2026-11-16', start: '2026-11-16T14:00:00.000Z' }),
      { days, keys: [other] },
    ],
  ])('stays %s', async (_, event, seen) => {
    await keepMeeting(event, ['steve'], 'spotted', now);
    expect(await forgetVanished({ account, ...seen }, now)).toBe(0);
    expect(await db.meetings.count()).toBe(1);
  });

  test('goes from another calendar that the page shows', async () => {
    await keepMeeting(meeting({ key: 'one team@x.example' }), ['steve'], 'spotted', now);
    expect(await forgetVanished({ account, days, keys: ['two team@x.example'] }, now)).toBe(1);
  });

  test('with no known account only the calendars that are seen count', async () => {
    await keepMeeting(meeting(), ['steve'], 'spotted', now);
    const nobody = { email: null, name: null };
    expect(await forgetVanished({ account: nobody, days, keys: ['two x@y.example'] }, now)).toBe(0);
    expect(await forgetVanished({ account: nobody, days, keys: [other] }, now)).toBe(1);
  });

  test('stays when it was prepared, has a goal, or anything was written for it', async () => {
    await keepMeeting(meeting({ key: 'prepared diane@example.com' }), ['steve'], 'prepared', now);
    const aimed = await keepMeeting(meeting({ key: 'aimed diane@example.com' }), ['steve'], 'spotted', now);
    await setMeetingGoal(aimed.id, 'work-better', now);
    const noted = await keepMeeting(meeting({ key: 'noted diane@example.com' }), ['steve'], 'spotted', now);
    await writeMeetingNote(
      { meetingId: noted.id, kind: 'before', personIds: ['steve'], at: '2026-11-19T14:00:00.000Z' },
      'Ask about the launch',
      now,
    );
    expect(await forgetVanished({ account, days, keys: [other] }, now)).toBe(0);
    expect(await db.meetings.count()).toBe(3);
  });
});

describe('what one reading keeps', () => {
  const on = (day: number, change = {}) => ({
    event: meeting({
      key: `${day} diane@example.com`,
      day: `2026-11-${day}`,
      start: `2026-11-${day}T14:00:00.000Z`,
      ...change,
    }),
    personIds: ['steve'],
  });
  const keys = async () =>
    (await db.meetings.toArray()).map(({ eventKey }) => eventKey?.split(' ')[0]).sort();

  test('comes in one transaction, however many they are', async () => {
    const all = Array.from({ length: 20 }, (_, index) => on(10 + index));
    const begun = vi.spyOn(db, 'transaction');
    await keepSpotted(all, now);
    expect(begun).toHaveBeenCalledTimes(1);
    begun.mockRestore();
    expect(await db.meetings.count()).toBe(20);
    await keepSpotted([], now);
  });

  test('is bounded: the oldest go that were only seen and have nothing written', async () => {
    await keepMeeting(on(10).event, ['steve'], 'prepared', now);
    await keepSpotted([on(11)], now);
    const noted = (await meetingOfEvent('11 diane@example.com'))!;
    await addActionItem({ personIds: ['steve'], owner: 'me', text: 'x', due: null, meetingId: noted.id });
    await keepSpotted([on(12), on(13), on(14)], now, 5);
    expect(await keys()).toEqual(['10', '11', '12', '13', '14']);
    await keepSpotted([on(15), on(16)], now, 5);
    expect(await keys()).toEqual(['10', '11', '14', '15', '16']);
  });

  test('a day without an hour is forgotten when it vanishes, too', async () => {
    await keepSpotted([on(19, { start: null })], now);
    await keepSpotted([on(16, { start: null })], now);
    expect(await forgetVanished({ account, days, keys: [other] }, now)).toBe(1);
    expect(await keys()).toEqual(['16']);
  });

  test('one that is prepared while it is judged stays', async () => {
    await keepSpotted([on(19)], now);
    const [forgotten] = await Promise.all([
      forgetVanished({ account, days, keys: [other] }, now),
      db.transaction('rw', db.meetings, () => db.meetings.toCollection().modify({ source: 'prepared' })),
    ]);
    const left = await db.meetings.count();
    expect(left + forgotten).toBe(1);
    if (left === 1) expect((await db.meetings.toArray())[0]?.source).toBe('prepared');
  });
});

describe('what the background does with it', () => {
  const sender = { tab: { id: 7, windowId: 1 } } as unknown as Sender;
  const seen: MessageIn<'seen'> = {
    account,
    zone: true,
    view: 'WEEK',
    days: [],
    keys: [other],
    signs: 3,
    chips: 3,
    known: 3,
    titled: 1,
    dated: 1,
    timed: 0,
  };
  const future = new Date(Date.now() + 86_400_000).toISOString();
  const soon = meeting({ day: future.slice(0, 10), start: future });

  test('a view at rest is noted in numbers, and what vanished from it is forgotten', async () => {
    await keepMeeting(soon, ['steve'], 'spotted');
    await handlers(undefined).seen({ ...seen, days: [future.slice(0, 10)] }, sender);
    expect(await db.meetings.count()).toBe(0);
    const report = await readReaderReport();
    expect(report).toMatchObject({
      account: true,
      zone: true,
      views: { WEEK: { signs: 3, chips: 3, known: 3, events: 1, titled: 1, dated: 1, timed: 0, days: 1 } },
    });
    expect(JSON.stringify(report)).not.toMatch(/diane|two/i);
  });

  test.each([
    ['an event whose id is not understood', { known: 2 }],
    ['a sign of an event that is no chip', { signs: 4 }],
    [
      'more events than a message holds',
      { keys: Array.from({ length: 1_000 }, (_, index) => `${index} a@b`) },
    ],
  ])('with %s nothing is forgotten', async (_, change) => {
    await keepMeeting(soon, ['steve'], 'spotted');
    await handlers(undefined).seen({ ...seen, days: [future.slice(0, 10)], ...change }, sender);
    expect(await db.meetings.count()).toBe(1);
  });

  test('an event that turns out to be declined is forgotten, and its card says nothing', async () => {
    const steve = await addPerson(personDraft('Steve Tan', ['steve@example.com']));
    await keepMeeting(soon, [steve.id], 'spotted');
    const event = { ...soon, title: 'Steve', declined: true };
    expect(await handlers(undefined).opened({ account, event, kind: 'bubble' }, sender)).toEqual({
      kind: 'none',
    });
    expect(await db.meetings.count()).toBe(0);
    expect((await readReaderReport())?.bubble).toMatchObject({ title: true, guests: null, complete: false });
    expect((await readReaderReport())?.page).toBeNull();
  });

  test('an event whose hour is not read has its day', async () => {
    await addPerson(personDraft('Steve Tan', ['steve@example.com']));
    await handlers(undefined).spot({ account, events: [{ ...soon, start: null, title: 'Steve' }] }, sender);
    expect(await db.meetings.toArray()).toMatchObject([{ start: null, day: soon.day }]);
  });

  test('events with people are counted once, however often they are read', async () => {
    await addPerson(personDraft('Steve Tan', ['steve@example.com']));
    const events = [{ ...soon, title: 'Steve' }, meeting({ key: other, title: 'Lunch' })];
    const all = handlers(undefined);
    for (let times = 0; times < 2; times += 1) {
      await all.spot({ account, events }, sender);
      await all.seen({ ...seen, keys: [soon.key, other] }, sender);
    }
    expect((await readReaderReport())?.views.WEEK).toMatchObject({ events: 2, people: 1 });
  });
});
