import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { QuestionList } from '../../../components/question-sets/QuestionList.tsx';
import { QuestionSets } from '../../../components/question-sets/QuestionSets.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import type { SetWithQuestions } from '../../../prep/question-import.ts';
import { db } from '../../../storage/db.ts';
import { readDraft } from '../../../storage/drafts.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { addSet, listSets } from '../../../storage/question-sets.ts';
import { addQuestion } from '../../../storage/questions.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

beforeEach(emptyDatabase);
afterEach(() => vi.restoreAllMocks());

const saved: { name: string; text: string }[] = [];
beforeEach(() => saved.splice(0));

function Page() {
  const [chosen, setChosen] = useState<string>();
  return (
    <ToastProvider>
      <main>
        <QuestionSets
          chosen={chosen}
          hrefOf={(id) => `#question-sets/${encodeURIComponent(id)}`}
          onChoose={setChosen}
          save={(name, text) => saved.push({ name, text })}
        />
      </main>
    </ToastProvider>
  );
}

/** The page over a set of the user's own with these questions. */
async function show(...texts: string[]) {
  const set = await addSet('Launches');
  for (const text of texts) await addQuestion(set.id, text);
  const user = userEvent.setup();
  const { container } = render(<Page />);
  await screen.findByRole('heading', { name: 'Launches' });
  return { user, container, id: set.id };
}

const questions = () =>
  within(screen.getByRole('list', { name: /^Questions of/ }))
    .queryAllByRole('listitem')
    .map((row) => row.querySelectorAll('button')[1]?.textContent);
const own = async () => (await listSets()).filter((set) => !set.builtIn);
const stored = async () => (await own())[0]?.questions.map((question) => question.text);

describe('the list of sets', () => {
  test('fills in what is built in when there is nothing, and shows the first', async () => {
    const { container } = render(<Page />);
    expect(await screen.findByRole('heading', { name: 'First conversation', level: 2 })).toBeDefined();
    expect(within(screen.getByRole('list', { name: 'Built in' })).getAllByRole('listitem')).toHaveLength(12);
    expect(screen.getByText(/None yet/)).toBeDefined();
    await expectAccessible(container);
  });

  test('a set is switched off and on', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('switch', { name: 'Use Launches' }));
    await screen.findByText('1 question, off');
    expect((await own())[0]?.on).toBe(false);
    await user.click(screen.getByRole('switch', { name: 'Use Launches' }));
    await waitFor(async () => expect((await own())[0]?.on).toBe(true));
  });

  test('a new set starts with its name being written', async () => {
    const { user, container } = await show();
    await user.click(screen.getByRole('button', { name: 'New set' }));
    const field = await screen.findByRole('textbox', { name: 'Name of the set' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await expectAccessible(container);
    await user.clear(field);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('A set needs a name.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.type(field, 'Retro{Enter}');
    expect(await screen.findByRole('heading', { name: 'Retro', level: 2 })).toBeDefined();
    expect((await own()).map((set) => set.title)).toEqual(['Launches', 'Retro']);
  });

  test('a set that is deleted comes back with Undo, questions and all', async () => {
    const { user } = await show('One?', 'Two?');
    await user.click(screen.getByRole('button', { name: /Delete this set/ }));
    await waitFor(async () => expect(await own()).toEqual([]));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('heading', { name: 'Launches' })).toBeDefined();
    expect(await stored()).toEqual(['One?', 'Two?']);
  });

  test('a built-in set that was deleted can be brought back later', async () => {
    const user = userEvent.setup();
    render(<Page />);
    await screen.findByRole('heading', { name: 'First conversation', level: 2 });
    await user.click(screen.getByRole('button', { name: /Delete this set/ }));
    // The keyboard goes on in the set that takes its place.
    const next = await screen.findByRole('region', { name: 'The person, not the role' });
    await waitFor(() => expect(document.activeElement).toBe(next));
    await user.click(await screen.findByRole('button', { name: 'Bring back what is built in' }));
    expect(await screen.findByRole('switch', { name: 'Use First conversation' })).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: /Bring back/ })).toBeNull());
  });

  test('a copy is the own of the user', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'Copy this set' }));
    await screen.findByRole('textbox', { name: 'Name of the set' });
    expect((await own()).map((set) => set.title)).toEqual(['Launches', 'Launches, my copy']);
  });

  test('sets move with Alt and an arrow, the focus stays, and it is said', async () => {
    const { user, container } = await show();
    await addSet('Retros');
    const order = () =>
      within(screen.getByRole('list', { name: 'Yours' }))
        .getAllByRole('link')
        .map((link) => link.firstChild?.textContent);
    await waitFor(() => expect(order()).toEqual(['Launches', 'Retros']));
    screen.getByRole('button', { name: 'Move Retros' }).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(order()).toEqual(['Retros', 'Launches']));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Retros' }));
    expect(screen.getByText('Retros: now 1 of 2')).toBeDefined();
    await waitFor(async () => expect((await own()).map((set) => set.title)).toEqual(['Retros', 'Launches']));
    await expectAccessible(container);
  });
});

