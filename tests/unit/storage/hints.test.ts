import { beforeEach, expect, test } from 'vitest';
import { addActionItem } from '../../../storage/action-items.ts';
import { ensureBuiltInSets } from '../../../storage/built-in-sets.ts';
import { db } from '../../../storage/db.ts';
import { putHintAway, readHint } from '../../../storage/hints.ts';
import { firstDayOf, readLoad, setCeiling } from '../../../storage/load-line.ts';
import { addSamplePeople } from '../../../storage/sample.ts';
import { readSettings } from '../../../storage/settings.ts';

/** A Saturday. */
const NOW = new Date(2026, 10, 21, 12);
const STEVE = 'sample:person:steve.tan';

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await ensureBuiltInSets();
  await addSamplePeople(NOW);
});

async function taskTalk(): Promise<void> {
  const past = await db.meetings
    .where('timeline')
    .between(`${STEVE} `, `${STEVE} ${NOW.toISOString()}`)
    .reverse()
    .limit(3)
    .toArray();
  await db.facts.clear();
  await db.askings.clear();
  await db.topics.clear();
  for (const { id } of past)
    await addActionItem({ personIds: [STEVE], owner: 'me', text: 'Do it', due: null, meetingId: id });
}

test('task talk comes with two questions that can be read out; put away, it is gone, and comes back by undo', async () => {
  await taskTalk();
  const hint = await readHint(STEVE, NOW);
  expect(hint?.hint.kind).toBe('task-talk');
  expect(hint?.questions).toHaveLength(2);
  expect(hint?.questions.join()).not.toMatch(/[{}]/);
  const undo = await putHintAway('task-talk', STEVE);
  expect((await readHint(STEVE, NOW))?.hint.kind).not.toBe('task-talk');
  await putHintAway('task-talk', STEVE);
  expect((await readSettings()).hintsOff).toEqual([`task-talk ${STEVE}`]);
  await undo();
  expect((await readHint(STEVE, NOW))?.hint.kind).toBe('task-talk');
});

test('nobody, no hint', async () => {
  expect(await readHint('gone', NOW)).toBeUndefined();
});

test('the week’s talks, as the week begins, against the ceiling', async () => {
  await db.meetings.clear();
  const meeting = (id: string, start: Date, personIds = [STEVE]) => ({
    id,
    createdAt: '',
    updatedAt: '',
    eventKey: id,
    seriesKey: null,
    title: '',
    day: null,
    start: start.toISOString(),
    end: new Date(start.getTime() + 3_600_000).toISOString(),
    personIds,
    goal: null,
    source: 'spotted' as const,
    sample: false,
    place: null,
    closing: null,
    timeline: [],
  });
  await db.meetings.bulkAdd([
    meeting('sunday', new Date(2026, 10, 15, 9)),
    meeting('monday', new Date(2026, 10, 16, 0)),
    meeting('friday', new Date(2026, 10, 20, 9)),
    meeting('next sunday', new Date(2026, 10, 22, 9)),
    meeting('group', new Date(2026, 10, 20, 9), ['a', 'b']),
  ]);
  expect(await readLoad(NOW, 1)).toEqual({ count: 3, minutes: 180, over: 0, ceiling: null, peerDay: null });
  expect(await readLoad(NOW, 0)).toMatchObject({ count: 3, minutes: 180 });
  await setCeiling(2.5);
  expect(await readLoad(NOW, 1)).toMatchObject({ over: 30, ceiling: 2.5 });
  await db.people.update(STEVE, { archivedAt: NOW.toISOString() });
  expect(await readLoad(NOW, 1)).toMatchObject({ count: 0 });
});

test.each([
  ['en-US', 0],
  ['en-GB', 1],
  ['de', 1],
  ['ar-EG', 6],
])('the week of %s begins on day %i', (language, day) => {
  expect(firstDayOf(language)).toBe(day);
});
