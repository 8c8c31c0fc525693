import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCloseOut } from '../../../storage/close-out.ts';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { finishCloseOut } from '../../../storage/finish-close-out.ts';
import { logMeeting } from '../../../storage/log-meeting.ts';
import { changePerson } from '../../../storage/people.ts';
import { addReview } from '../../../storage/series-review.ts';
import { addTopic, changeTopic } from '../../../storage/topics.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, current, NOW, openPanel, PEDRO, STEVE, sampleDay } from '../brief/open.tsx';
import { openToday } from './open-today.tsx';

beforeEach(sampleDay);
afterEach(() => vi.useRealTimers());

const TODAY = '2026-11-19';
const back = () => screen.findByRole('region', { name: /^Comes back/ });

async function present(personIds: string[], day: string, text = 'One page on the launch') {
  const topic = await addTopic(personIds, text, NOW);
  await changeTopic(topic.id, { presentOn: day }, NOW);
  return topic;
}

describe('on Today', () => {
  test('a decision whose day has come is answered, and the answer taken back', async () => {
    await addDecision({ personIds: [STEVE], meetingId: null, text: 'One bug board', againOn: TODAY }, NOW);
    const { user, container } = openToday();
    const region = await back();
    within(region).getByText('One bug board');
    await expectAccessible(container);
    await user.click(within(region).getByRole('button', { name: 'Decide again: One bug board' }));
    await user.click(await screen.findByRole('option', { name: 'Ask again in a month' }));
    await waitFor(async () =>
      expect(await db.decisions.toArray()).toMatchObject([{ againOn: '2026-12-19' }]),
    );
    await waitFor(() => expect(within(region).queryByText('One bug board')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await within(region).findByText('One bug board');
    await user.click(within(region).getByRole('button', { name: 'Decide again: One bug board' }));
    await user.click(await screen.findByRole('option', { name: 'It still holds' }));
    await waitFor(async () =>
      expect(await db.decisions.toArray()).toMatchObject([{ againOn: null, state: 'standing' }]),
    );
  });

  test('the day agreed for the next meeting, until it is put away; the brief for the next time says it too', async () => {
    const { id } = await logMeeting([STEVE], NOW);
    const { draft } = (await readCloseOut(id))!;
    await finishCloseOut(id, { ...draft, sleepOnIt: true, nextOn: '2026-11-23' }, NOW);
    const { user, container } = openToday();
    const region = await back();
    const row = () => within(region).queryByText('Next time with Steve')?.closest('li');
    await waitFor(() => expect(row()?.textContent).toContain('Mon 23'));
    await expectAccessible(container);
    const away = 'Put away: Next time with Steve';
    await user.click(within(region).getByRole('button', { name: away }));
    await waitFor(() => expect(row()).toBeFalsy());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(row()).toBeTruthy());
  });

  test('a topic for several peers says who has not heard of it yet', async () => {
    const topic = await present([STEVE, ANA, PEDRO], '2026-11-26');
    await db.topics.update(topic.id, { stances: { [ANA]: 'supports' } });
    openToday();
    const region = await back();
    within(region).getByText('not yet: Steve and Pedro');
    within(region).getByText('1 of 3');
  });

  test('something to present is added with its day and people; what is missing is said, and what is typed stays', async () => {
    const { user, container, unmount } = openToday();
    await user.click(await screen.findByRole('button', { name: 'Add something to present' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(screen.getByRole('alert').textContent).toBe('Write what you will present.');
    await user.type(screen.getByLabelText('What do you present?'), 'Why we launch in January');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose at least one person.');
    await expectAccessible(container);
    unmount();
    const again = openToday();
    await again.user.click(await screen.findByRole('button', { name: 'Add something to present' }));
    const text = screen.getByLabelText<HTMLInputElement>('What do you present?');
    await waitFor(() => expect(text.value).toBe('Why we launch in January'));
    const names = within(screen.getByRole('group', { name: 'Who should hear of it before' }));
    const listed = names.getAllByRole('checkbox').map((one) => one.parentElement?.textContent ?? '');
    expect(listed).toEqual(listed.toSorted((a, b) => a.localeCompare(b)));
    await again.user.click(screen.getByRole('checkbox', { name: 'Steve Tan' }));
    await again.user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add something to present' })),
    );
    await waitFor(async () =>
      expect(await db.topics.where('openPresent').equals('2026-11-26').toArray()).toMatchObject([
        { text: 'Why we launch in January', personIds: [STEVE] },
      ]),
    );
    await within(await back()).findByText('0 of 1');
  });

  test('somebody asked a week ago is named once, and put away for good', async () => {
    const invitation = { on: '2026-11-11', wording: 'coffee', reminded: false };
    await db.meetings.where('timeline').startsWith(`${PEDRO} `).delete();
    await changePerson(PEDRO, { invitation });
    const { user } = openToday();
    const region = await back();
    within(region).getByText(/asked 11 Nov, not met yet/);
    await user.click(within(region).getByRole('button', { name: 'Put away: Pedro Costa' }));
    await waitFor(() => expect(within(region).queryByText(/not met yet/)).toBeNull());
    expect((await db.people.get(PEDRO))?.invitation?.reminded).toBe(true);
  });

  test('a series at its end shows what came of it, what to ask, and how to go on', async () => {
    await addReview({ personIds: [STEVE], seriesKey: null, startedOn: '2026-08-19', reviewOn: TODAY }, NOW);
    await changePerson(STEVE, { cadence: { ideal: 14, latest: 28 } });
    const { user, container } = openToday();
    await user.click(await screen.findByText('Is it still worth it, with Steve?', { selector: 'summary *' }));
    const card = screen.getByRole('region', { name: 'Is it still worth it, with Steve?' });
    await within(card).findByText('What is different because of these talks?');
    expect(within(card).getByText(/^Since 19 Aug: \d+ meetings?$/)).toBeTruthy();
    await expectAccessible(container);
    await user.type(within(card).getByRole('textbox'), 'Less to say');
    await user.click(within(card).getByRole('button', { name: 'Slower' }));
    await screen.findByText('With Steve: every 3 weeks. The series itself is changed in your calendar.');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add something to present' })),
    );
    await waitFor(async () => expect((await db.people.get(STEVE))?.cadence?.ideal).toBe(21));
    expect(await db.reviews.filter(({ outcome }) => outcome !== null).toArray()).toMatchObject([
      { outcome: 'slower', note: 'Less to say' },
    ]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await db.people.get(STEVE))?.cadence?.ideal).toBe(14));
    // With the words.
    const backAgain = await screen.findByRole('region', { name: 'Is it still worth it, with Steve?' });
    await waitFor(() =>
      expect(within(backAgain).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Less to say'),
    );
  });
});

describe('in the brief', () => {
  test('a topic stands there the week before it is presented, and where the peer stands is one tap', async () => {
    const topic = await present([STEVE, ANA], '2026-11-26');
    await present([STEVE], '2026-11-27', 'Too far off');
    await present([PEDRO], '2026-11-26', 'Somebody else');
    const { user, container } = await openPanel();
    const region = await back();
    expect(within(region).getAllByRole('listitem')).toHaveLength(1);
    await expectAccessible(container);
    await user.click(within(region).getByRole('button', { name: /Steve Tan on .*: Not yet/ }));
    await user.click(await screen.findByRole('option', { name: 'Has concerns' }));
    await waitFor(async () =>
      expect((await db.topics.get(topic.id))?.stances).toEqual({ [STEVE]: 'concerns' }),
    );
  });

  test('a series at its end is folded to its question, so that the brief keeps to its screen', async () => {
    await addReview({ personIds: [STEVE], seriesKey: null, startedOn: '2026-08-19', reviewOn: TODAY }, NOW);
    const { user, container } = await openPanel();
    const fold = await screen.findByText('Is it still worth it, with Steve?', { selector: 'summary *' });
    expect(fold.closest('details')?.open).toBe(false);
    await user.click(fold);
    expect(fold.closest('details')?.open).toBe(true);
    await screen.findByRole('button', { name: 'Keep' });
    await expectAccessible(container);
  });

  test('nothing stands there when nothing comes back', async () => {
    await openPanel();
    await screen.findByRole('button', { name: 'Choose an agenda' });
    expect(screen.queryByRole('region', { name: /^Comes back/ })).toBeNull();
  });

  test('opening one of a series sets its review, three months after the first', async () => {
    await openPanel(current({ event: atTwo({ key: 'event_20261119T140000Z diane@example.com' }) }));
    await waitFor(async () =>
      expect(await db.reviews.toArray()).toMatchObject([{ personIds: [STEVE], reviewOn: '2027-02-19' }]),
    );
  });
});
