import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, current, openPanel, PEDRO, STEVE, sampleDay, section } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const promises = section(/^Promises/);
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const stored = (text: string) => db.actionItems.filter((item) => item.text === text).first();
const undo = () => screen.findByRole('button', { name: 'Undo' });

test('mine, theirs, joint; overdue first; lateness in words, the same for both sides', async () => {
  await db.actionItems.update('sample:promise:02', { due: '2026-11-18' });
  const { container } = await openPanel();
  expect(promises.texts()).toEqual([
    'Send the launch calendar',
    'Name a tester for the beta',
    'List the flaky checkout tests',
    'Draft one release checklist',
  ]);
  expect(promises.rows().map((row) => row.querySelector('.m')?.textContent)).toEqual([
    'You',
    'You',
    'Steve',
    'Both',
  ]);
  within(promises.row('Send the launch calendar')).getByText('6 days late');
  within(promises.row('Name a tester for the beta')).getByText('Fri 20');
  within(promises.row('List the flaky checkout tests')).getByText('1 day late');
  within(promises.row('Draft one release checklist')).getByText('3 Dec');
  promises.tick(/^Kept: List the flaky checkout tests, Steve, 1 day late$/);
  expect(promises.region().querySelector('h2')?.textContent).toBe('Promises 4');
  await expectAccessible(container);
});

test('a tick stays in view, struck through and in its place; undo brings it back', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.tick(/^Kept: Send the launch calendar/));
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.state).toBe('kept'));
  await waitFor(() => expect(promises.region().querySelector('h2')?.textContent).toBe('Promises 3'));
  expect(promises.texts()[0]).toBe('Send the launch calendar');
  expect(promises.row('Send the launch calendar').className).toContain('done');
  expect(promises.tick(/^Kept: Send the launch/).checked).toBe(true);
  await expectAccessible(container);
  await user.click(await undo());
  await waitFor(() => expect(promises.row('Send the launch calendar').className).not.toContain('done'));
  expect(await stored('Send the launch calendar')).toMatchObject({ state: 'open', closedAt: null });
  expect(promises.tick(/^Kept: Send the launch/).checked).toBe(false);
});

test('two ticked in one breath both stay in view', async () => {
  const { container } = await openPanel();
  // Pressed by hand, as `fireEvent` draws in between.
  for (const tick of promises.ticks().slice(0, 2)) tick.click();
  await waitFor(async () => expect(await db.actionItems.where('openFor').equals(STEVE).count()).toBe(2));
  await waitFor(() => expect(promises.region().querySelector('h2')?.textContent).toBe('Promises 2'));
  expect(promises.texts()).toHaveLength(4);
  expect(promises.ticks().map((tick) => tick.checked)).toEqual([true, true, false, false]);
  await expectAccessible(container);
});

test('ticked and taken back by the same tick', async () => {
  const { user, container } = await openPanel();
  const tick = () => promises.tick(/^Kept: Send the launch/);
  await user.click(tick());
  await user.click(tick());
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.state).toBe('open'));
  expect(tick().checked).toBe(false);
  await expectAccessible(container);
});

test('all kept is said, with a way to add', async () => {
  await db.actionItems
    .where('openFor')
    .equals(STEVE)
    .filter((item) => item.owner !== 'me')
    .delete();
  const { user, container } = await openPanel();
  for (const tick of promises.ticks()) await user.click(tick);
  await within(promises.region()).findByText(/^All kept\./);
  await expectAccessible(container);
  await user.click(promises.button('Add one'));
  await waitFor(async () => expect(document.activeElement).toBe(await field('Send the plan by Friday')));
});

test('a kept one can still be edited, and dropped with a way back to kept', async () => {
  const { user, container } = await openPanel();
  const tick = () => promises.tick(/^Kept: .* launch calendar/);
  await user.click(tick());
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.state).toBe('kept'));
  await user.keyboard('e');
  await user.clear(await field('Edit'));
  await user.keyboard('Sent the launch calendar{Enter}');
  await waitFor(() => promises.row('Sent the launch calendar'));
  expect(await stored('Sent the launch calendar')).toMatchObject({ state: 'kept' });
  await user.click(
    await within(promises.row('Sent the launch calendar')).findByRole('button', { name: /^Drop/ }),
  );
  await waitFor(() => expect(promises.texts()).toHaveLength(3));
  // Until then the way back is that of the words.
  await screen.findByText('Dropped: Sent the launch calendar');
  await user.click(await undo());
  await waitFor(() => expect(tick().checked).toBe(true));
  await expectAccessible(container);
});

