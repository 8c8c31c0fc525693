import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { PersonPlan } from '../../../components/overview/PersonPlan.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { useLive } from '../../../components/ui/useLive.ts';
import { db } from '../../../storage/db.ts';
import { changePerson, readPerson } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';
import { STEVE, sampleDay } from '../brief/open.tsx';

beforeEach(async () => {
  await sampleDay();
  await changePerson(STEVE, { cadence: { ideal: 28, latest: 42 }, connections: ['hand-work'], role: '' });
  await db.cadenceChanges.clear();
});
afterEach(() => vi.useRealTimers());

function Plan() {
  const person = useLive(() => readPerson(STEVE), []);
  return person.value ? <PersonPlan person={person.value} today="2026-11-19" /> : null;
}

async function open(title: string) {
  const user = userEvent.setup();
  const view = render(
    <ToastProvider>
      <main>
        <Plan />
      </main>
    </ToastProvider>,
  );
  await user.click(await screen.findByText(title));
  return { ...view, user };
}
const steve = async () => (await readPerson(STEVE))!;

test('what suits how two connect is offered; each change is kept, and can be taken back', async () => {
  const { user, container } = await open('How often to meet');
  await screen.findByText(/Usual for how you connect: every 2 weeks, 4 weeks at most\./);
  await user.click(screen.getByRole('button', { name: 'Use it' }));
  await waitFor(async () => expect((await steve()).cadence).toEqual({ ideal: 14, latest: 28 }));
  await within(await screen.findByRole('list', { name: 'How it has changed' })).findByText('set by you');
  await expectAccessible(container);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await steve()).cadence).toEqual({ ideal: 28, latest: 42 }));
  await waitFor(async () => expect(await db.cadenceChanges.count()).toBe(0));
});

test('an interval is chosen on the spot: the latest follows the ideal one, and neither comes before it', async () => {
  const { user, container } = await open('How often to meet');
  const ideal = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Ideally' });
  const latest = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'At the latest' });
  expect([ideal.value, latest().value]).toEqual(['28', '42']);
  expect([...latest().options].map(({ value }) => value)).toEqual(['28', '42', '56', '84']);
  await user.selectOptions(ideal, 'every 2 weeks');
  await waitFor(async () => expect((await steve()).cadence).toEqual({ ideal: 14, latest: 28 }));
  await waitFor(() => expect(latest().value).toBe('28'));
  await user.selectOptions(latest(), 'at the latest after 3 weeks');
  await waitFor(async () => expect((await steve()).cadence).toEqual({ ideal: 14, latest: 21 }));
  await waitFor(async () => expect(await db.cadenceChanges.count()).toBe(2));
  await expectAccessible(container);
  await user.selectOptions(ideal, 'No cadence');
  await waitFor(async () => expect((await steve()).cadence).toBeNull());
  await waitFor(() => expect(screen.queryByRole('combobox', { name: 'At the latest' })).toBeNull());
  // Until this is said, Undo is the way back of the change before it.
  await screen.findByText('Meeting no set rhythm');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await steve()).cadence).toEqual({ ideal: 14, latest: 21 }));
});

test('an interval of one’s own stands in the list; another is typed in the options', async () => {
  await changePerson(STEVE, { cadence: { ideal: 10, latest: 17 } });
  const create = vi.spyOn(browser.tabs, 'create').mockImplementation(async () => ({}) as never);
  const { user } = await open('How often to meet');
  const ideal = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Ideally' });
  expect(ideal.selectedOptions[0]?.textContent).toBe('every 10 days');
  await user.selectOptions(ideal, 'Another number of days…');
  await waitFor(() => expect(create).toHaveBeenCalledOnce());
  await waitFor(() => expect(ideal.value).toBe('10'));
  expect((await steve()).cadence).toEqual({ ideal: 10, latest: 17 });
});

test('two roles that are known to go together decide before how one connects', async () => {
  await changePerson(STEVE, { role: 'Head of Sales' });
  const { user } = await open('How often to meet');
  await user.type(await screen.findByLabelText('Your own role'), 'Customer success');
  await screen.findByText(/Usual for two roles like yours: every 6 weeks, 8 weeks at most\./);
});

test('a ramp begins and ends; reminders pause and go on', async () => {
  const { user } = await open('How often to meet');
  await user.click(await screen.findByRole('button', { name: 'Begin so' }));
  await screen.findByText(/^Since .* twice a week/);
  await waitFor(async () => expect((await steve()).rampFrom).toBe('2026-11-19'));
  await user.click(screen.getByRole('button', { name: 'End this' }));
  await screen.findByRole('button', { name: 'Begin so' });
  await user.click(screen.getByRole('button', { name: 'Pause for three months' }));
  await screen.findByText(/^Paused until/);
  await waitFor(async () => expect((await steve()).pausedUntil).toBe('2027-02-19'));
  await user.click(screen.getByRole('button', { name: 'Resume' }));
  await waitFor(async () => expect((await steve()).pausedUntil).toBeNull());
});

