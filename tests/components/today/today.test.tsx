import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel.tsx';
import { keepInInbox } from '../../../storage/captures.ts';
import { readCloseOut } from '../../../storage/close-out.ts';
import { db } from '../../../storage/db.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { logMeeting } from '../../../storage/log-meeting.ts';
import { addPerson, changePerson, personDraft } from '../../../storage/people.ts';
import { noteReading } from '../../../storage/reader-report.ts';
import { anEvent } from '../../fixtures/records.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, PEDRO, STEVE, sampleDay, section } from '../brief/open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const at = (hour: number, minute = 0, day = 19) => new Date(2026, 10, day, hour, minute).toISOString();
const meet = (key: string, from: string, to: string, personIds: string[]) =>
  keepMeeting(
    anEvent({ key: `${key} diane@example.com`, title: key, day: '2026-11-19', start: from, end: to }),
    personIds,
    'spotted',
  );

async function open() {
  const user = userEvent.setup();
  const view = render(<Panel current={undefined} onCurrent={() => {}} />);
  await screen.findByRole('heading', { level: 1 });
  // What stands below the meetings comes at once, after them.
  if ((await db.people.count()) > 0) await screen.findByRole('heading', { name: /^Promises due/ });
  return { ...view, user };
}

describe('the meetings of the day', () => {
  const meetings = section('Meetings with peers');

  test('the next one first, the others in order, what is over can be closed out, and then opened', async () => {
    await meet('Rui', at(16), at(16, 30), ['sample:person:rui.alves']);
    await meet('Steve', at(14), at(14, 30), [STEVE]);
    await meet('Early', at(9), at(9, 30), [ANA]);
    await meet('Both', at(15), at(15, 30), [ANA, PEDRO]);
    await meet('Tomorrow', at(9, 0, 20), at(10, 0, 20), [ANA]);
    const { user, container } = await open();
    const next = screen.getByRole('article', { name: 'Steve Tan' });
    within(next).getByText('Next, in 12 min');
    within(next).getByText('14:00–14:30');
    expect(next.textContent).toMatch(/4 promises, 1 late, 2 things to raise/);
    expect(
      meetings
        .rows()
        .map((row) => [
          row.querySelector('time')?.textContent,
          row.querySelector('bdi')?.textContent,
          within(row).getByRole('button').textContent,
        ]),
    ).toEqual([
      ['9:00', 'Ana Lima', 'Close out'],
      ['15:00', 'Ana Lima and Pedro Costa', 'Prepare'],
      ['16:00', 'Rui Alves', 'Prepare'],
    ]);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Prepare for Steve Tan' }));
    await screen.findByRole('heading', { level: 1, name: 'Steve Tan' });
    await user.click(screen.getByRole('button', { name: 'Today' }));
    await screen.findByRole('article', { name: 'Steve Tan' });
    screen.getByText('Finished, not closed out');
    await user.click(screen.getByRole('button', { name: 'Close out with Ana Lima' }));
    await screen.findByRole('heading', { level: 1, name: 'Close out with Ana Lima' });
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await user.click(await screen.findByRole('button', { name: 'Open the meeting with Ana Lima' }));
    await screen.findByRole('heading', { level: 1, name: 'Ana Lima' });
  });

  test('one that goes on is the next until it is over', async () => {
    await meet('Steve', at(13, 30), at(14), [STEVE]);
    await meet('Ana', at(15), at(15, 30), [ANA]);
    const { container } = await open();
    within(screen.getByRole('article', { name: 'Steve Tan' })).getByText('Now');
    vi.setSystemTime(new Date(2026, 10, 19, 14, 1));
    fireEvent(document, new Event('visibilitychange'));
    await screen.findByRole('article', { name: 'Ana Lima' });
    await expectAccessible(container);
  });

  test('one that was closed out before its end is over: the next one is the next', async () => {
    const { id } = await meet('Steve', at(13, 30), at(14), [STEVE]);
    await meet('Ana', at(15), at(15, 30), [ANA]);
    const nothing = { sleepOnIt: false, each: {}, nextOn: null, decisionId: null, factId: null, itemIds: {} };
    await db.meetings.update(id, { closing: { at: at(13, 45), ...nothing } });
    await open();
    screen.getByRole('article', { name: 'Ana Lima' });
    expect(meetings.rows().map((row) => within(row).getByRole('button').textContent)).toEqual(['Open']);
  });

  test('one whose hour is not known stands after the others, and is the next when they are over', async () => {
    const day = { day: '2026-11-19', start: null, end: null };
    await keepMeeting(
      anEvent({ key: 'day diane@example.com', title: 'Offsite', ...day }),
      [STEVE],
      'spotted',
    );
    await meet('Ana', at(15), at(15, 30), [ANA]);
    const { container } = await open();
    screen.getByRole('article', { name: 'Ana Lima' });
    expect(meetings.rows().map((row) => row.textContent)).toEqual(['Time not knownSteve TanOffsitePrepare']);
    await expectAccessible(container);
    vi.setSystemTime(new Date(2026, 10, 19, 16));
    fireEvent(document, new Event('visibilitychange'));
    within(await screen.findByRole('article', { name: 'Steve Tan' })).getByText('Time not known');
    await expectAccessible(container);
  });

  test('none seen says what to do; those with archived people only are left out', async () => {
    await meet('Steve', at(14), at(14, 30), [STEVE]);
    await changePerson(STEVE, { archivedAt: new Date().toISOString() });
    const { container } = await open();
    screen.getByText(/^No meetings with peers seen for today\./);
    expect(screen.queryByText('Send the launch calendar')).toBeNull();
    await expectAccessible(container);
  });
});

