import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { readAccount, readZone } from '../../../entrypoints/calendar.content/reader/account.ts';
import { openBubble } from '../../../entrypoints/calendar.content/reader/bubble.ts';
import { findChips, readChip } from '../../../entrypoints/calendar.content/reader/chips.ts';
import { openEventPage } from '../../../entrypoints/calendar.content/reader/event-page.ts';
import type { PageEvent } from '../../../prep/calendar-event.ts';
import { timed } from '../../../prep/event-times.ts';

const FOLDER = 'tests/fixtures/reader/';
const shown = () => true;
/** As the background makes it. */
const timedOf = (event: PageEvent | undefined) => (event ? timed(event) : null);

function readAll() {
  const scale = { zone: readZone(document), hourHeight: 48 };
  return {
    account: readAccount(document),
    chips: findChips(document).map((chip) => timedOf(readChip(chip, scale))),
    bubble: timedOf(openBubble(document, shown)?.event),
    eventPage: timedOf(openEventPage(document, shown)?.event),
  };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

test.each(names)('%s', (name) => {
  document.body.innerHTML = readFileSync(FOLDER + name, 'utf8');
  const expected: unknown = JSON.parse(readFileSync(FOLDER + name.replace('.html', '.json'), 'utf8'));
  expect(readAll()).toEqual(expected);
});

test('there are fixtures', () => expect(names.length).toBeGreaterThan(15));