test('a day at the end of edited words is read as when adding, unless one was set by hand', async () => {
  const { user, container } = await openPanel();
  const stored = async () => {
    const { text, due } = (await db.actionItems.get('sample:promise:00'))!;
    return [text, due];
  };
  const edit = async (name: RegExp, words: string) => {
    promises.tick(name).focus();
    await user.keyboard('e');
    const box = await field('Edit');
    await user.clear(box);
    await user.type(box, `${words}{Enter}`);
  };
  await edit(/Send the launch/, 'Send the plan by 24 Nov');
  await waitFor(async () => expect(await stored()).toEqual(['Send the plan', '2026-11-24']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await stored()).toEqual(['Send the launch calendar', '2026-11-13']));
  await expectAccessible(container);
  await screen.findByRole('checkbox', { name: /Send the launch/ });
  // A day that stood in the words before is no new one.
  await edit(/Send the launch/, 'Book the room for 24 Nov');
  await waitFor(async () => expect(await stored()).toEqual(['Book the room for 24 Nov', '2026-11-24']));
  await db.actionItems.update('sample:promise:00', {
    due: '2026-12-01',
    updatedAt: new Date().toISOString(),
  });
  await waitFor(() => expect(promises.row('Book the room for 24 Nov').textContent).toMatch(/1 Dec/));
  await screen.findByRole('checkbox', { name: /Book the room/ });
  await edit(/Book the room/, 'Book a room for 24 Nov');
  await waitFor(async () => expect(await stored()).toEqual(['Book a room for 24 Nov', '2026-12-01']));
  (await screen.findByRole('checkbox', { name: /Book a room/ })).focus();
  await user.keyboard('d');
  fireEvent.input(await screen.findByLabelText('Change the date'), { target: { value: '2026-12-03' } });
  await user.keyboard('{Enter}');
  await waitFor(async () => expect((await stored())[1]).toBe('2026-12-03'));
  await screen.findByRole('checkbox', { name: /Book a room/ });
  await edit(/Book a room/, 'Book it by Friday');
  await waitFor(async () => expect(await stored()).toEqual(['Book it by Friday', '2026-12-03']));
});

test('edits in place: Enter keeps, Esc leaves it, leaving keeps, emptied stays, undo', async () => {
  const { user, container } = await openPanel();
  promises.tick(/^Kept: Send/).focus();
  await user.keyboard('e');
  const edit = await field('Edit');
  expect(edit.value).toBe('Send the launch calendar');
  expect([edit.selectionStart, edit.selectionEnd]).toEqual([0, edit.value.length]);
  await expectAccessible(container);
  await user.keyboard('Send the plan{Enter}');
  await waitFor(() => expect(promises.texts()[0]).toBe('Send the plan'));
  expect(document.activeElement).toBe(promises.tick(/^Kept: Send the plan/));
  expect(await stored('Send the plan')).toMatchObject({ due: '2026-11-13', owner: 'me' });

  await user.keyboard('e');
  await user.keyboard('something else{Escape}');
  expect(promises.texts()[0]).toBe('Send the plan');
  expect(document.activeElement).toBe(promises.tick(/^Kept: Send the plan/));

  await user.keyboard('e');
  await user.clear(await field('Edit'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Edit' })).toBeNull());
  expect(promises.texts()[0]).toBe('Send the plan');

  await user.keyboard('e');
  await user.keyboard('Send all of it');
  const notes = screen.getByRole('textbox', { name: /^Before/ });
  await user.click(notes);
  await waitFor(() => expect(promises.texts()[0]).toBe('Send all of it'));
  // The field that was gone to keeps the focus.
  expect(document.activeElement).toBe(notes);
  await user.click(await undo());
  await waitFor(() => expect(promises.texts()[0]).toBe('Send the plan'));
});

test('a new day, no day, and back', async () => {
  const { user, container } = await openPanel();
  const row = () => promises.row('Send the launch calendar');
  await user.click(await within(row()).findByRole('button', { name: /^Change the date/ }));
  const date = within(row()).getByLabelText<HTMLInputElement>('Change the date');
  expect(document.activeElement).toBe(date);
  await expectAccessible(container);
  fireEvent.input(date, { target: { value: '2026-11-25' } });
  fireEvent.keyDown(date, { key: 'Enter' });
  await within(row()).findByText('Wed 25');
  expect(document.activeElement).toBe(promises.tick(/^Kept: Send the launch/));
  await user.click(await undo());
  await within(row()).findByText('6 days late');

  promises.tick(/^Kept: Send the launch/).focus();
  await user.keyboard('d');
  fireEvent.input(within(row()).getByLabelText('Change the date'), { target: { value: '' } });
  await user.keyboard('{Enter}');
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.due).toBeNull());
  await screen.findByText('No date: Send the launch calendar');
  promises.tick(/^Kept: Send the launch calendar, You, no date$/);

  await user.keyboard('d');
  fireEvent.input(within(row()).getByLabelText('Change the date'), { target: { value: '2026-12-24' } });
  await user.keyboard('{Escape}');
  expect((await stored('Send the launch calendar'))?.due).toBeNull();
});

