import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCloseOut } from '../../../storage/close-out.ts';
import { db } from '../../../storage/db.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { readPerson } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, current, NOW, openPanel, STEVE, sampleDay } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const met = () => screen.getByText(/^Met /).closest('figcaption')?.textContent;

test('who, role and team, trust, when, and last met against the cadence', async () => {
  const { container } = await openPanel();
  screen.getByRole('heading', { level: 1, name: 'Steve Tan' });
  screen.getByText('Director of Quality, Platform');
  screen.getByText('14:00');
  screen.getByText('in 12 min');
  expect(met()).toBe('Met 3 weeks ago, in time');
  await screen.findByRole('img', { name: /^Last 5 meetings: .* 29 October\. You aim for every 2 weeks/ });
  await expectAccessible(container);
});

test('trust is the user’s to set, by the keyboard too', async () => {
  const { user, container } = await openPanel();
  const button = screen.getByRole('button', { name: 'Trust level: Working. Only you see this.' });
  button.focus();
  await user.keyboard('{Enter}');
  await expectAccessible(container);
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('button', { name: 'Trust level: Trusted. Only you see this.' });
  expect(document.activeElement).toBe(button);
  await waitFor(async () => expect((await readPerson(STEVE))?.trust).toBe('trusted'));
});

test('a meeting that lies between now and this one is not a meeting that took place', async () => {
  const event = atTwo({ day: '2026-11-26', start: new Date(2026, 10, 26, 14).toISOString() });
  await keepMeeting(
    atTwo({ key: 'tomorrow diane@example.com', start: new Date(2026, 10, 20, 9).toISOString() }),
    [STEVE],
    'spotted',
  );
  const { container } = await openPanel(current({ event }));
  expect(met()).toBe('Met 3 weeks ago, time to meet');
  screen.getByText(/26 Nov, 14:00/);
  await expectAccessible(container);
});

test.each(['sooner', 'later'] as const)(
  'meet %s: the meeting that was closed out is judged as before',
  async (pace) => {
    const { id } = await keepMeeting(atTwo(), [STEVE], 'prepared');
    const { draft } = (await readCloseOut(id))!;
    vi.setSystemTime(new Date(2026, 10, 19, 14, 31));
    await finishCloseOut(id, { ...draft, each: { [STEVE]: { pace, openness: null } } });
    const first = await openPanel();
    expect(met()).toBe('Met 3 weeks ago, in time');
    await screen.findByRole('img', { name: /You aim for every 2 weeks/ });
    first.unmount();
    // Of the next one it is the new interval that counts.
    const next = new Date(2026, 10, 19 + 15, 14).toISOString();
    await openPanel(
      current({ event: atTwo({ key: 'next diane@example.com', day: '2026-12-04', start: next }) }),
    );
    expect(met()).toBe(pace === 'sooner' ? 'Met today, later than usual' : 'Met today, sooner than usual');
  },
);

test('a meeting of last week is judged by its own day', async () => {
  await keepMeeting(atTwo(), [STEVE, ANA], 'prepared');
  vi.setSystemTime(new Date(NOW.getTime() + 10 * 86_400_000));
  const { user } = await openPanel(current({ personIds: [STEVE, ANA] }));
  await user.click(screen.getByRole('tab', { name: /Steve/ }));
  expect(met()).toBe('Met 4 weeks ago, in time');
});

test('a first meeting has no picture; no time known is said', async () => {
  await db.meetings.clear();
  const { container } = await openPanel(current({ event: atTwo({ day: null, start: null, end: null }) }));
  screen.getByText('Your first with Steve Tan');
  screen.getByText('Time not known');
  expect(screen.queryByRole('figure')).toBeNull();
  await expectAccessible(container);
});

test.each([
  ['long', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200)],
  ['right to left', 'מרים כהן'],
  ['markup', '<script>alert(1)</script> & Co'],
])('a name that is %s is text', async (_, name) => {
  await db.people.update(STEVE, { name, role: '<b>Lead</b>', team: 'צוות' });
  const { container } = await openPanel();
  expect(screen.getByRole('heading', { level: 1 }).querySelector('bdi')?.textContent).toBe(name);
  screen.getByText('<b>Lead</b>, צוות');
  expect(container.querySelector('script')).toBeNull();
  await expectAccessible(container);
});

