import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addTemplate } from '../../../storage/agenda-templates.ts';
import { agendaOfMeeting } from '../../../storage/agendas.ts';
import { db } from '../../../storage/db.ts';
import { setMeetingGoal } from '../../../storage/meeting-goal.ts';
import { meetingOfEvent } from '../../../storage/meetings.ts';
import { expectAccessible } from '../../setup/components.ts';
import { atTwo, current, openPanel, STEVE, sampleDay } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => vi.useRealTimers());

const SIX = 'A shared problem, in six steps';

async function openWithAgenda(title = SIX) {
  const view = await openPanel();
  await view.user.click(await screen.findByRole('button', { name: 'Choose an agenda' }));
  await view.user.click(await screen.findByRole('option', { name: title }));
  const region = await screen.findByRole('region', { name: new RegExp(`^${title}`) });
  const meeting = (await meetingOfEvent(atTwo().key))!;
  return { ...view, region, meeting, stored: async () => (await agendaOfMeeting(meeting.id))! };
}

test('the six steps are filled in as one goes, and everything is kept', async () => {
  const { user, region, stored, container } = await openWithAgenda();
  const within_ = within(region);
  // The check-in comes first and can only be skipped.
  const [first, ...others] = within_.getAllByRole('listitem').filter((item) => item.querySelector('.tick'));
  expect(first!.textContent).toContain('How are you arriving today?');
  expect(first!.getAttribute('aria-current')).toBe('step');
  expect(within(first!).queryByRole('button', { name: /^Leave out/ })).toBeNull();
  expect(others.every((step) => within(step).queryByRole('button', { name: /^Leave out/ }))).toBe(true);
  await user.click(within_.getByRole('button', { name: 'Skip: How are you arriving today?' }));
  await waitFor(() => expect(within_.getByText('skipped')).toBeTruthy());

  await user.type(within_.getByLabelText('My view'), 'Late notice');
  await user.type(within_.getByLabelText('Their view'), 'Too many asks');
  await user.type(within_.getByLabelText('Customers'), 'Wait longer');
  await user.click(within_.getByRole('checkbox', { name: /^Done: How it looks from each side/ }));
  await waitFor(async () =>
    expect(await stored()).toMatchObject({
      myView: 'Late notice',
      theirView: 'Too many asks',
      matters: { organisation: '', teams: '', customers: 'Wait longer' },
    }),
  );

  const add = within_.getByRole('textbox', { name: 'Add an option' });
  await user.type(add, 'A shared calendar{Enter}A rota{Enter}');
  const rota = await within_.findByRole('group', { name: 'Where you stand: A rota' });
  await user.click(within(rota).getByRole('button', { name: 'Agreed' }));
  await waitFor(async () =>
    expect((await stored()).options.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['A shared calendar', 'open'],
      ['A rota', 'agreed'],
    ]),
  );
  await expectAccessible(container);
});

test('the day to decide again comes back as a decision with what was agreed', async () => {
  const { user, region, meeting } = await openWithAgenda();
  const inside = within(region);
  for (const summary of region.querySelectorAll('details:not([open]) > summary')) await user.click(summary);
  await user.type(inside.getByRole('textbox', { name: 'Add an option' }), 'A rota{Enter}');
  await user.click(await inside.findByRole('button', { name: 'Agreed' }));
  await user.click(inside.getByRole('button', { name: 'Decide again on: choose a day' }));
  const date = inside.getByLabelText('Decide again on: choose a day');
  await user.type(date, '2026-12-17');
  await user.keyboard('{Enter}');
  await waitFor(async () =>
    expect(await db.decisions.toArray()).toMatchObject([
      { text: 'A rota', againOn: '2026-12-17', meetingId: meeting.id },
    ]),
  );
});

test('a step is left out, and an agenda taken away, with a way back', async () => {
  const { user, region, stored } = await openWithAgenda();
  await user.click(within(region).getByRole('button', { name: 'Leave out: What could we do?' }));
  await waitFor(async () => expect((await stored()).steps).toHaveLength(5));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await stored()).steps).toHaveLength(6));
  await user.click(within(region).getByRole('button', { name: 'Take the agenda away' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: new RegExp(`^${SIX}`) })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('region', { name: new RegExp(`^${SIX}`) });
});

