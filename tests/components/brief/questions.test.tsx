import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordAsking } from '../../../storage/askings.ts';
import { db } from '../../../storage/db.ts';
import { addProject } from '../../../storage/projects.ts';
import { addSet } from '../../../storage/question-sets.ts';
import { addQuestion } from '../../../storage/questions.ts';
import { saveUnsaved } from '../../../storage/save-unsaved.ts';
import { addTopic, changeTopic } from '../../../storage/topics.ts';
import { expectAccessible } from '../../setup/components.ts';
import { readKept } from '../../setup/kept.ts';
import { ANA, atTwo, current, openPanel, PEDRO, STEVE, sampleDay, section } from './open.tsx';

beforeEach(sampleDay);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Longer than a write that failed waits until it is tried again. */
const RETRIED = { timeout: 12_000 };

/** They come right after the first content. */
async function openQuestions(...on: Parameters<typeof openPanel>) {
  const view = await openPanel(...on);
  await screen.findByRole('region', { name: 'Questions' });
  return view;
}

const questions = section('Questions');
const levels = () => questions.rows().map((row) => row.querySelector('.m')?.textContent);
const here = (state: string) =>
  db.askings.filter((asking) => asking.state === state && !asking.id.startsWith('sample')).toArray();
const undo = () => screen.findByRole('button', { name: 'Undo' });

test('three: easy, central, deeper; remembered as shown, and stable while the brief stays open', async () => {
  const first = await openQuestions();
  expect(levels()).toEqual([
    'Easy: fits Work better, not asked yet',
    'Central: fits Work better, not asked yet',
    'Deeper: fits Work better, not asked yet',
  ]);
  const texts = questions.texts();
  expect(new Set(texts).size).toBe(3);
  await waitFor(async () => expect(await here('suggested')).toHaveLength(3));
  expect(questions.texts()).toEqual(texts);
  await expectAccessible(first.container);
  first.unmount();
  await openQuestions();
  expect(questions.texts()).toEqual(texts);
});

test('the next meeting shows another three, and none that was asked', async () => {
  const first = await openQuestions();
  const texts = questions.texts();
  await first.user.click(questions.ticks()[1]!);
  await waitFor(async () => expect(await here('asked')).toHaveLength(1));
  first.unmount();
  const start = new Date(2026, 10, 26, 14);
  vi.setSystemTime(start);
  const next = atTwo({ key: 'next diane@example.com', start: start.toISOString() });
  const { container } = await openQuestions(current({ event: next }));
  expect(questions.texts()).toHaveLength(3);
  expect(questions.texts()).not.toContain(texts[1]);
  expect(questions.texts()).not.toEqual(texts);
  await expectAccessible(container);
});

test('swapped by S: another comes in its place, the focus stays there, undo brings it back', async () => {
  const { user, container } = await openQuestions();
  const texts = questions.texts();
  questions.ticks()[1]!.focus();
  await user.keyboard('s');
  await waitFor(() => expect(questions.texts()[1]).not.toBe(texts[1]));
  expect([questions.texts()[0], questions.texts()[2]]).toEqual([texts[0], texts[2]]);
  expect(document.activeElement).toBe(questions.ticks()[1]);
  await expectAccessible(container);
  await screen.findByText('Another question');
  await user.click(await undo());
  await waitFor(() => expect(questions.texts()).toEqual(texts));
});

test('pressed twice before another one stands there: swapped once, and undo brings it back', async () => {
  const { user } = await openQuestions();
  const texts = questions.texts();
  const swap = questions.button(`Swap this question: ${texts[1]}`);
  fireEvent.click(swap);
  fireEvent.click(swap);
  await waitFor(() => expect(questions.texts()[1]).not.toBe(texts[1]));
  expect(await here('swapped')).toHaveLength(1);
  await user.click(await undo());
  await waitFor(() => expect(questions.texts()).toEqual(texts));
  // It can be swapped again.
  await user.click(questions.button(`Swap this question: ${texts[1]}`));
  await waitFor(() => expect(questions.texts()[1]).not.toBe(texts[1]));
});

test('a key that is held down swaps one question, not all that come after it', async () => {
  await openQuestions();
  const texts = questions.texts();
  fireEvent.keyDown(questions.ticks()[1]!, { key: 's' });
  await waitFor(() => expect(questions.texts()[1]).not.toBe(texts[1]));
  const [, second] = questions.texts();
  fireEvent.keyDown(questions.ticks()[1]!, { key: 's', repeat: true });
  // Another press, after it: by the time that it is done, the first would be, too.
  fireEvent.keyDown(questions.ticks()[0]!, { key: 's' });
  await waitFor(() => expect(questions.texts()[0]).not.toBe(texts[0]));
  expect(await here('swapped')).toHaveLength(2);
  expect(questions.texts()[1]).toBe(second);
});

test('the keyboard meets swapping before keeping, as they stand', async () => {
  const { user } = await openQuestions();
  const [text = ''] = questions.texts();
  questions.ticks()[0]?.focus();
  await user.tab();
  expect(document.activeElement).toBe(questions.button(`Swap this question: ${text}`));
  await user.tab();
  expect(document.activeElement).toBe(questions.button(`Keep for another time: ${text}`));
});

