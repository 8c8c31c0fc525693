import { expect, test } from 'vitest';
import {
  isReaderBroken,
  latestView,
  noteReading,
  onReaderReport,
  type ReaderReport,
  readReaderReport,
  reportText,
} from '../../../storage/reader-report.ts';
import { aView } from '../../fixtures/reader-report.ts';

const report = (views: ReaderReport['views']): ReaderReport => ({
  account: true,
  zone: true,
  views,
  bubble: null,
  page: null,
});

test('before any calendar was read there is none; changes follow each other and are told', async () => {
  expect(await readReaderReport()).toBeUndefined();
  const told: (number | undefined)[] = [];
  const stop = new AbortController();
  onReaderReport(({ views }) => told.push(views.WEEK?.chips), stop.signal);
  const more = () =>
    noteReading(({ views }) => ({ views: { WEEK: aView({ chips: (views.WEEK?.chips ?? 0) + 1 }) } }));
  await Promise.all([more(), more(), more()]);
  expect((await readReaderReport())?.views.WEEK?.chips).toBe(3);
  stop.abort();
  await more();
  expect(told).toEqual([1, 2, 3]);
});

test('a change that fails leaves the next one its turn', async () => {
  const failed = noteReading(() => {
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  await noteReading(() => ({ zone: true }));
  expect((await readReaderReport())?.zone).toBe(true);
});

test.each([
  ['no report', undefined, false],
  ['no view yet', report({}), false],
  ['events that are read', report({ WEEK: aView() }), false],
  ['an empty week', report({ WEEK: aView({ signs: 0, chips: 0, known: 0, events: 0 }) }), false],
  ['a week of tasks alone', report({ WEEK: aView({ events: 0 }) }), false],
  ['signs of events and no chip', report({ WEEK: aView({ chips: 0, known: 0 }) }), true],
  ['chips whose ids say nothing', report({ MONTH: aView({ known: 0 }) }), true],
  [
    'what was so before the view that was read last',
    report({ MONTH: aView({ known: 0 }), WEEK: aView({ at: '2026-11-19T15:00:00.000Z' }) }),
    false,
  ],
])('%s', (_, found, broken) => expect(isReaderBroken(found)).toBe(broken));

test('the last view, and all in words for whoever mends it', () => {
  const found = report({ WEEK: aView({ at: '2026-11-19T15:00:00.000Z' }), MONTH: aView() });
  expect(latestView(found)?.name).toBe('WEEK');
  const text = reportText(
    { ...found, page: { at: 'x', title: true, day: false, guests: null, complete: false } },
    '0.1.0',
  );
  expect(text.split('\n')).toEqual([
    'Peerside 0.1.0',
    'account true, zone true',
    'WEEK: 2026-11-19T15:00:00.000Z signs 5, chips 5, ids 5, events 4, titles 4, days 4, times 3, with people 2, whole days 7',
    'MONTH: 2026-11-19T14:00:00.000Z signs 5, chips 5, ids 5, events 4, titles 4, days 4, times 3, with people 2, whole days 7',
    'BUBBLE: not seen',
    'EVENT PAGE: x title true, day false, guests none found, complete false',
  ]);
});
