import { act, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Calendar } from '../../../components/options/Calendar.tsx';
import { ReaderReport } from '../../../components/options/ReaderReport.tsx';
import { noteReading, type ReaderReport as Report } from '../../../storage/reader-report.ts';
import { aView } from '../../fixtures/reader-report.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

beforeEach(emptyDatabase);

const at = new Date(2026, 10, 19, 14, 0).toISOString();
const view = aView({ at });
const report: Report = {
  account: true,
  zone: false,
  views: { WEEK: view, OTHER: { ...view, events: 1 } },
  bubble: { at, title: true, day: true, guests: 2, complete: false },
  page: null,
};

test('before anything was read it says how to begin', async () => {
  const { container } = render(<ReaderReport report={undefined} />);
  screen.getByText(/Open your calendar in a tab/);
  expect(screen.queryByRole('button')).toBeNull();
  await expectAccessible(container);
});

test('per surface what was found and when, and what was not', async () => {
  const { container } = render(<ReaderReport report={report} />);
  const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows[0]).toEqual([
    'View',
    'Read',
    'Drawn',
    'Understood',
    'Events',
    'With a day',
    'With a time',
    'With somebody you know',
  ]);
  expect(rows[1]).toEqual(['Week', '19 Nov 2026, 14:00', '5', '5', '4', '4', '3', '2']);
  expect(rows[2]?.[0]).toBe('Another view');
  screen.getByText('Event opened in the calendar: 19 Nov 2026, 14:00, 2 guests, perhaps not all of them');
  screen.getByText('Page of an event: not seen yet');
  screen.getByText(/does not say the calendar's time zone/);
  expect(screen.queryByText(/none of them could be read/)).toBeNull();
  await expectAccessible(container);
});

test('nothing but numbers is copied, and it is said', async () => {
  const copy = vi.fn(async () => {});
  const user = userEvent.setup();
  render(<ReaderReport report={report} copy={copy} />);
  await user.click(screen.getByRole('button', { name: 'Copy a report' }));
  expect(copy).toHaveBeenCalledWith(expect.stringContaining('WEEK:'));
  await screen.findByText('Copied, without names or addresses.');
});

test('a copy that is refused is said', async () => {
  const user = userEvent.setup();
  render(<ReaderReport report={report} copy={() => Promise.reject(new Error('no'))} />);
  await user.click(screen.getByRole('button', { name: 'Copy a report' }));
  await screen.findByText('It could not be copied. Try again.');
});

test('on the options page it follows what is read, and a page that cannot be read says what to do', async () => {
  const { container } = render(<Calendar />);
  const section = within(await screen.findByRole('region', { name: 'What was last found in the calendar' }));
  section.getByText(/Open your calendar in a tab/);
  await act(() => noteReading(() => ({ views: { MONTH: { ...view, known: 0 } } })));
  await section.findByText('Your calendar shows events, but none of them could be read.');
  section.getByText(/Reload the calendar's tab/);
  section.getByText('Month');
  await expectAccessible(container);
});