describe('what to remember', () => {
  const facts = () => screen.getByRole('region', { name: 'Remember' });
  const texts = () =>
    within(facts())
      .getAllByRole('listitem')
      .map((row) => row.querySelector('bdi')?.textContent);

  test('at most two, those never shown first; another time the others come', async () => {
    const one = (await db.facts.get('sample:fact:0'))!;
    await db.facts.put({ ...one, id: 'third', text: 'Third', shownAt: '2026-01-01T00:00:00.000Z' });
    const first = await openPanel();
    expect(texts()).toEqual(['Training for the Porto half marathon', 'Daughter Lia took up the cello']);
    await waitFor(async () =>
      expect(
        await db.facts
          .where('personId')
          .equals(STEVE)
          .filter((fact) => fact.shownAt === null)
          .count(),
      ).toBe(0),
    );
    // They stay the same two while the brief is open.
    expect(texts()).toEqual(['Training for the Porto half marathon', 'Daughter Lia took up the cello']);
    await expectAccessible(first.container);
    first.unmount();
    await openPanel(current({ event: atTwo({ key: 'next diane@example.com' }) }));
    expect(texts()).toEqual(['Third']);
  });

  test('one over a year old asks; yes keeps it, with a way back', async () => {
    const { user, container } = await openPanel();
    const ask = () =>
      within(facts()).queryByRole('button', { name: 'Still true: Training for the Porto half marathon' });
    expect(within(facts()).getAllByRole('button')).toHaveLength(1);
    await user.click(ask()!);
    await expectAccessible(container);
    await user.click(screen.getByRole('option', { name: 'Yes, still true' }));
    // Its button is gone: the keyboard goes on from where it stood.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('radio', { checked: true, name: 'Work better' })),
    );
    await waitFor(() => expect(ask()).toBeNull());
    expect((await db.facts.get('sample:fact:1'))?.confirmedOn).toBe('2026-11-19');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(ask()).not.toBeNull());
  });

  test('no forgets it, with a way back; no third one moves up', async () => {
    const one = (await db.facts.get('sample:fact:0'))!;
    await db.facts.put({ ...one, id: 'third', text: 'Third', learntOn: '2026-11-01' });
    const { user, container } = await openPanel();
    await user.click(within(facts()).getByRole('button', { name: /^Still true/ }));
    await user.keyboard('n');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(texts()).toEqual(['Daughter Lia took up the cello']));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toHaveLength(2));
    expect(await db.tombstones.count()).toBe(0);
    await expectAccessible(container);
  });

  test('nothing known: no section', async () => {
    await db.facts.clear();
    const { container } = await openPanel();
    expect(screen.queryByRole('region', { name: 'Remember' })).toBeNull();
    await expectAccessible(container);
  });
});

describe('the goal', () => {
  const questions = () =>
    within(screen.getByRole('region', { name: 'Questions' }))
      .getAllByRole('checkbox')
      .map((tick) => tick.getAttribute('aria-label'));

  test('is chosen in one tap, changes the questions, and is remembered for the peer', async () => {
    const first = await openPanel();
    const { user } = first;
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Work better' }).checked).toBe(true);
    await screen.findByRole('region', { name: 'Questions' });
    const before = questions();
    await user.click(screen.getByRole('radio', { name: 'Ideas' }));
    await waitFor(() => expect(questions()).not.toEqual(before));
    await waitFor(async () => expect((await readPerson(STEVE))?.goal).toBe('ideas'));
    await expectAccessible(first.container);
    first.unmount();
    const next = atTwo({ key: 'next diane@example.com', start: new Date(2026, 10, 26, 14).toISOString() });
    await openPanel(current({ event: next }));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Ideas' }).checked).toBe(true);
  });

  test('a rarer one is behind the arrow, and then stands first', async () => {
    const { user, container } = await openPanel();
    await user.click(screen.getByRole('button', { name: 'More goals' }));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Rapport',
      'Clarity',
      'Preview',
      'Support',
      'Disagreement',
    ]);
    await user.keyboard('pr{Enter}');
    await waitFor(() =>
      expect(
        screen
          .getAllByRole<HTMLInputElement>('radio')
          .slice(0, 3)
          .map((one) => [one.closest('label')?.textContent, one.checked]),
      ).toEqual([
        ['Preview', true],
        ['Work better', false],
        ['Shared problem', false],
      ]),
    );
    await expectAccessible(container);
  });

  test('could not be stored: said, and the old one stays', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db.meetings, 'update').mockRejectedValue(new Error('disk full'));
    const { user, container } = await openPanel();
    await user.click(screen.getByRole('radio', { name: 'Ideas' }));
    await screen.findByText(/^Not stored/);
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Work better' }).checked).toBe(true),
    );
    await expectAccessible(container);
  });
});

test('a long name is shortened by its style alone: whole for who hears it, and in the title', async () => {
  const long = 'Maximiliana '.repeat(16).trim();
  await db.people.update(STEVE, { name: long });
  const { container } = await openPanel();
  const heading = screen.getByRole('heading', { level: 1, name: long });
  expect(heading.title).toBe(long);
  expect(heading.textContent).toBe(long);
  await expectAccessible(container);
});
