import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CloseOutPage } from '../../../components/close-out/CloseOutPage.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { recordAsking } from '../../../storage/askings.ts';
import { db } from '../../../storage/db.ts';
import { addFact } from '../../../storage/facts.ts';
import { keepMeeting } from '../../../storage/keep-meeting.ts';
import { changePerson } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { addTopic } from '../../../storage/topics.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, NOW, PEDRO, STEVE, sampleDay } from '../brief/open.tsx';

beforeEach(sampleDay);
afterEach(() => vi.useRealTimers());

async function open(personIds = [STEVE], event = atTwo()) {
  await changeSettings({ ownName: 'Diane Moreau' });
  const meeting = await keepMeeting(event, personIds, 'prepared', NOW);
  const onBack = vi.fn();
  const onDone = vi.fn();
  const user = userEvent.setup();
  const page = (time: string) => (
    <ToastProvider>
      {time && <CloseOutPage key={time} meetingId={meeting.id} onBack={onBack} onDone={onDone} />}
    </ToastProvider>
  );
  const view = render(page('first'));
  await screen.findByRole('heading', { level: 1 });
  /** Left and opened again, in the same panel; '': left. */
  const again = (time: string) => view.rerender(page(time));
  return { ...view, again, meeting, onBack, onDone, user };
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const recap = () => screen.getByRole('region', { name: 'Recap to share' });

test('all of it by the keyboard, in about a minute, and a recap as it is written', async () => {
  const { user, meeting, onDone, container } = await open();
  expect(document.activeElement).toBe(field('What did you agree?'));
  await user.keyboard('One bug board until Christmas');
  await user.type(field('You will'), 'Send the launch calendar');
  await user.click(screen.getByRole('button', { name: 'You will: choose a day' }));
  const date = screen.getByLabelText<HTMLInputElement>('You will: choose a day');
  await user.type(date, '2026-11-20');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(
    screen.getByRole('button', { name: 'You will: Friday, 20 November 2026' }),
  );
  await user.type(field('Steve Tan will'), 'List the flaky tests');
  await user.click(screen.getByRole('radio', { name: 'Later' }));
  expect(within(recap()).getByText(/Agreed/).textContent).toBe(
    [
      'Agreed: One bug board until Christmas',
      'Diane: Send the launch calendar, by Fri 20 Nov',
      'Steve: List the flaky tests',
    ].join('\n'),
  );
  await expectAccessible(container);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(await db.decisions.toArray()).toMatchObject([{ text: 'One bug board until Christmas' }]);
  expect(await db.meetings.get(meeting.id)).toMatchObject({
    closing: { each: { [STEVE]: { pace: 'later' } } },
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await db.decisions.count()).toBe(0));
  expect((await db.meetings.get(meeting.id))?.closing).toBeNull();
});

describe('undo of a finished close-out', () => {
  const undo = (user: ReturnType<typeof userEvent.setup>) =>
    user.click(screen.getByRole('button', { name: 'Undo' }));

  test.each([
    ['one', [STEVE]],
    ['a group', [ANA, PEDRO]],
  ])('gives the form back with its words, of %s', async (_, personIds) => {
    const last = personIds.at(-1)!;
    const { name } = (await db.people.get(last))!;
    const first = await open(personIds);
    const { user, meeting } = first;
    await user.type(field('What did you agree?'), 'One bug board');
    await user.type(field('You will'), 'Send the board link by Friday');
    await user.type(field(`${name} will`), 'List the tests');
    await user.type(field(/Something to remember/), 'Plays the oud');
    const part = () =>
      personIds.length === 1 ? screen : within(screen.getByRole('region', { name, hidden: true }));
    const radio = (option: string) =>
      part().getByRole<HTMLInputElement>('radio', { name: option, hidden: true });
    await user.click(radio('Sooner'));
    await user.click(radio('Less'));
    await user.click(screen.getByRole('checkbox', { name: 'Walk' }));
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(first.onDone).toHaveBeenCalledOnce());
    await undo(user);
    await waitFor(async () => expect((await db.meetings.get(meeting.id))?.closing).toBeNull());
    // The panel is closed after the undo, too.
    first.unmount();
    await open(personIds);
    await waitFor(() => expect(field('What did you agree?').value).toBe('One bug board'));
    expect(field('You will').value).toBe('Send the board link by Friday');
    expect(field(`${name} will`).value).toBe('List the tests');
    expect(field(/Something to remember/).value).toBe('Plays the oud');
    expect([radio('Sooner').checked, radio('Less').checked]).toEqual([true, true]);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Walk' }).checked).toBe(true);
  });

  test.each([
    ['stands open again', true],
    ['was open again', false],
  ])('where it %s the words come back, and what was typed since stays', async (_, stays) => {
    const first = await open();
    const { user } = first;
    await user.type(field('What did you agree?'), 'One bug board');
    await user.type(field('You will'), 'Send the link');
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(first.onDone).toHaveBeenCalledOnce());
    first.again('second');
    await waitFor(() => expect(field('What did you agree?').value).toBe('One bug board'));
    await user.type(field('What did you agree?'), ' until May');
    if (!stays) first.again('');
    await undo(user);
    await waitFor(async () => expect(await db.decisions.count()).toBe(0));
    if (stays) {
      await waitFor(() => expect(field('You will').value).toBe('Send the link'));
      expect(field('What did you agree?').value).toBe('One bug board until May');
    }
    first.unmount();
    await open();
    await waitFor(() => expect(field('What did you agree?').value).toBe('One bug board until May'));
    expect(field('You will').value).toBe('Send the link');
  });
});

