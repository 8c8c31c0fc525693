import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBeMeeting, decodeEventId } from '../../../entrypoints/calendar.content/reader/event-id.ts';

const encode = (text: string) => btoa(text).replace(/=+$/, '');

test.each([
  ['weekly1_20251130T190000Z diane@m', 'weekly1', '20251130T190000Z', 'diane@gmail.com'],
  ['weekly1_20251130 diane@m', 'weekly1', '20251130', 'diane@gmail.com'],
  ['single1 team@g', 'single1', null, 'team@group.calendar.google.com'],
  ['single1 feed@i', 'single1', null, 'feed@import.calendar.google.com'],
  ['single1 diane.moreau@example.com', 'single1', null, 'diane.moreau@example.com'],
  ['_imported_id d@x.m', '_imported_id', null, 'd@x.m'],
  [
    '20251224_holiday en.czech#holiday@v',
    '20251224_holiday',
    null,
    'en.czech#holiday@group.v.calendar.google.com',
  ],
  ['base_R20251130T190000_20251207T190000Z d@m', 'base_R20251130T190000', '20251207T190000Z', 'd@gmail.com'],
])('%s', (text, eventId, instance, calendarId) => {
  const whole = text.split(' ')[0] ?? '';
  expect(decodeEventId(encode(text))).toEqual({
    kind: 'event',
    eventId,
    instance,
    calendarId,
    key: `${whole} ${calendarId}`,
    seriesKey: `${eventId} ${calendarId}`,
  });
});

test('both base64 alphabets and padding are read', () => {
  const padded = btoa('a?>~ d@m');
  expect(padded).toMatch(/[+/]/);
  const other = padded.replaceAll('+', '-').replaceAll('/', '_');
  expect(decodeEventId(padded)?.eventId).toBe('a?>~');
  expect(decodeEventId(other)?.eventId).toBe('a?>~');
});

test('a task drawn in the newer way is a task, whatever its payload', () => {
  expect(decodeEventId(`ttb_${encode('task1 diane@m')}`)).toMatchObject({ kind: 'task', eventId: 'task1' });
});

test.each([
  [''],
  [null],
  [undefined],
  ['tasks_k7o0-Tv2AKmipol3'],
  ['tasks.k7o0'],
  ['tasks_rollover_view'],
  [`bday_${encode('steve d@m')}`],
  [encode('nothing')],
  [encode(' d@m')],
  [encode('id ')],
  [encode('id no address')],
  [encode('id two@at@signs')],
  [encode('id d@m\u0007')],
  ['%%%'],
  ['x'.repeat(5_000)],
])('%s is no event', (raw) => expect(decodeEventId(raw)).toBeUndefined());

test.each([
  [encode('single1 diane@m'), true],
  [encode('20251224_h en.czech#holiday@v'), false],
  [encode('b1 addressbook#contacts@v'), false],
  [`ttb_${encode('task1 diane@m')}`, false],
  ['tasks_1', false],
])('%s can be a meeting: %s', (raw, expected) => expect(canBeMeeting(decodeEventId(raw))).toBe(expected));

const printable = (from: string) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: 1, maxLength: 40 });
const id = printable('abcdefghijklmnopqrstuv0123456789-');
const address = fc.tuple(printable('abc.-+0'), printable('xyz.0')).map(([name, host]) => `${name}@${host}1`);
const suffix = fc.option(fc.constantFrom('20261119T140000Z', '20261119'), { nil: null });

test('what was encoded is decoded', () => {
  fc.assert(
    fc.property(id, suffix, address, (eventId, instance, calendarId) => {
      const whole = instance ? `${eventId}_${instance}` : eventId;
      expect(decodeEventId(encode(`${whole} ${calendarId}`))).toMatchObject({
        eventId,
        instance,
        calendarId,
      });
    }),
  );
});

test('anything else never throws, and what it reads is readable', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String({ maxLength: 400 })), (raw) => {
      const found = decodeEventId(raw);
      if (found) expect(found.key).toMatch(/^[!-~]+ [!-~]+@[!-~]+$/);
    }),
    { numRuns: 2_000 },
  );
});
