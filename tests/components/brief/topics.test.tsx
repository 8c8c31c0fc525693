import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../storage/db.ts';
import { addTopic, changeTopic } from '../../../storage/topics.ts';
import { expectAccessible } from '../../setup/components.ts';
import { ANA, atTwo, current, openPanel, PEDRO, STEVE, sampleDay, section } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const topics = section(/^To raise/);
const HOTFIX = 'Who signs off a Friday hotfix?';
const PLAN = 'Sharing our quarter plan earlier';
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const undo = () => screen.findByRole('button', { name: 'Undo' });
const raised = async () =>
  (await db.topics.filter((topic) => topic.text === HOTFIX).first())?.raisedIn.length;

test('carried ones first, with how often; a new one says so', async () => {
  const { container } = await openPanel();
  expect(topics.texts()).toEqual([HOTFIX, PLAN]);
  within(topics.row(HOTFIX)).getByText('3 times');
  within(topics.row(HOTFIX)).getByText('Raised 3 times');
  within(topics.row(PLAN)).getByText('New');
  await expectAccessible(container);
});

test('a meeting carries them once, however often its brief is opened', async () => {
  const first = await openPanel();
  await waitFor(async () => expect(await raised()).toBe(4));
  within(topics.row(HOTFIX)).getByText('3 times');
  first.unmount();
  const again = await openPanel();
  within(topics.row(HOTFIX)).getByText('3 times');
  again.unmount();
  expect(await raised()).toBe(4);
  const next = atTwo({ key: 'next diane@example.com', start: new Date(2026, 10, 26, 14).toISOString() });
  const ahead = await openPanel(current({ event: next }));
  // Today's is not over: it has not raised them yet.
  within(topics.row(HOTFIX)).getByText('3 times');
  within(topics.row(PLAN)).getByText('New');
  await waitFor(async () => expect(await raised()).toBe(5));
  ahead.unmount();
  vi.setSystemTime(new Date(2026, 10, 20, 9));
  const { container } = await openPanel(current({ event: next }));
  within(topics.row(HOTFIX)).getByText('4 times');
  within(topics.row(PLAN)).getByText('Once');
  expect(await raised()).toBe(5);
  await expectAccessible(container);
});

test('in the week before it is presented it stands in one place; after it, it waits here to be covered', async () => {
  const [topic] = await db.topics.filter(({ text }) => text === PLAN).toArray();
  await changeTopic(topic?.id ?? '', { presentOn: '2026-11-26' });
  const first = await openPanel();
  await within(await screen.findByRole('region', { name: /^Comes back/ })).findByText(PLAN);
  expect(screen.getAllByText(PLAN)).toHaveLength(1);
  expect(topics.texts()).toEqual([HOTFIX]);
  await expectAccessible(first.container);
  first.unmount();
  vi.setSystemTime(new Date(2026, 10, 27, 9));
  await openPanel();
  await waitFor(() => expect(topics.texts()).toEqual([HOTFIX, PLAN]));
});

test('covered: stays struck through, undo brings it back; dropped by the keyboard, undo too', async () => {
  const { user, container } = await openPanel();
  await user.click(topics.tick(/^Covered: Who signs off/));
  await waitFor(() => expect(topics.row(HOTFIX).className).toContain('done'));
  await waitFor(async () => expect(await db.topics.where('openFor').equals(STEVE).count()).toBe(1));
  expect(topics.texts()).toEqual([HOTFIX, PLAN]);
  await expectAccessible(container);
  await user.click(await undo());
  await waitFor(() => expect(topics.row(HOTFIX).className).not.toContain('done'));
  expect(await db.topics.where('openFor').equals(STEVE).count()).toBe(2);

  topics.tick(/^Covered: Who signs off/).focus();
  // A topic has no date.
  await user.keyboard('d');
  expect(screen.queryByLabelText('Change the date')).toBeNull();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(topics.texts()).toEqual([PLAN]));
  await screen.findByText(`Dropped: ${HOTFIX}`);
  await user.click(await undo());
  await waitFor(() => expect(topics.texts()).toEqual([HOTFIX, PLAN]));
});

test('added in a line, edited in place', async () => {
  const { user, container } = await openPanel();
  await user.click(topics.button('Add something to raise'));
  await user.type(await field('What do you want to talk about?'), '{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Something to raise needs words. Write what it is about.',
  );
  await user.keyboard(' How we review {Enter}');
  await waitFor(() => expect(topics.texts()).toEqual([HOTFIX, PLAN, 'How we review']));
  await expectAccessible(container);
  await user.keyboard('{Escape}');
  topics.tick(/^Covered: How we review/).focus();
  await user.keyboard('eHow we review code{Enter}');
  await waitFor(() => expect(topics.texts()).toContain('How we review code'));
  await user.click(await undo());
  await waitFor(() => expect(topics.texts()).toContain('How we review'));
});

test('the mark of a topic is no part of its words', async () => {
  const { user, container } = await openPanel();
  await user.click(topics.button('Add something to raise'));
  await user.type(await field('What do you want to talk about?'), '> {Enter}');
  await screen.findByText('Something to raise needs words. Write what it is about.');
  await user.keyboard('who reviews > 100 lines{Enter}');
  await waitFor(() => expect(topics.texts()).toEqual([HOTFIX, PLAN, 'who reviews > 100 lines']));
  await expectAccessible(container);
});

test('nothing to raise says so, all covered says so', async () => {
  await db.topics.clear();
  const { user, container } = await openPanel();
  await within(topics.region()).findByText(/^Nothing to raise yet\./);
  await expectAccessible(container);
  await addTopic([STEVE], 'One thing');
  await user.click(await within(topics.region()).findByRole('checkbox'));
  await within(topics.region()).findByText(/^All covered\./);
});

test('could not be stored: said, the topic stays as it was', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user, container } = await openPanel();
  await waitFor(async () => expect(await raised()).toBe(4));
  vi.spyOn(db.topics, 'put').mockRejectedValue(new Error('disk full'));
  topics.tick(/^Covered: Who signs off/).focus();
  await user.keyboard('{Delete}');
  await screen.findByText(/^Not stored/);
  await waitFor(() => expect(topics.texts()).toEqual([HOTFIX, PLAN]));
  await user.keyboard('{Tab}');
  await expectAccessible(container);
});

test('in company: topics for all of them stand in common, each one’s own on their tab', async () => {
  await addTopic([ANA], 'Only with Ana');
  const { user, container } = await openPanel(current({ personIds: [ANA, PEDRO] }));
  screen.getByRole('heading', { name: /^To raise with both/ });
  expect(topics.texts()).not.toContain('Only with Ana');
  await user.click(screen.getByRole('tab', { name: /^Ana/ }));
  await waitFor(() => expect(topics.texts()).toContain('Only with Ana'));
  await expectAccessible(container);
});
