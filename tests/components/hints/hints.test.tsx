import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { ComponentChild } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HintLine } from '../../../components/hints/HintLine.tsx';
import { LoadLine } from '../../../components/hints/LoadLine.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { addActionItem } from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { setCeiling } from '../../../storage/load-line.ts';
import { readSettings } from '../../../storage/settings.ts';
import { startSeries } from '../../../storage/start-series.ts';
import { expectAccessible } from '../../setup/components.ts';
import { NOW, STEVE, sampleDay } from '../brief/open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function draw(line: ComponentChild) {
  return { user: userEvent.setup(), ...render(<ToastProvider>{line}</ToastProvider>) };
}

test('one hint at a time, put away for good, with a way back', async () => {
  const past = await db.meetings
    .where('timeline')
    .between(`${STEVE} `, `${STEVE} ${NOW.toISOString()}`)
    .reverse()
    .limit(3)
    .toArray();
  await Promise.all([db.facts.clear(), db.askings.clear()]);
  for (const { id } of past)
    await addActionItem({ personIds: [STEVE], owner: 'me', text: 'Do it', due: null, meetingId: id });
  const { user, container } = draw(<HintLine personId={STEVE} name="Steve Tan" now={NOW} />);
  const brief = draw(<HintLine personId={STEVE} name="Steve Tan" now={NOW} inBrief />);
  await screen.findByText(/^Mostly task talk/);
  brief.unmount();
  await screen.findByText(/^Raised 3 times: "Who signs off/);
  expect(screen.queryByText(/^Mostly task talk/)).toBeNull();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Do not say this again' }));
  await screen.findByText('Mostly task talk with Steve lately. One of these might open more:');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText(/^Raised 3 times/);
  expect((await readSettings()).hintsOff).toEqual([]);
});

test('where to meet is said before a hard talk, and nowhere else', async () => {
  const line = { personId: STEVE, name: 'Steve Tan', now: NOW, inBrief: true };
  const { container, rerender } = draw(<HintLine {...line} goal="disagreement" />);
  await screen.findByText(/a walk or a meal is often easier/);
  await expectAccessible(container);
  rerender(
    <ToastProvider>
      <HintLine {...line} goal="clarity" />
    </ToastProvider>,
  );
  await waitFor(() => expect(screen.queryByText(/a walk or a meal/)).toBeNull());
});

test('nothing to say, nothing there', async () => {
  const { container } = draw(<HintLine personId="gone" name="Nobody" now={NOW} />);
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.queryByRole('complementary')).toBeNull();
  await expectAccessible(container);
});

test('the week in number and hours; a ceiling is set, refused with a reason, and warned of only above', async () => {
  await db.meetings.clear();
  const start = new Date(2026, 10, 18, 9);
  await db.meetings.bulkAdd(
    [0, 1].map((index) => ({
      id: `m${index}`,
      createdAt: '',
      updatedAt: '',
      eventKey: `m${index}`,
      seriesKey: null,
      title: '',
      day: null,
      start: new Date(start.getTime() + index * 7_200_000).toISOString(),
      end: new Date(start.getTime() + index * 7_200_000 + 5_400_000).toISOString(),
      personIds: [STEVE],
      goal: null,
      source: 'spotted' as const,
      sample: false,
      place: null,
      closing: null,
      timeline: [],
    })),
  );
  const { user, container } = draw(<LoadLine now={NOW} />);
  await screen.findByText('This week: 2 one-on-ones with peers, 3 h');
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Set a ceiling, or a day for peers' }));
  const field = screen.getByRole('textbox', { name: /^The most hours a week/ });
  expect(document.activeElement).toBe(field);
  await user.keyboard('lots{Enter}');
  await screen.findByText('Write hours from 0 to 168, such as 4 or 4.5.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await expectAccessible(container);
  await user.clear(field);
  await user.keyboard('2.5{Enter}');
  await screen.findByText(/0.5 h over your 2.5 h/);
  screen.getByText('What of it could be an async update?');
  const button = screen.getByRole('button', { name: 'Ceiling 2.5\u00a0h' });
  expect(document.activeElement).toBe(button);
  await setCeiling(4);
  await waitFor(() => expect(screen.queryByText(/over your/)).toBeNull());
  await expectAccessible(container);
  await user.click(button);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('no talks and no ceiling: no line', async () => {
  await db.meetings.clear();
  const { container } = draw(<LoadLine now={NOW} />);
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.queryByText(/^This week/)).toBeNull();
  await expectAccessible(container);
});

test('a day for peers: named once, said on that day, and a series begins on it', async () => {
  await setCeiling(4);
  const { user, container } = draw(<LoadLine now={NOW} />);
  await user.click(await screen.findByRole('button', { name: /ceiling/i }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Your day for peers' }), 'Thursday');
  // NOW is a Thursday.
  await screen.findByText('Today is your day for peers.');
  expect((await readSettings()).peerDay).toBe(4);
  await expectAccessible(container);
  vi.mocked(browser.tabs.create).mockReset();
  const steve = await db.people.get(STEVE);
  if (!steve) throw new Error('no Steve');
  await startSeries(steve, NOW);
  const [[{ url = '' } = {}] = []] = vi.mocked(browser.tabs.create).mock.calls;
  expect(new URL(url).searchParams.get('dates')).toMatch(/^20261126T/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Your day for peers' }), 'Any day');
  await waitFor(() => expect(screen.queryByText('Today is your day for peers.')).toBeNull());
});