test('Del drops, the keyboard goes on at the next row, undo brings it back', async () => {
  const { user, container } = await openPanel();
  promises.tick(/^Kept: Send the launch/).focus();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(promises.texts()).toHaveLength(3));
  expect(document.activeElement).toBe(promises.tick(/^Kept: Name a tester/));
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.state).toBe('dropped'));
  await expectAccessible(container);
  // F6 goes to the undo, and back to where it came from.
  const back = await undo();
  await user.keyboard('{F6}');
  expect(document.activeElement).toBe(back);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(promises.texts()).toHaveLength(4));
  expect(document.activeElement).toBe(promises.tick(/^Kept: Name a tester/));
  for (let left = 4; left > 0; left -= 1) {
    promises.ticks().at(-1)?.focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(promises.ticks()).toHaveLength(left - 1));
  }
  expect(document.activeElement).toBe(promises.button('Add a promise'));
  await within(promises.region()).findByText(/^Nothing promised on either side\./);
});

test('Del held down drops one, not all that come after it', async () => {
  await openPanel();
  const tick = promises.tick(/^Kept: Send the launch/);
  tick.focus();
  fireEvent.keyDown(tick, { key: 'Delete' });
  await waitFor(() => expect(promises.texts()).toHaveLength(3));
  fireEvent.keyDown(promises.tick(/^Kept: Name a tester/), { key: 'Delete', repeat: true });
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.state).toBe('dropped'));
  expect(promises.texts()).toHaveLength(3);
});

test('a day that was set when the panel follows another event, or goes, is taken', async () => {
  const { user, follow } = await openPanel();
  await user.click(
    await within(promises.row('Send the launch calendar')).findByRole('button', { name: /^Change the date/ }),
  );
  fireEvent.input(screen.getByLabelText('Change the date'), { target: { value: '2026-11-25' } });
  follow(current({ event: atTwo({ key: 'another event' }), personIds: [ANA] }));
  await screen.findByRole('heading', { level: 1, name: 'Ana Lima' });
  await waitFor(async () => expect((await stored('Send the launch calendar'))?.due).toBe('2026-11-25'));

  await user.click(
    await within(promises.row('Send the pricing draft')).findByRole('button', { name: /^Change the date/ }),
  );
  fireEvent.input(screen.getByLabelText('Change the date'), { target: { value: '2026-11-26' } });
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(async () => expect((await stored('Send the pricing draft'))?.due).toBe('2026-11-26'));
});

test('keys of the browser are not those of a row', async () => {
  const { user, container } = await openPanel();
  promises.tick(/^Kept: Send the launch/).focus();
  await user.keyboard('{Control>}e{/Control}{Alt>}d{/Alt}{Meta>}{Delete}{/Meta}');
  expect(promises.texts()).toHaveLength(4);
  expect(screen.queryByRole('textbox', { name: 'Edit' })).toBeNull();
  await expectAccessible(container);
});

test('adds in a line: whose by Alt+1 2 3, the day from the words, Enter stays for the next', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  const line = await field('Send the plan by Friday');
  await waitFor(() => expect(document.activeElement).toBe(line));
  await user.keyboard('Book the room by Friday');
  await screen.findByText(/^due Friday,? 20 November 2026$/);
  await expectAccessible(container);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(promises.texts()).toContain('Book the room'));
  expect(line.value).toBe('');
  expect(document.activeElement).toBe(line);
  for (const [key, text] of [
    ['2', 'Send the list'],
    ['3', 'Meet the customer'],
    ['1', 'Call back'],
  ] as const) {
    await user.keyboard(text);
    await user.keyboard(`{Alt>}${key}{/Alt}{Enter}`);
    await waitFor(() => expect(promises.texts()).toContain(text));
  }
  const added = await db.actionItems.filter((item) => !item.id.startsWith('sample:')).toArray();
  expect(Object.fromEntries(added.map(({ text, owner, due }) => [text, [owner, due]]))).toEqual({
    'Book the room': ['me', '2026-11-20'],
    'Send the list': ['them', null],
    'Meet the customer': ['both', null],
    'Call back': ['me', null],
  });
  const prepared = await db.meetings.filter((meeting) => meeting.source === 'prepared').first();
  expect(new Set(added.map((item) => item.meetingId))).toEqual(new Set([prepared?.id]));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Send the plan by Friday' })).toBeNull();
  expect(document.activeElement).toBe(promises.button('Add a promise'));
});

