import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Templates } from '../../../components/agenda/Templates.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { writeAgendaFile } from '../../../prep/agenda-file.ts';
import { BUILT_IN_TEMPLATES } from '../../../prep/agenda-templates.ts';
import { addTemplate } from '../../../storage/agenda-templates.ts';
import { db } from '../../../storage/db.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

async function open() {
  const user = userEvent.setup();
  const view = render(
    <ToastProvider>
      <main>
        <Templates />
      </main>
    </ToastProvider>,
  );
  await screen.findByRole('button', { name: 'Make an agenda' });
  return { ...view, user };
}
const titles = async () => (await db.agendaTemplates.orderBy('order').toArray()).map(({ title }) => title);

test('one of ours is copied, its steps changed, moved, added; the check-in stays', async () => {
  const { user, container } = await open();
  await user.click(screen.getByRole('button', { name: 'Copy: A shared problem, in six steps' }));
  const name = 'Steps of Copy of A shared problem, in six steps';
  const steps = await screen.findByRole('list', { name });
  expect(within(steps).queryByRole('button', { name: 'Remove: How are you arriving today?' })).toBeNull();
  await expectAccessible(container);
  await user.click(within(steps).getByRole('button', { name: 'Down: What could we do?' }));
  await user.click(within(steps).getByRole('button', { name: 'Remove: Whose agreement do we need next?' }));
  await user.click(screen.getByRole('button', { name: 'Add a step' }));
  await waitFor(async () => {
    const [template] = await db.agendaTemplates.toArray();
    expect(template?.steps.map(({ kind }) => kind)).toEqual([
      'check-in',
      'views',
      'agreement',
      'options',
      'decide-again',
      'plain',
    ]);
  });
  const title = screen.getByLabelText<HTMLInputElement>('Name');
  await user.clear(title);
  await user.type(title, 'Launches');
  await waitFor(async () => expect(await titles()).toEqual(['Launches']));
});

test('pressed before the last change is drawn: none undoes another; undo brings one step back, at its place', async () => {
  const { user } = await open();
  await addTemplate({
    title: 'Launches',
    description: '',
    goals: [],
    steps: ['A', 'B', 'C', 'D'].map((text) => ({ id: text, text, kind: 'plain' })),
  });
  const texts = async () => (await db.agendaTemplates.toArray())[0]?.steps.map(({ text }) => text);
  const steps = await screen.findByRole('list', { name: 'Steps of Launches' });
  const press = (name: string) => fireEvent.click(within(steps).getByRole('button', { name }));
  fireEvent.input(within(steps).getByLabelText('Step 1'), { target: { value: 'A first' } });
  press('Remove: B');
  press('Up: D');
  press('Down: A');
  fireEvent.click(screen.getByRole('button', { name: 'Add a step' }));
  await waitFor(async () => expect(await texts()).toEqual(['D', 'A first', 'C', 'New step']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await texts()).toEqual(['D', 'A first', 'B', 'C', 'New step']));
});

test('of two steps that are removed at once one stays', async () => {
  await open();
  await addTemplate({
    title: 'Launches',
    description: '',
    goals: [],
    steps: ['A', 'B'].map((text) => ({ id: text, text, kind: 'plain' })),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Remove: A' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove: B' }));
  await waitFor(() => expect(screen.getAllByLabelText(/^Step \d/)).toHaveLength(1));
  expect((await db.agendaTemplates.toArray())[0]?.steps).toMatchObject([{ text: 'B' }]);
  await screen.findByText('Left out: A');
});

test('one is deleted, and comes back', async () => {
  await addTemplate({
    title: 'Launches',
    description: '',
    goals: [],
    steps: [{ id: '1', text: 'A', kind: 'plain' }],
  });
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: 'Delete: Launches' }));
  await waitFor(async () => expect(await titles()).toEqual([]));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await titles()).toEqual(['Launches']));
});

const choose = (content: string, name = 'agendas.json') =>
  fireEvent.change(screen.getByLabelText('A file of agendas', { selector: 'input' }), {
    target: { files: [new File([content], name)] },
  });

test.each([
  ['{', /not a JSON file/],
  ['{"peerside":"question-sets","version":1}', /not a file of agendas/],
  ['{"peerside":"agendas","version":9,"agendas":[]}', /another version/],
  [
    '{"peerside":"agendas","version":1,"agendas":[{"title":"A","steps":[{"text":""}]}]}',
    /agendas\.0\.steps\.0\.text/,
  ],
  [' '.repeat(1_000_001), /too large.*at most 1 MB/],
])('a file that cannot be taken says why and what to do, and changes nothing: %#', async (content, why) => {
  const { container, user } = await open();
  choose(content, 'broken.json');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(why);
  expect(alert.textContent).toContain('Nothing was changed.');
  expect(await titles()).toEqual([]);
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import from a file' }));
});

test('a file shows what it would change before it does, and undo takes all of it back', async () => {
  await addTemplate({
    title: 'Launches',
    description: '',
    goals: [],
    steps: [{ id: '1', text: 'Old', kind: 'plain' }],
  });
  const { container, user } = await open();
  const [first] = BUILT_IN_TEMPLATES;
  const launches = {
    title: 'launches',
    description: '',
    goals: [],
    steps: [{ id: '1', text: 'New', kind: 'plain' as const }],
  };
  choose(writeAgendaFile([first!, launches]));
  const plan = await screen.findByRole('region', { name: 'Import of agendas.json' });
  await within(plan).findByText('What would change');
  expect(within(plan).getByText('launches').parentElement?.textContent).toContain('changed');
  expect(within(plan).getByText('New')).toBeTruthy();
  expect(await titles()).toEqual(['Launches']);
  await expectAccessible(container);
  await user.click(within(plan).getByRole('button', { name: 'Import 2 agendas' }));
  await waitFor(async () => expect(await titles()).toEqual(['launches', first!.title]));
  // The same file once more: nothing is doubled.
  choose(writeAgendaFile([first!, launches]));
  await screen.findByText('All of this is here already');
  expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await titles()).toEqual(['Launches']));
  expect((await db.agendaTemplates.toArray())[0]?.steps).toMatchObject([{ text: 'Old' }]);
});

test('before one is given to others, what names somebody is shown', async () => {
  const saved: string[] = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    saved.push((file as Blob).type);
    return 'blob:none';
  };
  try {
    await addPerson(personDraft('Steve Tan', ['steve@example.com']));
    await addTemplate({
      title: 'Launches',
      description: '',
      goals: [],
      steps: [{ id: '1', text: 'What Steve wants', kind: 'plain' }],
    });
    const { container, user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Export: Launches' }));
    await screen.findByText('One line names somebody');
    expect(screen.getByRole('link', { name: 'What Steve wants' })).toBeTruthy();
    expect(saved).toEqual([]);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Save the file as it is' }));
    expect(saved).toEqual(['application/json']);
    await screen.findByText(/^Saved as peerside-launches-/);
  } finally {
    URL.createObjectURL = create;
  }
});

test('a new one begins with its name, a new step with its words; what it is for is kept', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Make an agenda' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
  await user.keyboard('Launches');
  await waitFor(async () => expect(await titles()).toEqual(['Launches']));
  await user.type(screen.getByLabelText('What it is for'), 'Before each launch');
  await user.click(screen.getByRole('button', { name: 'Add a step' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Step 2')));
  await user.keyboard('Who tells support');
  await waitFor(async () =>
    expect(await db.agendaTemplates.toArray()).toMatchObject([
      { description: 'Before each launch', steps: [{}, { text: 'Who tells support' }] },
    ]),
  );
});