describe('a day at the end of what one will do', () => {
  const date = (label: string) => screen.getByRole('button', { name: label });

  test('is read as in the line of the brief, shown before it is kept, and due', async () => {
    const { user, onDone, container } = await open();
    await user.type(field('You will'), 'send the board link by Friday');
    await screen.findByRole('button', { name: 'You will: Friday, 20 November 2026' });
    screen.getByText('due Friday, 20 November 2026');
    expect(within(recap()).getByText('Diane: Send the board link, by Fri 20 Nov')).toBeTruthy();
    expect(field('You will').value).toBe('send the board link by Friday');
    await user.type(field('Steve Tan will'), 'Look at the tests of 1 Nov');
    await user.type(field('Together you will'), 'Book the room by 1 Nov 2026');
    await screen.findByText('That day has passed.');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    const made = await db.actionItems.filter(({ createdAt }) => createdAt >= NOW.toISOString()).toArray();
    expect(made.map(({ owner, text, due }) => [owner, text, due]).toSorted()).toEqual([
      ['both', 'Book the room', '2026-11-01'],
      ['me', 'Send the board link', '2026-11-20'],
      ['them', 'Look at the tests of 1 Nov', null],
    ]);
  });

  test('gives way to one chosen by hand, before or after', async () => {
    const { user, onDone } = await open();
    const choose = async (whose: string, day: string) => {
      await user.click(screen.getByRole('button', { name: new RegExp(`^${whose}: `) }));
      fireEvent.change(screen.getByLabelText(`${whose}: choose a day`), { target: { value: day } });
      await user.keyboard('{Enter}');
    };
    await user.type(field('You will'), 'Send the board link by Friday');
    await screen.findByRole('button', { name: 'You will: Friday, 20 November 2026' });
    await choose('You will', '2026-12-01');
    await choose('Steve Tan will', '2026-12-02');
    await user.type(field('Steve Tan will'), 'List the tests by Friday');
    date('You will: Tuesday, 1 December 2026');
    date('Steve Tan will: Wednesday, 2 December 2026');
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    const made = await db.actionItems.filter(({ createdAt }) => createdAt >= NOW.toISOString()).toArray();
    expect(made.map(({ text, due }) => [text, due]).toSorted()).toEqual([
      ['List the tests by Friday', '2026-12-02'],
      ['Send the board link by Friday', '2026-12-01'],
    ]);
  });

  test('is of the day on which it was typed, also when it is finished days later', async () => {
    const first = await open();
    await first.user.type(field('You will'), 'Send it tomorrow');
    await screen.findByText('due Friday, 20 November 2026');
    first.unmount();
    vi.setSystemTime(new Date(2026, 10, 22, 9));
    await open();
    await screen.findByRole('button', { name: 'You will: Friday, 20 November 2026' });
    screen.getByText('That day has passed.');
  });

  test('what was kept before is read again only where other words are typed', async () => {
    const { user, onDone, again } = await open();
    await user.type(field('You will'), 'Book the room for Monday');
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    vi.setSystemTime(new Date(2026, 10, 24, 9));
    again('second');
    await waitFor(() => expect(field('You will').value).toBe('Book the room for Monday'));
    date('You will: Monday, 23 November 2026');
    await user.type(field('You will'), '.');
    await waitFor(() => expect(within(recap()).getByText(/Monday\., by Mon 23 Nov/)).toBeTruthy());
    await user.type(field('You will'), '{Backspace} by 1 Dec');
    await screen.findByRole('button', { name: 'You will: Tuesday, 1 December 2026' });
  });
});

test('the recap holds nothing that is private, whatever is known and filled in', async () => {
  const event = atTwo();
  const meeting = await keepMeeting(event, [STEVE], 'prepared', NOW);
  const of = { meetingId: meeting.id, personIds: [STEVE], at: meeting.start! };
  await writeMeetingNote({ ...of, kind: 'before' }, 'SECRET before', NOW);
  await writeMeetingNote({ ...of, kind: 'said' }, 'SECRET said', NOW);
  await addFact(STEVE, 'SECRET fact', 'family', NOW);
  await addTopic([STEVE], 'SECRET topic', NOW);
  const asked = { personId: STEVE, questionId: 'question:our-teams-1', meetingId: meeting.id, level: null };
  await recordAsking({ ...asked, text: 'SECRET question' }, 'asked', 'SECRET answer', NOW);
  await changePerson(STEVE, { role: 'SECRET role', team: 'SECRET team', trust: 'trusted' });
  const { user } = await open([STEVE], event);
  await user.type(field('What did you agree?'), 'One bug board');
  await user.type(field(/Something to remember/), 'SECRET to remember');
  await user.click(screen.getByRole('radio', { name: 'Less' }));
  await user.click(screen.getByRole('radio', { name: 'Sooner' }));
  await user.click(screen.getByRole('checkbox', { name: 'Walk' }));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('Agreed: One bug board');
  expect(recap().textContent).not.toMatch(/SECRET|Less|Sooner|Walk|Trusted/);
});