test('the goal of a shared problem offers its six steps', async () => {
  const view = await openPanel();
  const meeting = (await meetingOfEvent(atTwo().key))!;
  await setMeetingGoal(meeting.id, 'shared-problem');
  const offer = await screen.findByRole('region', { name: 'Agenda' });
  expect(offer.textContent).toContain(SIX);
  await view.user.click(within(offer).getByRole('button', { name: 'Use this agenda' }));
  await screen.findByRole('region', { name: new RegExp(`^${SIX}`) });
  await expectAccessible(view.container);
});

test('the first three meetings have a kit, and no later one', async () => {
  const past = await db.meetings.where('timeline').startsWith(`${STEVE} `).toArray();
  await db.meetings.bulkDelete(past.slice(2).map(({ id }) => id));
  const { user, unmount } = await openPanel();
  await user.click(await screen.findByRole('button', { name: 'Use this agenda' }));
  await screen.findByText('The first few may feel awkward; that is normal.');
  unmount();
  await db.agendas.clear();
  await db.meetings.bulkPut(past);
  await openPanel();
  await screen.findByRole('button', { name: 'Choose an agenda' });
  expect(screen.queryByRole('button', { name: 'Use this agenda' })).toBeNull();
});

test('options that were slept on are in the next meeting with the same peer', async () => {
  const { user, region, meeting, unmount } = await openWithAgenda();
  await user.click(within(region).getByRole('checkbox', { name: /^Done: How are you/ }));
  await user.click(within(region).getByRole('checkbox', { name: /^Done: How it looks/ }));
  await user.type(within(region).getByRole('textbox', { name: 'Add an option' }), 'A rota{Enter}');
  await screen.findByRole('group', { name: 'Where you stand: A rota' });
  await user.click(await screen.findByRole('button', { name: 'Close out' }));
  await user.click(await screen.findByRole('checkbox', { name: 'No agreement yet' }));
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  await screen.findByText('Closed out');
  unmount();
  const next = atTwo({
    key: 'next diane@example.com',
    day: '2026-11-23',
    start: '2026-11-23T14:00:00.000Z',
    end: null,
  });
  await openPanel(current({ event: next }));
  await screen.findByText('Nothing was agreed the last time: it goes on from there.');
  await screen.findByRole('group', { name: 'Where you stand: A rota' });
  const carried = await meetingOfEvent(next.key);
  await waitFor(async () =>
    expect((await agendaOfMeeting(carried!.id))?.meetingIds).toEqual([meeting.id, carried!.id]),
  );
});

test('a template of the user’s own is offered first when it is for the goal', async () => {
  const steps = [{ id: '1', text: 'Which launch?', kind: 'plain' as const }];
  await addTemplate({ title: 'Launches', description: '', goals: ['work-better'], steps });
  const { user } = await openPanel();
  await user.click(await screen.findByRole('button', { name: 'Choose an agenda' }));
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'Launches',
    SIX,
    'First meetings',
    'The last five minutes',
    'Make your own…',
  ]);
});

test('the kit for the first meetings brings five easy questions; one that was asked is kept with the peer', async () => {
  const { user, container } = await openPanel();
  await user.click(await screen.findByRole('button', { name: 'Choose an agenda' }));
  await user.click(await screen.findByRole('option', { name: 'First meetings' }));
  await user.click(await screen.findByText('Easy questions'));
  const asked = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Asked: / });
  const list = within(screen.getByText('Easy questions').closest('details') as HTMLElement);
  const easy = () => list.getAllByRole<HTMLInputElement>('checkbox');
  expect(easy()).toHaveLength(5);
  const [first] = easy();
  const name = first?.getAttribute('aria-label') ?? '';
  // None of them stands among the three of the brief.
  expect(asked().filter((one) => one.getAttribute('aria-label') === name)).toHaveLength(1);
  await expectAccessible(container);
  await user.click(first as HTMLElement);
  await waitFor(() => expect(easy()[0]).toHaveProperty('checked', true));
  const [meeting] = await db.meetings.where('eventKey').equals(atTwo().key).toArray();
  const noted = () =>
    db.askings
      .where('meetingId')
      .equals(meeting?.id ?? '')
      .filter(({ level }) => level === null)
      .toArray();
  expect(await noted()).toMatchObject([
    { personId: STEVE, state: 'asked', text: name.replace('Asked: ', '') },
  ]);
  await user.click(easy()[0] as HTMLElement);
  await waitFor(async () => expect(await noted()).toEqual([]));
});