describe('the editor of a set', () => {
  test('renames and describes as it is typed; Esc puts back what was', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'Rename and describe' }));
    const name = screen.getByRole('textbox', { name: 'Name of the set' });
    await user.clear(name);
    await user.type(name, 'Support launches');
    await user.type(screen.getByRole('textbox', { name: 'What it is for' }), 'Before each launch{Enter}');
    expect(await screen.findByText('Before each launch')).toBeDefined();
    expect((await own())[0]).toMatchObject({ title: 'Support launches', description: 'Before each launch' });
    await user.click(screen.getByRole('button', { name: 'Rename and describe' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the set' }), ' no{Escape}');
    await waitFor(async () => expect((await own())[0]?.title).toBe('Support launches'));
  });

  test('goals and trust of the set', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'Ideas' }));
    await user.click(screen.getByRole('button', { name: '4 more' }));
    await user.click(screen.getByRole('button', { name: 'Support' }));
    await user.click(screen.getByRole('radio', { name: 'Trusted' }));
    expect(await screen.findByRole('radio', { name: 'From Trusted on' })).toBeDefined();
    await waitFor(async () =>
      expect((await own())[0]).toMatchObject({ goals: ['ideas', 'support'], trust: 'trusted' }),
    );
  });

  test('a goal that cannot be stored is said, and its chip says again what is', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { user, container } = await show('One?');
    const chip = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');
    const refuse = vi.spyOn(db.questionSets, 'update').mockRejectedValue(new Error('disk full'));
    await user.click(screen.getByRole('button', { name: 'Ideas' }));
    await screen.findByText(/^Not stored/);
    await waitFor(() => expect(chip('Ideas')).toBe('false'));
    refuse.mockRestore();
    await user.click(screen.getByRole('button', { name: '4 more' }));
    await user.click(screen.getByRole('button', { name: 'Support' }));
    await waitFor(async () => expect((await own())[0]?.goals).toEqual(['support']));
    expect([chip('Ideas'), chip('Support')]).toEqual(['false', 'true']);
    await expectAccessible(container);
  });

  test('questions are added one after another; an empty one says what is missing', async () => {
    const { user, container } = await show();
    expect(screen.getByText(/No questions yet/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Add a question' }));
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('A question needs words.');
    await user.keyboard('What helps?{Enter}');
    await waitFor(() => expect(questions()).toEqual(['What helps?']));
    await user.keyboard('What hinders?{Enter}');
    await waitFor(() => expect(questions()).toEqual(['What helps?', 'What hinders?']));
    await expectAccessible(container);
  });

  test('a question is edited in its place: Enter is done and the focus goes back to it', async () => {
    const { user, container } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'One?' }));
    await expectAccessible(container);
    await user.keyboard(' And why?{Enter}');
    const words = await screen.findByRole('button', { name: 'One? And why?' });
    await waitFor(() => expect(document.activeElement).toBe(words));
    expect(await stored()).toEqual(['One? And why?']);
  });

  test('Esc leaves a question as it was', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'One?' }));
    await user.keyboard(' And why?');
    await waitFor(async () => expect(await stored()).toEqual(['One? And why?']));
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'One?' })).toBeDefined();
    await waitFor(async () => expect(await stored()).toEqual(['One?']));
  });

  test('what is typed is stored without Enter; a question left empty comes back', async () => {
    const { user } = await show('One?', 'Two?');
    await user.click(screen.getByRole('button', { name: 'One?' }));
    await user.keyboard(' Now?');
    await user.click(screen.getByRole('button', { name: 'Two?' }));
    await waitFor(async () => expect(await stored()).toEqual(['One? Now?', 'Two?']));
    await user.keyboard('{Backspace}{Backspace}');
    await waitFor(async () => expect(await stored()).toEqual(['One? Now?', 'Tw']));
    await user.clear(screen.getByRole('textbox', { name: 'The question' }));
    await user.click(await screen.findByRole('button', { name: 'One? Now?' }));
    await waitFor(async () => expect(await stored()).toEqual(['One? Now?', 'Two?']));
  });

  test('a question emptied letter by letter is whole again when the page goes away', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'One?' }));
    const words = screen.getByRole('textbox', { name: 'The question' });
    fireEvent.input(words, { target: { value: 'O' } });
    await waitFor(async () => expect(await stored()).toEqual(['O']));
    fireEvent.input(words, { target: { value: '' } });
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect(await stored()).toEqual(['One?']));
    await waitFor(async () => expect(await browser.storage.local.get(null)).toEqual({}));
  });

  test('trust and goals of one question, copy and delete with Undo', async () => {
    const { user } = await show('One?', 'Two?');
    await user.click(screen.getAllByRole('button', { name: /^Trust: New\. / })[0]!);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await screen.findByRole('button', { name: /^Trust: Trusted\. / })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'One?' }));
    await user.click(
      within(screen.getByRole('group', { name: 'Goals of this question' })).getByRole('button', {
        name: 'Ideas',
      }),
    );
    await waitFor(async () =>
      expect((await own())[0]?.questions[0]).toMatchObject({ trust: 'trusted', goals: ['ideas'] }),
    );
    await user.click(screen.getAllByRole('button', { name: /^Edit, copy or delete: / })[1]!);
    await user.click(screen.getByRole('option', { name: 'Copy' }));
    await waitFor(async () => expect(await stored()).toEqual(['One?', 'Two?', 'Two?']));
    await user.click(screen.getAllByRole('button', { name: /^Edit, copy or delete: / })[1]!);
    await user.click(screen.getByRole('option', { name: 'Delete' }));
    await waitFor(async () => expect(await stored()).toEqual(['One?', 'Two?']));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await stored()).toEqual(['One?', 'Two?', 'Two?']));
  });

  test.each([
    ['{Alt>}{ArrowDown}{/Alt}', 'One?', ['Two?', 'One?', 'Three?'], 'One?: now 2 of 3'],
    ['{Alt>}{ArrowDown}{ArrowDown}{/Alt}', 'One?', ['Two?', 'Three?', 'One?'], 'One?: now 3 of 3'],
    ['{Alt>}{ArrowUp}{/Alt}', 'Three?', ['One?', 'Three?', 'Two?'], 'Three?: now 2 of 3'],
    ['{Alt>}{Home}{/Alt}', 'Three?', ['Three?', 'One?', 'Two?'], 'Three?: now 1 of 3'],
  ])('%s moves %s, keeps the focus and says where it is', async (keys, name, order, said) => {
    const { user } = await show('One?', 'Two?', 'Three?');
    screen.getByRole('button', { name: `Move ${name}` }).focus();
    await user.keyboard(keys);
    await waitFor(() => expect(questions()).toEqual(order));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `Move ${name}` }));
    expect(screen.getByText(said)).toBeDefined();
    await waitFor(async () => expect(await stored()).toEqual(order));
  });

  test('at the end of the list nothing moves and nothing is said', async () => {
    const { user } = await show('One?', 'Two?');
    screen.getByRole('button', { name: 'Move Two?' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{ArrowUp}');
    expect(questions()).toEqual(['One?', 'Two?']);
    expect(screen.queryByText(/: now/)).toBeNull();
  });

  test('a question is dragged by its grip', async () => {
    await show('One?', 'Two?', 'Three?');
    const rows = within(screen.getByRole('list', { name: /^Questions of/ })).getAllByRole('listitem');
    for (const [index, row] of rows.entries()) {
      vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, index * 40, 300, 40));
    }
    const grip = screen.getByRole('button', { name: 'Move One?' });
    grip.setPointerCapture = () => {};
    fireEvent.pointerDown(grip, { button: 0, pointerId: 1, clientY: 20 });
    fireEvent.pointerMove(grip, { pointerId: 1, clientY: 70 });
    await waitFor(() => expect(rows[2]?.dataset.drop).toBe('before'));
    fireEvent.pointerUp(grip, { pointerId: 1, clientY: 70 });
    await waitFor(async () => expect(await stored()).toEqual(['Two?', 'One?', 'Three?']));
  });

  test('a thousand questions show fifty at a time', async () => {
    const texts = Array.from({ length: 120 }, (_, index) => `Question ${index}?`);
    const { user } = await show(...texts);
    expect(questions()).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await user.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(questions()).toHaveLength(120);
    expect(screen.queryByRole('button', { name: /Show/ })).toBeNull();
  });

  test('shows what it would suggest for a peer', async () => {
    await addPerson({ ...personDraft('Steve Tan'), trust: 'working' });
    const { container } = await show('One?', 'Two?', 'Three?');
    expect(await screen.findByRole('button', { name: 'Preview for Steve Tan' })).toBeDefined();
    const list = screen.getByRole('list', { name: /would suggest/ });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(list.textContent).toMatch(/^Easy.*Central.*Deeper/);
    await expectAccessible(container);
  });
});