test('whom it is time to meet, who needs it most first, and not who is met today', async () => {
  const due = section(/^Time to meet/);
  await meet('Pedro', at(16), at(16, 30), [PEDRO]);
  const { user, container } = await open();
  const rows = () => due.rows().map((row) => row.querySelector('bdi')?.textContent);
  expect(rows()).not.toContain('Pedro Costa');
  expect(rows()).toContain('Steve Tan');
  expect(due.region().querySelector('.n')?.textContent).toBe(String(rows().length));
  expect(due.row('Rui Alves').textContent).toMatch(/Rui Alves9 weeks ago, you wanted 8 weeks at most/);
  await expectAccessible(container);
  await user.click(due.button('Prepare for Rui Alves'));
  await screen.findByRole('heading', { level: 1, name: 'Rui Alves' });
  await screen.findByText('No meeting planned');
});

test.each([
  ['2026-11-24', 'Next time: Tue 24'],
  ['2026-11-18', 'No meeting planned'],
])(
  'where no meeting is planned, the brief says the day that was agreed, unless it is past: %s',
  async (nextOn, said) => {
    const { id } = await logMeeting(['sample:person:rui.alves'], new Date(2026, 8, 17, 10));
    const { draft } = (await readCloseOut(id))!;
    await finishCloseOut(id, { ...draft, nextOn });
    const { user } = await open();
    await user.click(section(/^Time to meet/).button('Prepare for Rui Alves'));
    await screen.findByText(said);
  },
);

test('of many whom it is time to meet eight are shown, and the rest with one press', async () => {
  const due = section(/^Time to meet/);
  for (let index = 0; index < 12; index += 1) {
    const { id } = await addPerson({ ...personDraft(`Late ${index}`), cadence: { ideal: 7, latest: 14 } });
    await meet(`late ${index}`, at(9, 0, 1), at(9, 30, 1), [id]);
  }
  const { user, container } = await open();
  const said = Number(due.region().querySelector('.n')?.textContent);
  expect(said).toBeGreaterThanOrEqual(12);
  expect(due.rows()).toHaveLength(8);
  await expectAccessible(container);
  await user.click(due.button(`Show ${said - 8} more`));
  expect(due.rows()).toHaveLength(said);
  expect(document.activeElement).toBe(due.rows()[8]?.querySelector('a'));
});