test('one small project at a time: begun, explored, decided, done', async () => {
  const { user, container } = await open('Something small together');
  await user.click(await screen.findByRole('button', { name: 'Begin' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Write what you will do together.');
  await user.type(
    screen.getByRole('textbox', { name: 'Something small, done in two weeks' }),
    'One bug board',
  );
  await user.click(screen.getByRole('checkbox', { name: "Nobody's job" }));
  await user.click(screen.getByRole('button', { name: 'Begin' }));
  const card = await screen.findByRole('region', { name: 'Small project: One bug board' });
  await within(card).findByText('day 1 of 14');
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Begin' })).toBeNull());
  await expectAccessible(container);
  await user.click(within(card).getByRole('radio', { name: 'Decide' }));
  await user.type(within(card).getByLabelText('Your next step'), 'Ask ops');
  await user.type(within(card).getByLabelText('What came of it'), 'One board');
  await user.click(within(card).getByRole('button', { name: 'Done' }));
  await waitFor(async () =>
    expect(await db.projects.toArray()).toMatchObject([
      { state: 'done', stage: 'decide', kind: 'white-space', myNext: 'Ask ops', outcome: 'One board' },
    ]),
  );
  await screen.findByRole('form', { name: 'Begin' });
});

test('signals lead to a goal and questions; the words are copied, never sent, and the day is noted', async () => {
  const { user, container } = await open('How it begins');
  await user.click(screen.getByRole('checkbox', { name: 'I decide more, and my manager knows less of it' }));
  await screen.findByText(/^Goal: .*Half-baked ideas/);
  await waitFor(async () => expect(await steve()).toMatchObject({ signals: ['scope-grew'], goal: 'ideas' }));
  await user.click(screen.getByRole('radio', { name: 'Shared problem' }));
  const words = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your words' });
  await waitFor(() => expect(words.value).toContain('Hi Steve,'));
  await screen.findByText('Still to be written: {matter}, {why it matters}');
  await expectAccessible(container);
  await user.clear(words);
  await user.type(words, 'Hi Steve, coffee?');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(async () =>
    expect((await steve()).invitation).toEqual({ on: '2026-11-19', wording: 'problem', reminded: false }),
  );
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('Hi Steve, coffee?'));
  await screen.findByRole('button', { name: /^Asked on: .*19 November 2026/ });
});

test('whom one asked in person: the day is named, and taken away again', async () => {
  const { user, container } = await open('How it begins');
  await user.click(screen.getByRole('button', { name: 'Asked on: choose a day' }));
  const day = screen.getByLabelText<HTMLInputElement>('Asked on: choose a day');
  await user.type(day, '2026-11-16');
  await user.keyboard('{Enter}');
  await waitFor(async () =>
    expect((await steve()).invitation).toEqual({ on: '2026-11-16', wording: 'just-ask', reminded: false }),
  );
  await expectAccessible(container);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await steve()).invitation).toBeNull());
});

test('without an interval nothing is said of reminders', async () => {
  await changePerson(STEVE, { cadence: null });
  await open('How often to meet');
  await screen.findByRole('button', { name: 'Begin so' });
  expect(screen.queryByText(/You are reminded/)).toBeNull();
  await changePerson(STEVE, { cadence: { ideal: 28, latest: 42 } });
  await screen.findByText(/You are reminded/);
});

test('a project that is typed and not begun is there the next time; undo brings its words back', async () => {
  const title = { name: 'Something small, done in two weeks' };
  const { user, unmount } = await open('Something small together');
  await user.type(await screen.findByRole('textbox', title), 'One bug board');
  unmount();
  const again = await open('Something small together');
  const field = await screen.findByRole<HTMLInputElement>('textbox', title);
  await waitFor(() => expect(field.value).toBe('One bug board'));
  await again.user.click(screen.getByRole('button', { name: 'Begin' }));
  const card = await screen.findByRole('region', { name: 'Small project: One bug board' });
  await waitFor(() => expect(card.contains(document.activeElement)).toBe(true));
  await again.user.click(screen.getByRole('button', { name: 'Undo' }));
  const back = await screen.findByRole<HTMLInputElement>('textbox', title);
  await waitFor(() => expect(back.value).toBe('One bug board'));
});