test('an empty one is refused in place, and nothing is added', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  const line = await field('Send the plan by Friday');
  await user.type(line, '  {Enter}');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('A promise needs words. Write what will be done.');
  expect(line.getAttribute('aria-describedby')).toBe(alert.id);
  await expectAccessible(container);
  await user.type(line, 'x');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(promises.texts()).toHaveLength(4);
});

test('a day that does not exist is said before it is added, and its words stay', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  await user.type(await field('Send the plan by Friday'), 'Send it by 31 Feb');
  await screen.findByText(/^There is no 31 Feb\./);
  await expectAccessible(container);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(promises.texts()).toContain('Send it by 31 Feb'));
});

test('a day that has passed is said before it is added', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  await user.type(await field('Send the plan by Friday'), 'Send it by 3 November 2026');
  expect((await screen.findByText('That day has passed.')).parentElement?.textContent).toMatch(
    /^due \w+, .* That day has passed\.$/,
  );
  await expectAccessible(container);
});

test('Enter held down adds once, and what is typed meanwhile is the next line', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  const line = await field('Send the plan by Friday');
  await user.type(line, 'Once');
  fireEvent.keyDown(line, { key: 'Enter' });
  fireEvent.keyDown(line, { key: 'Enter', repeat: true });
  fireEvent.input(line, { target: { value: 'OnceNext' } });
  fireEvent.keyDown(line, { key: 'Enter', repeat: true });
  await waitFor(() => expect(promises.texts()).toContain('Once'));
  await waitFor(() => expect(line.value).toBe('Next'));
  expect(promises.texts()).toHaveLength(5);
  await expectAccessible(container);
});

test('an empty line closes when it is left, and leaves the focus where it went', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  await field('Send the plan by Friday');
  const notes = screen.getByRole('textbox', { name: /^Before/ });
  await user.click(notes);
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Send the plan by Friday' })).toBeNull());
  expect(document.activeElement).toBe(notes);
  // The plus again while it is open leads to the line.
  await user.click(promises.button('Add a promise'));
  await field('Send the plan by Friday');
  await user.click(promises.button('Add a promise'));
  await waitFor(async () => expect(document.activeElement).toBe(await field('Send the plan by Friday')));
  await expectAccessible(container);
});

test('a line that was begun waits until it is added or given up', async () => {
  const first = await openPanel();
  await first.user.click(promises.button('Add a promise'));
  await first.user.type(await field('Send the plan by Friday'), 'Half a promise');
  first.unmount();
  const { user, container } = await openPanel();
  const line = await field('Send the plan by Friday');
  expect(line.value).toBe('Half a promise');
  expect(document.activeElement).not.toBe(line);
  await expectAccessible(container);
  await user.type(line, ' more{Enter}');
  await waitFor(() => expect(promises.texts()).toContain('Half a promise more'));
  await waitFor(async () => expect(await browser.storage.local.get(null)).toEqual({}));
});

test('Esc gives a line up; undo opens it again with its words, beside those of a line begun meanwhile', async () => {
  const { user, container } = await openPanel();
  await user.click(promises.button('Add a promise'));
  await user.type(await field('Send the plan by Friday'), 'Half a promise{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Send the plan by Friday' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect((await field('Send the plan by Friday')).value).toBe('Half a promise');
  await user.type(await field('Send the plan by Friday'), '{Escape}');
  await user.click(promises.button('Add a promise'));
  await user.type(await field('Send the plan by Friday'), 'Another');
  await waitFor(async () =>
    expect(Object.values(await browser.storage.local.get(null))).toEqual(['Another']),
  );
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () =>
    expect((await field('Send the plan by Friday')).value).toBe('Another Half a promise'),
  );
  await expectAccessible(container);
});