test('kept by K for another time: it comes at the next meeting', async () => {
  const first = await openQuestions();
  const kept = questions.texts()[1]!;
  questions.ticks()[1]!.focus();
  await first.user.keyboard('k');
  await waitFor(() => expect(questions.texts()).not.toContain(kept));
  expect(await here('kept')).toMatchObject([{ text: kept, personId: STEVE }]);
  await screen.findByText('Kept for another time');
  first.unmount();
  const next = atTwo({ key: 'next diane@example.com', start: new Date(2026, 10, 26, 14).toISOString() });
  const { container } = await openQuestions(current({ event: next }));
  expect(questions.texts()).toContain(kept);
  await expectAccessible(container);
});

test('all are swapped at once, and come back at once', async () => {
  const { user, container } = await openQuestions();
  const texts = questions.texts();
  await user.click(questions.button('Swap all questions'));
  await waitFor(() => expect(questions.texts().filter((text) => texts.includes(text))).toEqual([]));
  expect(questions.texts()).toHaveLength(3);
  await expectAccessible(container);
  await screen.findByText('Other questions');
  await user.click(await undo());
  await waitFor(() => expect(questions.texts()).toEqual(texts));
});

test('asked: a line for the answer opens, saved as typed; S and K are letters there', async () => {
  const first = await openQuestions();
  const { user, container } = first;
  const text = questions.texts()[0]!;
  await user.click(questions.ticks()[0]!);
  const answer = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: `Answer to: ${text}` });
  await expectAccessible(container);
  await user.type(answer, 'Skips less work');
  await waitFor(async () =>
    expect(await here('asked')).toMatchObject([{ text, answer: 'Skips less work', personId: STEVE }]),
  );
  expect(questions.texts()[0]).toBe(text);
  expect(questions.ticks()[0]!.checked).toBe(true);
  // Taken back: the line goes, the answer stays for when it is asked after all.
  await user.click(questions.ticks()[0]!);
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Answer to/ })).toBeNull());
  await waitFor(async () => expect(await here('asked')).toEqual([]));
  await user.click(questions.ticks()[0]!);
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Answer to/ })).value).toBe(
    'Skips less work',
  );
});

test('an answer that cannot be stored stays, says so, and is tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user, container } = await openQuestions();
  await user.click(questions.ticks()[0]!);
  const answer = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Answer to/ });
  const put = vi.spyOn(db.askings, 'put').mockRejectedValue(new Error('disk full'));
  await user.type(answer, 'Stay here');
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Not saved yet\./);
  expect(answer.value).toBe('Stay here');
  await expectAccessible(container);
  put.mockRestore();
  await waitFor(async () => expect(await here('asked')).toMatchObject([{ answer: 'Stay here' }]), RETRIED);
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('nothing left, and all sets off, each say what to do', async () => {
  await db.questions.clear();
  const first = await openQuestions();
  within(questions.region()).getByText('You have asked them all. Rest, or add your own in the options.');
  expect(screen.queryByRole('button', { name: 'Swap all questions' })).toBeNull();
  await expectAccessible(first.container);
  first.unmount();
  await db.questionSets.toCollection().modify({ on: false });
  const { container } = await openQuestions();
  within(questions.region()).getByText('Every question set is switched off. Switch one on in the options.');
  await expectAccessible(container);
});

test('with several peers a question is noted for each', async () => {
  const { user, container } = await openQuestions(current({ personIds: [ANA, PEDRO] }));
  await user.click(questions.ticks()[0]!);
  await waitFor(async () =>
    expect((await here('asked')).map((asking) => asking.personId).sort()).toEqual([ANA, PEDRO]),
  );
  await expectAccessible(container);
});

test('could not be stored: said, and the question stays', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { user, container } = await openQuestions();
  await waitFor(async () => expect(await here('suggested')).toHaveLength(3));
  const texts = questions.texts();
  vi.spyOn(db.askings, 'put').mockRejectedValue(new Error('disk full'));
  questions.ticks()[0]!.focus();
  await user.keyboard('s');
  await screen.findByText(/^Not stored/);
  expect(questions.texts()).toEqual(texts);
  await user.click(questions.ticks()[2]!);
  await waitFor(() => expect(questions.ticks()[2]!.checked).toBe(false));
  await expectAccessible(container);
});

