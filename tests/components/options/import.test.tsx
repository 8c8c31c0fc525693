import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { QuestionSets } from '../../../components/question-sets/QuestionSets.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { addSet, listSets } from '../../../storage/question-sets.ts';
import { addQuestion } from '../../../storage/questions.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

beforeEach(emptyDatabase);

function content(sets: unknown): string {
  return JSON.stringify({ peerside: 'question-sets', version: 1, sets }, null, 2);
}

const file = (text: string, name = 'launch-questions.json') =>
  new File([text], name, { type: 'application/json' });

/** The page over one set of the user's own, after a file was chosen. */
async function choose(chosen: File) {
  const set = await addSet('Launches');
  await addQuestion(set.id, 'What helps?');
  const user = userEvent.setup();
  const { container } = render(
    <ToastProvider>
      <main>
        <QuestionSets chosen={undefined} hrefOf={(id) => `#${id}`} onChoose={() => {}} />
      </main>
    </ToastProvider>,
  );
  await screen.findByRole('heading', { name: 'Launches' });
  const before = await listSets();
  await user.upload(screen.getByLabelText('File of question sets'), chosen);
  return { user, container, before };
}

test.each([
  ['a text', 'Dear all,\nsee you', /line 1 cannot be read/],
  ['a broken line', '{\n  "peerside": "question-sets"\n  "version": 1\n}', /line 3 cannot be read/],
  ['another shape', '{"vcards": []}', /not a file of question sets/],
  ['another file of ours', '{"peerside": "backup"}', /not a file of question sets/],
  ['a later version', '{"peerside": "question-sets", "version": 3}', /has version 3/],
  ['no sets', content([]), /no sets in this file/],
  [
    '20,001 questions',
    content([{ title: 'A', questions: Array(20_001).fill({ text: 'Q?' }) }]),
    /has 20,001 questions/,
  ],
  ['2,001 sets', content(Array(2_001).fill({ title: 'A', questions: [] })), /has 2,001 sets/],
])('%s is refused in its place, and nothing is changed', async (_, text, message) => {
  const { user, container, before } = await choose(file(text));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(message);
  expect(alert.textContent).toContain('Nothing was changed.');
  expect(screen.getByText('launch-questions.json')).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import' }));
  expect(await listSets()).toEqual(before);
});

test('a file of 50 MB is refused by its size, and not read', async () => {
  const large = file('{}');
  Object.defineProperty(large, 'size', { value: 50_000_000 });
  const read = vi.spyOn(large, 'text');
  await choose(large);
  expect((await screen.findByRole('alert')).textContent).toMatch(/too large: 50 MB.*at most 10 MB/);
  expect(read).not.toHaveBeenCalled();
});

test('a file that cannot be read says so', async () => {
  const gone = file('{}');
  vi.spyOn(gone, 'text').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await choose(gone);
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be read.*Choose it again/);
});

test('problems are listed by line and value; the questions that are fine can be imported', async () => {
  const fine = { text: 'What else?', trust: 'new' };
  const { user, container, before } = await choose(
    file(
      content([
        {
          title: 'Launches',
          questions: [fine, { text: 'B?', trust: 'high' }, { text: '' }, { text: 'C?', goals: ['peace'] }],
        },
      ]),
    ),
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('3 parts of this file have a problem');
  expect(alert.textContent).toContain('"trust": "high"use new, working or trusted');
  expect(alert.textContent).toContain('"text": ""a question needs words');
  expect(alert.textContent).toMatch(/"peace"use a list of: rapport/);
  await expectAccessible(container);
  expect(await listSets()).toEqual(before);
  await user.click(await screen.findByRole('button', { name: 'Import 1 question' }));
  await waitFor(async () =>
    expect((await listSets())[0]?.questions.map((one) => one.text)).toEqual(['What helps?', 'What else?']),
  );
});

test('more than a thousand questions can be imported; the first of them are listed, the others counted', async () => {
  const many = Array.from({ length: 1_200 }, (_, index) => ({ text: `What about part ${index}?` }));
  const { user } = await choose(file(content([{ title: 'Parts', questions: many }])));
  await screen.findByText('1,200 new questions');
  screen.getByText('What about part 199?');
  expect(screen.queryByText('What about part 200?')).toBeNull();
  screen.getByText('and 1,000 more');
  await user.click(screen.getByRole('button', { name: 'Import 1,200 questions' }));
  await waitFor(async () =>
    expect((await listSets()).find(({ title }) => title === 'Parts')?.questions).toHaveLength(1_200),
  );
});

test('ten thousand questions are counted, a few of them shown, and none taken before it is wanted', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ text: `What about part ${index}?` }));
  const { user, container, before } = await choose(file(content([{ title: 'Parts', questions: many }])));
  await screen.findByText('10,000 new questions');
  expect(screen.getAllByText(/^What about/).length).toBeLessThanOrEqual(200);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(container.textContent).not.toContain('new questions'));
  expect(await listSets()).toEqual(before);
});