test('whose a line is by choice waits with it, also after Esc and undo; the next line is free again', async () => {
  const whose = () =>
    within(screen.getByRole('group', { name: 'Whose promise' }))
      .getAllByRole<HTMLInputElement>('radio')
      .find(({ checked }) => checked)?.labels?.[0]?.textContent;
  const first = await openPanel();
  await first.user.click(promises.button('Add a promise'));
  await first.user.type(await field('Send the plan by Friday'), 'Half a promise');
  await waitFor(async () =>
    expect(Object.values(await browser.storage.local.get(null))).toEqual(['Half a promise']),
  );
  await first.user.keyboard('{Alt>}2{/Alt}');
  await waitFor(() => expect(whose()).toBe('Steve'));
  first.unmount();
  const { user, container } = await openPanel();
  const line = await field('Send the plan by Friday');
  expect([line.value, whose()]).toEqual(['Half a promise', 'Steve']);
  await expectAccessible(container);
  await user.type(line, '{Escape}');
  await user.click(await undo());
  const again = await field('Send the plan by Friday');
  expect([again.value, whose()]).toEqual(['Half a promise', 'Steve']);
  await user.type(again, '{Enter}');
  await waitFor(() => expect(promises.texts()).toContain('Half a promise'));
  expect(await stored('Half a promise')).toMatchObject({ owner: 'them' });
  await waitFor(() => expect(whose()).toBe('You'));
  await waitFor(async () => expect(await browser.storage.local.get(null)).toEqual({}));
});

test('a line that was begun by an older version comes back; what is none is passed over', async () => {
  const key = `draft promise ${STEVE}`;
  await browser.storage.local.set({ [key]: { text: 5, as: 'nobody' } });
  const first = await openPanel();
  await waitFor(() => expect(promises.texts()).toHaveLength(4));
  expect(screen.queryByRole('textbox', { name: 'Send the plan by Friday' })).toBeNull();
  first.unmount();
  await browser.storage.local.set({ [key]: 'Half a promise' });
  const { container } = await openPanel();
  expect((await field('Send the plan by Friday')).value).toBe('Half a promise');
  await expectAccessible(container);
});

test('what could not be stored is said; nothing changes, and nothing typed goes', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user, container } = await openPanel();
  const put = vi.spyOn(db.actionItems, 'put').mockRejectedValue(new Error('disk full'));
  const add = vi.spyOn(db.actionItems, 'add').mockRejectedValue(new Error('disk full'));
  await user.click(promises.tick(/^Kept: Send the launch/));
  await screen.findByText('Not stored; what was there is unchanged. Try again.');
  await waitFor(() => expect(promises.tick(/^Kept: Send the launch/).checked).toBe(false));

  await user.keyboard('e');
  await user.keyboard('New words{Enter}');
  const edit = await field('Edit');
  await waitFor(() => expect(edit.getAttribute('aria-invalid')).toBe('true'));
  expect(edit.value).toBe('New words');
  await expectAccessible(container);

  await user.click(promises.button('Add a promise'));
  const line = await field('Send the plan by Friday');
  await user.type(line, 'Keep me{Enter}');
  await waitFor(() => expect(line.getAttribute('aria-invalid')).toBe('true'));
  expect(line.value).toBe('Keep me');
  put.mockRestore();
  add.mockRestore();
  await user.type(line, '{Enter}');
  await waitFor(() => expect(promises.texts()).toContain('Keep me'));
});

test('long words, right-to-left words and markup are text', async () => {
  const texts = ['x'.repeat(200), 'שלח את התוכנית', '<img src=x onerror="alert(1)">'];
  const items = await db.actionItems.where('openFor').equals(STEVE).toArray();
  for (const [index, text] of texts.entries()) await db.actionItems.update(items[index]!.id, { text });
  const { container } = await openPanel();
  for (const text of texts) expect(promises.row(text).querySelector('.t bdi')?.textContent).toBe(text);
  expect(container.querySelector('img')).toBeNull();
  await expectAccessible(container);
});

test('with several peers: to whom mine is, theirs is no single name, all for what is joint', async () => {
  await db.actionItems.put({
    ...(await db.actionItems.get('sample:promise:05'))!,
    id: 'they',
    text: 'They both owe it',
    personIds: [ANA, PEDRO],
    openFor: [ANA, PEDRO],
  });
  const { container } = await openPanel(current({ personIds: [ANA, PEDRO] }));
  within(promises.row('Share the support rota')).getByText('to Pedro');
  expect(promises.row('They both owe it').querySelector('.m')?.textContent).toBe('Them');
  expect(promises.row('Send the pricing draft').querySelector('.m')?.textContent).toBe('Ana');
  expect(promises.row('Agree the launch week').querySelector('.m')?.textContent).toBe('All');
  await expectAccessible(container);
});
