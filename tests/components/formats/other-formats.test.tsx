import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ExportFormats } from '../../../components/data/formats/ExportFormats.tsx';
import { OtherFormats } from '../../../components/data/formats/OtherFormats.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { db } from '../../../storage/db.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { expectAccessible } from '../../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const fixtures = join(import.meta.dirname, '../../fixtures/formats');

/** An event at noon of a day from now, with Steve. */
function soon(days: number, ...lines: string[]): string {
  const at = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${days}`,
    `DTSTART:${at}T120000Z`,
    'ATTENDEE:mailto:steve@example.com',
    ...lines,
    'END:VEVENT',
    '',
  ].join('\n');
}
const calendar = (...events: string[]) =>
  new File(['BEGIN:VCALENDAR\n', ...events, 'END:VCALENDAR\n'], 'work.ics');

async function choose(file: File) {
  const user = userEvent.setup();
  const { container } = render(
    <ToastProvider>
      <main>
        <h1>Your data</h1>
        <OtherFormats />
      </main>
    </ToastProvider>,
  );
  await user.upload(screen.getByLabelText('Calendar file'), file);
  await screen.findByText(file.name);
  return { user, container };
}

test('shows the meetings with people who are here, takes them over, and can be taken back', async () => {
  await addPerson(personDraft('Steve Tan', ['steve@example.com']));
  const many = Array.from({ length: 11 }, (_, n) => `ATTENDEE:mailto:g${n}@example.com`);
  const { user, container } = await choose(
    calendar(
      soon(-7, 'SUMMARY:Diane / Steve'),
      soon(7),
      soon(8, 'STATUS:CANCELLED'),
      soon(9, ...many),
      soon(90),
      'BEGIN:VEVENT\nDTSTART:x\nEND:VEVENT\n',
    ),
  );
  await user.click(await screen.findByText('Steve Tan, 2 meetings'));
  expect(screen.getByText('Diane / Steve')).toBeDefined();
  expect(screen.getByText('No title')).toBeDefined();
  for (const line of [
    '1 meeting has more people',
    '1 meeting was called off',
    '1 event is further away than 60 days',
  ]) {
    expect(screen.getByText(line)).toBeDefined();
  }
  expect(screen.getByText(/^One entry could not be read, at line \d+/)).toBeDefined();
  await expectAccessible(container);
  expect(await db.meetings.count()).toBe(0);
  await user.click(screen.getByRole('radio', { name: 'Any size' }));
  await user.click(await screen.findByRole('button', { name: 'Import 3 meetings' }));
  await screen.findByText('Imported 3 meetings');
  expect(await db.meetings.count()).toBe(3);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose a calendar file' }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await db.meetings.count()).toBe(0));
});

test('how many people a meeting may have begins as it counts on the calendar page', async () => {
  await addPerson(personDraft('Steve Tan', ['steve@example.com']));
  await changeSettings({ largestMeeting: 3 });
  const four = ['a', 'b', 'c'].map((name) => `ATTENDEE:mailto:${name}@example.com`);
  const { user } = await choose(calendar(soon(1), soon(2, ...four)));
  await screen.findByRole('button', { name: 'Import 1 meeting' });
  expect(screen.getByRole('radio', { name: 'Up to 3' })).toHaveProperty('checked', true);
  await user.click(screen.getByRole('radio', { name: 'Any size' }));
  await screen.findByRole('button', { name: 'Import 2 meetings' });
});

test('with nobody known in it, says what finds people', async () => {
  const { user, container } = await choose(calendar(soon(1)));
  expect(await screen.findByText('There is no new meeting with somebody who is here')).toBeDefined();
  expect(screen.getByText('1 meeting with nobody who is here')).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('work.ics')).toBeNull();
});

test.each<[string, File, RegExp]>([
  [
    'contacts',
    new File([readFileSync(join(fixtures, 'outlook.csv'))], 'people.ics'),
    /not a calendar.*\.ics/,
  ],
  ['a calendar without events', calendar(), /no events in this file/],
])('%s are refused', async (_, file, message) => {
  const { container } = await choose(file);
  expect((await screen.findByRole('alert')).textContent).toMatch(message);
  await expectAccessible(container);
});

test('saves Markdown and promises, and says under which name', async () => {
  const saved: string[] = [];
  const user = userEvent.setup();
  const { container } = render(
    <ToastProvider>
      <ExportFormats save={(name) => saved.push(name)} />
    </ToastProvider>,
  );
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Save as Markdown' }));
  await screen.findByText(/^Saved peerside-.*-markdown\.zip/);
  await user.click(screen.getByRole('button', { name: 'Save promises as CSV' }));
  await screen.findByText(/^Saved peerside-promises-.*\.csv/);
  expect(saved).toHaveLength(2);
});

test('a file that cannot be made says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const user = userEvent.setup();
  render(
    <ExportFormats
      save={() => {
        throw new Error('no space');
      }}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Save promises as CSV' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed. Try again.');
});