describe('promises due', () => {
  const due = section(/^Promises due/);

  test('soonest first, from whom and to whom, in words', async () => {
    const { container } = await open();
    expect(
      due
        .rows()
        .map((row) => [
          row.querySelector('.m')?.textContent,
          row.querySelector('.t')?.textContent,
          row.querySelector('.w')?.textContent,
        ]),
    ).toEqual([
      ['To Steve', 'Send the launch calendar', '6 days late'],
      ['To Pedro', 'Share the support rota', 'Today'],
      ['To Steve', 'Name a tester for the beta', 'Fri 20'],
      ['From Ana', 'Send the pricing draft', 'Fri 20'],
    ]);
    await expectAccessible(container);
  });

  test('ticked they stay struck through, also two in one breath; undo brings one back', async () => {
    const { user, container } = await open();
    // Pressed by hand, as `fireEvent` draws in between.
    for (const tick of due.ticks().slice(0, 2)) tick.click();
    await waitFor(async () =>
      expect(await db.actionItems.where('openDue').belowOrEqual('2026-11-22').count()).toBe(2),
    );
    await waitFor(() => expect(due.region().querySelector('.n')?.textContent).toBe('2'));
    expect(due.ticks().map((tick) => tick.checked)).toEqual([true, true, false, false]);
    expect(due.rows()[0]?.className).toBe('done');
    await expectAccessible(container);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(due.ticks().map((tick) => tick.checked)).toEqual([true, false, false, false]));
  });

  test('a tick that cannot be stored is said and taken off', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db.actionItems, 'put').mockRejectedValue(new Error('disk full'));
    const { user, container } = await open();
    await user.click(due.ticks()[0]!);
    await screen.findByText(/^Not stored/);
    await waitFor(() => expect(due.ticks()[0]!.checked).toBe(false));
    await expectAccessible(container);
  });

  test('no more than a dozen are shown, the rest is counted; none is said', async () => {
    const one = (await db.actionItems.get('sample:promise:00'))!;
    await db.actionItems.bulkPut([...Array(20).keys()].map((index) => ({ ...one, id: `more ${index}` })));
    const first = await open();
    expect(due.rows()).toHaveLength(12);
    within(due.region()).getByText('and 12 more, in the briefs of their people');
    await expectAccessible(first.container);
    first.unmount();
    await db.actionItems.clear();
    await open();
    within(due.region()).getByText('Nothing due in the next days.');
  });
});

describe('the inbox', () => {
  const inbox = section(/^Inbox/);
  const texts = () => inbox.rows().map((row) => row.querySelector('bdi')?.textContent);

  test('files with a person chosen by the keyboard, with undo; the keyboard stays in its place', async () => {
    const { user, container } = await open();
    expect(texts()).toEqual([
      'Nobody seems to read the release notes',
      'Who swaps on-call over the holidays?',
    ]);
    expect(inbox.rows().map((row) => within(row).getByRole('img').getAttribute('aria-label'))).toEqual([
      'Note',
      'To ask',
    ]);
    inbox.button('File: Nobody seems to read the release notes').focus();
    await user.keyboard('{Enter}');
    await expectAccessible(container);
    await user.keyboard('st{Enter}');
    await waitFor(() => expect(texts()).toEqual(['Who swaps on-call over the holidays?']));
    expect(document.activeElement).toBe(inbox.button('File: Who swaps on-call over the holidays?'));
    expect(await db.notes.filter((note) => note.kind === 'thought').toArray()).toMatchObject([
      { personIds: [STEVE], text: 'Nobody seems to read the release notes' },
    ]);
    await screen.findByText('Filed with Steve Tan');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toHaveLength(2));
    expect(await db.notes.filter((note) => note.kind === 'thought').count()).toBe(0);
  });

  test('the people whom it can be filed with stand by name, whenever they were added', async () => {
    await addPerson(personDraft('Zoe Last'));
    await addPerson(personDraft('Émile First'));
    const { user } = await open();
    await user.click(inbox.button('File: Nobody seems to read the release notes'));
    const names = screen.getAllByRole('option').map((option) => option.textContent ?? '');
    expect(names).toContain('Émile First');
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  });

  test('deletes with undo; empty, it is not there', async () => {
    const { user, container } = await open();
    await user.click(inbox.button('Delete: Who swaps on-call over the holidays?'));
    await waitFor(() => expect(texts()).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(texts()).toHaveLength(2));
    for (const left of [1, 0]) {
      await user.click(within(inbox.region()).getAllByRole('button', { name: /^Delete/ })[0]!);
      await waitFor(() => expect(screen.queryAllByRole('button', { name: /^Delete/ })).toHaveLength(left));
    }
    expect(screen.queryByRole('region', { name: /^Inbox/ })).toBeNull();
    await expectAccessible(container);
  });

  test('markup and right-to-left text are text; what arrives is seen at once', async () => {
    const { container } = await open();
    await keepInInbox('markup', '<img src=x onerror=alert(1)>', null);
    await keepInInbox('rtl', 'לשאול על הבטא', null);
    await waitFor(() => expect(texts()).toHaveLength(4));
    expect(texts()).toContain('<img src=x onerror=alert(1)>');
    expect(container.querySelector('img')).toBeNull();
    await expectAccessible(container);
  });
});