describe('export', () => {
  test('saves one set as a file without ids', async () => {
    const { user, id } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'Export this set' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/^peerside-launches-\d{4}-\d\d-\d\d\.json$/);
    expect(saved[0]?.text).not.toContain(id);
    expect(JSON.parse(saved[0]?.text ?? '').sets[0].questions[0].text).toBe('One?');
  });

  test('first says what names somebody', async () => {
    await addPerson(personDraft('Steve Tan'));
    const { user, container } = await show('What would Steve say?', 'Write to mei@example.com?', 'Fine?');
    await user.click(screen.getByRole('button', { name: 'Export all' }));
    expect(await screen.findByRole('heading', { name: '2 lines name somebody' })).toBeDefined();
    expect(saved).toEqual([]);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Save the file as it is' }));
    expect(saved).toHaveLength(1);
    expect(screen.queryByText(/name somebody/)).toBeNull();
  });
});

describe('what was begun', () => {
  const line = () => screen.queryByRole<HTMLInputElement>('textbox', { name: 'Add a question' });
  const button = () => screen.getByRole('button', { name: 'Add a question' });

  test('a question left with Esc gives the focus back, and is there when it is asked for again', async () => {
    const { user, container } = await show('One?');
    await user.click(button());
    await waitFor(() => expect(document.activeElement).toBe(line()));
    await user.keyboard('Half a ques{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button()));
    expect(line()).toBeNull();
    await user.click(button());
    await waitFor(() => expect(line()?.value).toBe('Half a ques'));
    await waitFor(() => expect(document.activeElement).toBe(line()));
    await expectAccessible(container);
    await user.keyboard('{End}tion?{Enter}');
    await waitFor(async () => expect(await stored()).toEqual(['One?', 'Half a question?']));
    await user.keyboard('{Escape}');
    await user.click(button());
    await waitFor(() => expect(line()?.value).toBe(''));
  });

  test('a question begun is there in a page opened anew, without taking the focus', async () => {
    const { user } = await show('One?');
    await user.click(button());
    await user.type(await screen.findByRole('textbox', { name: 'Add a question' }), 'Half');
    cleanup();
    render(<Page />);
    await waitFor(() => expect(line()?.value).toBe('Half'));
    expect(document.activeElement).toBe(document.body);
  });

  test('two windows with the same set: each keeps the question begun in it, and both are offered again', async () => {
    const { user } = await show('One?');
    await user.click(button());
    await user.type(await screen.findByRole('textbox', { name: 'Add a question' }), 'From one');
    const [chosen] = await listSets();
    const other = document.createElement('div');
    document.body.append(other);
    const list = () => (
      <ToastProvider>
        <QuestionList set={chosen as SetWithQuestions} />
      </ToastProvider>
    );
    render(list(), { container: other });
    const there = within(other);
    const lineThere = () => there.queryByRole<HTMLInputElement>('textbox', { name: 'Add a question' });
    await user.click(there.getByRole('button', { name: 'Add a question' }));
    await waitFor(() => expect(lineThere()?.value).toBe(''));
    await user.type(lineThere() as HTMLElement, 'From two');
    await waitFor(async () =>
      expect(Object.values(await browser.storage.local.get(null))).toEqual(['From one', 'From two']),
    );
    cleanup();
    document.body.append(other);
    render(list(), { container: other });
    await waitFor(() => expect(lineThere()?.value).toBe('From one'));
    await user.type(lineThere() as HTMLElement, '?{Enter}');
    await waitFor(() => expect(lineThere()?.value).toBe(''));
    await user.keyboard('{Escape}');
    await user.click(there.getByRole('button', { name: 'Add a question' }));
    await waitFor(() => expect(lineThere()?.value).toBe('From two'));
    await expectAccessible(other);
    cleanup();
    other.remove();
  });

  test('the name of a set is kept as the page goes away, and written the next time', async () => {
    const { user, id } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'Rename and describe' }));
    const field = await screen.findByRole('textbox', { name: 'Name of the set' });
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const put = vi.spyOn(db.questionSets, 'put').mockRejectedValue(new Error('closing'));
    const update = vi.spyOn(db.questionSets, 'update').mockRejectedValue(new Error('closing'));
    await user.clear(field);
    await user.type(field, 'Releases');
    dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect(await readDraft(`set title ${id}`)).toBe('Releases'));
    cleanup();
    put.mockRestore();
    update.mockRestore();
    render(<Page />);
    await screen.findByRole('heading', { name: 'Releases', level: 2 });
    await waitFor(async () => expect(await readDraft(`set title ${id}`)).toBeUndefined());
  });

  test('a deleted set that was just made comes back without its name open', async () => {
    const { user } = await show('One?');
    await user.click(screen.getByRole('button', { name: 'New set' }));
    const field = await screen.findByRole('textbox', { name: 'Name of the set' });
    await user.clear(field);
    await user.type(field, 'Retros{Enter}');
    await user.click(await screen.findByRole('button', { name: /^Delete this set/ }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('heading', { name: 'Retros', level: 2 });
    expect(screen.queryByRole('textbox', { name: 'Name of the set' })).toBeNull();
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  test('a switch that cannot be written goes back and says so', async () => {
    const { user } = await show('One?');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db.questionSets, 'put').mockRejectedValue(new Error('full'));
    vi.spyOn(db.questionSets, 'update').mockRejectedValue(new Error('full'));
    const box = screen.getByRole<HTMLInputElement>('switch', { name: 'Use Launches' });
    await user.click(box);
    await screen.findByText(/^Not stored/);
    expect(box.checked).toBe(true);
  });
});