test('shows what would change, changes nothing before it is wanted, and can be taken back', async () => {
  const { user, container, before } = await choose(
    file(
      content([
        {
          title: 'launches',
          questions: [{ text: 'What helps?', trust: 'trusted' }, { text: 'What hinders?' }],
        },
        { title: 'Retros', questions: [{ text: 'What next?' }] },
      ]),
    ),
  );
  expect(await screen.findByText('name, goals or trust changed, 1 new question, 1 changed')).toBeDefined();
  expect(screen.getByText('1 new question')).toBeDefined();
  await expectAccessible(container);
  expect(await listSets()).toEqual(before);
  await user.click(screen.getByRole('button', { name: 'Import 3 questions' }));
  await waitFor(async () => expect((await listSets()).map((set) => set.title)).toContain('Retros'));
  expect(screen.queryByText('launch-questions.json')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await listSets()).toEqual(before));
  // Wherever the focus was, it is not lost with what was taken back.
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
});

test('a file whose content is here already says so', async () => {
  await choose(file(content([{ title: 'Launches', questions: [{ text: 'What helps?' }] }])));
  expect(await screen.findByRole('heading', { name: 'All of this is here already' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
});

test('Cancel closes without a change', async () => {
  const { user, before } = await choose(
    file(content([{ title: 'Retros', questions: [{ text: 'What next?' }] }])),
  );
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(screen.queryByText('launch-questions.json')).toBeNull();
  expect(await listSets()).toEqual(before);
});

test('counts what it would import, and says how many are here already', async () => {
  const texts = ['What helps?', 'One?', 'Two?'];
  const { user } = await choose(
    file(content([{ title: 'Launches', questions: texts.map((text) => ({ text })) }])),
  );
  await screen.findByText('1 is here already.');
  await user.click(screen.getByRole('button', { name: 'Import 2 questions' }));
  await screen.findByText('Imported 2 questions');
  expect((await listSets())[0]?.questions).toHaveLength(3);
});

test('with problems, and what is fine here already, it offers no import', async () => {
  const questions = [{ text: 'What helps?' }, { text: 'B?', trust: 'high' }];
  await choose(file(content([{ title: 'Launches', questions }])));
  await screen.findByRole('heading', { name: 'All of this is here already' });
  expect(screen.getByRole('alert').textContent).toContain('Mend the file and choose it again.');
  expect(screen.getByRole('alert').textContent).not.toContain('that is fine');
});

test('the focus stays when Undo takes away what had it', async () => {
  const { user } = await choose(file(content([{ title: 'Retros', questions: [{ text: 'What next?' }] }])));
  await user.click(await screen.findByRole('button', { name: 'Import 1 question' }));
  (await screen.findByRole('link', { name: /^Retros/ })).focus();
  await user.keyboard('{F6}{Enter}');
  await waitFor(() => expect(screen.queryByRole('link', { name: /^Retros/ })).toBeNull());
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Question sets' })),
  );
});