describe('with several peers', () => {
  const tab = (name: RegExp) => screen.getByRole('tab', { name });
  const answers = async () => (await here('asked')).map(({ personId, answer }) => [personId, answer]).sort();
  const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Answer to/ });

  test('shown in one tab first, it is noted for the others too', async () => {
    const { user, container } = await openQuestions(current({ personIds: [ANA, PEDRO] }));
    await waitFor(async () => expect(await here('suggested')).toHaveLength(6));
    const first = (await here('suggested')).filter(({ personId }) => personId === PEDRO);
    await db.askings.bulkDelete(first.map(({ id }) => id));
    await waitFor(async () => expect(await here('suggested')).toHaveLength(6));
    expect((await here('suggested')).filter(({ personId }) => personId === PEDRO)).toHaveLength(3);
    await user.click(tab(/^Ana/));
    await expectAccessible(container);
  });

  test('asked of one shows as asked of all; an answer there counts for all who have none of their own', async () => {
    const { user, container } = await openQuestions(current({ personIds: [ANA, PEDRO, STEVE] }));
    await waitFor(async () => expect(await here('suggested')).toHaveLength(9));
    const question = questions.texts()[0]!;
    const row = (await here('suggested')).find(
      ({ personId, text }) => personId === PEDRO && text === question,
    )!;
    const { text, level, meetingId, questionId } = row;
    const of = (personId: string) => ({ personId, text, level, meetingId, questionId });
    await recordAsking(of(PEDRO), 'asked');
    await waitFor(() => expect(questions.ticks()[0]!.checked).toBe(true));
    await user.type(await field(), 'Tests');
    await waitFor(async () =>
      expect(await answers()).toEqual([
        [ANA, 'Tests'],
        [PEDRO, 'Tests'],
        [STEVE, 'Tests'],
      ]),
    );
    await recordAsking(of(STEVE), 'asked', 'his own words');
    await user.type(await field(), ' first');
    await waitFor(async () =>
      expect(await answers()).toEqual([
        [ANA, 'Tests first'],
        [PEDRO, 'Tests first'],
        [STEVE, 'his own words'],
      ]),
    );
    await expectAccessible(container);
  });
});

test('an answer typed just before the panel closes is kept in another store, and written at the next opening', async () => {
  const first = await openQuestions();
  await first.user.click(questions.ticks()[0]!);
  const answer = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Answer to/ });
  // The page is gone before the database has answered.
  const put = vi.spyOn(db.askings, 'put').mockReturnValue(new Promise(() => {}) as never);
  fireEvent.input(answer, { target: { value: 'Skips less work' } });
  fireEvent(window, new Event('pagehide'));
  expect(Object.values(await readKept())).toMatchObject([
    { kind: 'answer', text: 'Skips less work', base: '' },
  ]);
  first.unmount();
  put.mockRestore();
  await saveUnsaved();
  expect(await here('asked')).toMatchObject([{ answer: 'Skips less work', personId: STEVE }]);
  expect(await browser.storage.local.get(null)).toEqual({});
});

test('the choice is explained in one line, with when one was asked last', async () => {
  const all = await db.questions.toArray();
  const long = new Date(2026, 2, 3).toISOString();
  const asked = {
    personId: STEVE,
    meetingId: 'long ago',
    text: 'x',
    level: null,
    answer: '',
    state: 'asked' as const,
  };
  await db.askings.clear();
  await db.askings.bulkAdd(
    all.map(({ id }) => ({
      ...asked,
      id: `long ${id}`,
      questionId: id,
      at: long,
      createdAt: long,
      updatedAt: long,
    })),
  );
  await openQuestions();
  await screen.findByText('fit Work better, not asked since March 2026');
});

test('what a question leaves open is filled from the project and the topic that are near', async () => {
  await db.questions.clear();
  const set = await addSet('Mine');
  const made = await addQuestion(set.id, '{project}: on {date}, before {topic}?');
  if (!made) throw new Error('no question');
  const { unmount } = await openQuestions();
  await screen.findByRole('region', { name: 'Questions' });
  expect(screen.queryByText(/before/)).toBeNull();
  unmount();
  await addProject([STEVE], 'Bug board');
  const topic = await addTopic([STEVE], 'the launch page');
  await changeTopic(topic.id, { presentOn: '2026-12-03' });
  await openQuestions();
  await screen.findByText('Bug board: on 3 December, before the launch page?');
});

test('after an answer there is something to ask next, in one press, and it goes again', async () => {
  const { user, container } = await openQuestions();
  const [first] = questions.rows();
  expect(within(first!).queryByRole('button', { name: /^Something to ask next/ })).toBeNull();
  await user.click(questions.ticks()[0]!);
  const more = await within(first!).findByRole('button', { name: /^Something to ask next, after: / });
  await user.click(more);
  expect(within(first!).getByRole('status').textContent).toMatch(/\?$/);
  await expectAccessible(container);
  await user.click(more);
  expect(within(first!).queryByRole('status')).toBeNull();
});

test('a goal whose questions are all for more trust says so', async () => {
  const { user, container } = await openQuestions();
  await user.click(screen.getByRole('button', { name: 'More goals' }));
  await user.click(await screen.findByRole('option', { name: 'Disagreement' }));
  await within(questions.region()).findByText('Disagreement needs more trust');
  expect(levels()).toEqual([
    'Easy: Disagreement needs more trust',
    'Central: Disagreement needs more trust',
    'Deeper: Disagreement needs more trust',
  ]);
  await expectAccessible(container);
  await db.people.update(STEVE, { trust: 'trusted' });
  await within(questions.region()).findByText(/^fit Disagreement/);
});