test('what was filled in is there again after the panel was closed', async () => {
  const first = await open();
  await first.user.type(field('What did you agree?'), 'Half of a sent');
  await first.user.click(screen.getByRole('button', { name: 'Later' }));
  expect(first.onBack).toHaveBeenCalledOnce();
  first.unmount();
  const second = await open();
  await waitFor(() => expect(field('What did you agree?').value).toBe('Half of a sent'));
  await second.user.click(screen.getByRole('button', { name: 'Finish' }));
  await waitFor(() => expect(second.onDone).toHaveBeenCalledOnce());
  second.unmount();
  // Finished: the draft is gone, and what it made is shown.
  await db.decisions.toCollection().modify({ text: 'Changed elsewhere' });
  await open();
  await waitFor(() => expect(field('What did you agree?').value).toBe('Changed elsewhere'));
});

test('nothing agreed: sleep on it, with a day in three to five', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('checkbox', { name: 'No agreement yet' }));
  expect(screen.getByText(/between Sun 22 Nov and Tue 24 Nov/)).toBeTruthy();
  expect(within(recap()).getByText(/No agreement yet/).textContent).toBe(
    'No agreement yet: we sleep on it.\nNext time: Mon 23 Nov',
  );
});

test('more open three times in a row: another level is offered, only for the user to take', async () => {
  const each = { [STEVE]: { openness: 'more', pace: null } } as const;
  const closing = { sleepOnIt: false, each, nextOn: null, decisionId: null, factId: null };
  await db.meetings
    .where('timeline')
    .startsWith(`${STEVE} `)
    .modify({ closing: { ...closing, at: NOW.toISOString(), itemIds: {} } });
  // Two of them: this one is the third.
  const past = await db.meetings.where('timeline').startsWith(`${STEVE} `).reverse().sortBy('start');
  await db.meetings.bulkUpdate(past.slice(2).map(({ id }) => ({ key: id, changes: { closing: null } })));
  await db.people.update(STEVE, { trust: 'working' });
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: 'The same' }));
  expect(screen.queryByText(/three times in a row/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Move to Trusted' }));
  await waitFor(async () => expect((await db.people.get(STEVE))?.trust).toBe('trusted'));
});

test('in a group each has a line, and one chooses whom a fact is about', async () => {
  const { user, container, onDone } = await open([ANA, PEDRO]);
  await user.type(field('Pedro Costa will'), 'Ask sales');
  await user.type(field(/Something to remember/), 'Plays the oud');
  await user.selectOptions(screen.getByRole('combobox', { name: 'About whom' }), 'Pedro');
  await user.selectOptions(screen.getByRole('combobox', { name: 'What it is about' }), 'Music');
  await user.click(screen.getByText(/^Sooner or later, and how open, with each/));
  const ana = within(screen.getByRole('region', { name: 'Ana Lima' }));
  await user.click(ana.getByRole('radio', { name: 'More' }));
  await user.click(ana.getByRole('radio', { name: 'Sooner' }));
  const pedro = within(screen.getByRole('region', { name: 'Pedro Costa' }));
  await user.click(pedro.getByRole('radio', { name: 'Less' }));
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const made = await db.facts.filter(({ text }) => text === 'Plays the oud').toArray();
  expect(made).toMatchObject([{ personId: PEDRO, kind: 'music' }]);
  const closed = await db.meetings.filter(({ closing }) => closing !== null).first();
  expect(closed?.closing?.each).toEqual({
    [ANA]: { openness: 'more', pace: 'sooner' },
    [PEDRO]: { openness: 'less', pace: null },
  });
});

test('what cannot be stored stays where it is, and says so', async () => {
  const { user, onDone } = await open();
  await user.type(field('What did you agree?'), 'One bug board');
  db.decisions.hook('creating', fail);
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  await screen.findByText(/could not be stored|not stored/i);
  db.decisions.hook('creating').unsubscribe(fail);
  expect(onDone).not.toHaveBeenCalled();
  expect(field('What did you agree?').value).toBe('One bug board');
  expect(await db.meetings.filter(({ closing }) => closing !== null).count()).toBe(0);
});

function fail(): never {
  throw new Error('full');
}

test('a meeting that is gone says so', async () => {
  render(<CloseOutPage meetingId="gone" onBack={() => {}} onDone={() => {}} />);
  expect(await screen.findByText(/no longer|gone/i)).toBeTruthy();
});