describe('the first run', () => {
  const empty = () => Promise.all(db.tables.map((table) => table.clear()));

  test('says what to do in three steps, and counts what already waits', async () => {
    await empty();
    await keepInInbox('1', 'a thought', null);
    const { user, container } = await open();
    screen.getByRole('heading', { level: 1, name: 'Walk in ready' });
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    screen.getByText('1 thought waits to be filed');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add a peer' }));
    expect(browser.tabs.create).toHaveBeenCalledWith(
      expect.objectContaining({ url: expect.stringContaining('options.html') }),
    );
  });

  test('one click brings sample people, and Today is there', async () => {
    await empty();
    const { user, container } = await open();
    await user.click(screen.getByRole('button', { name: 'Try it with sample people' }));
    await screen.findByRole('heading', { name: /^Promises due/ });
    expect(await db.people.count()).toBe(9);
    await expectAccessible(container);
  });

  test('could not be stored: said, and the first run stays', async () => {
    await empty();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db.people, 'bulkPut').mockRejectedValue(new Error('disk full'));
    const { user, container } = await open();
    await user.click(screen.getByRole('button', { name: 'Try it with sample people' }));
    await screen.findByText(/^Not stored/);
    screen.getByRole('heading', { name: 'Walk in ready' });
    await expectAccessible(container);
  });

  test('with one person and nothing else every part says what it is for', async () => {
    await empty();
    await addPerson(personDraft('<b>Long</b> '.repeat(20).trim(), ['a@example.com']));
    const { container } = await open();
    screen.getByText(/^No meetings with peers seen for today\./);
    screen.getByText('Nothing due in the next days.');
    await expectAccessible(container);
  });
});

test('an event that was opened on an earlier day is over: the panel opens on Today', async () => {
  const yesterday = new Date(2026, 10, 18, 17).toISOString();
  const left = { event: anEvent(), personIds: [STEVE], at: yesterday, open: true };
  let tell: (next: typeof left) => void = () => {};
  const { container } = render(
    <Panel
      current={left}
      onCurrent={(listener) => {
        tell = listener;
      }}
    />,
  );
  await screen.findByRole('heading', { name: /^Promises due/ });
  tell(left);
  await expectAccessible(container);
  expect(screen.queryByRole('heading', { name: 'Steve Tan' })).toBeNull();
});

test('a calendar that cannot be read is not called a day without meetings; the report is one press away', async () => {
  const seen = {
    at: at(13),
    chips: 0,
    events: 0,
    titled: 0,
    dated: 0,
    timed: 0,
    people: 0,
    days: 0,
    signs: 4,
    known: 0,
  };
  await noteReading(() => ({ views: { WEEK: seen } }));
  const { user, container } = await open();
  await screen.findByText('Your calendar shows events, but none of them could be read.');
  expect(screen.queryByText(/No meetings/i)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'See what was found' }));
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'options.html#calendar' });
  await expectAccessible(container);
});
