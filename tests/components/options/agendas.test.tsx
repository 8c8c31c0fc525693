import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Templates } from '../../../components/agenda/Templates.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { writeAgendaFile } from '../../../prep/agenda-file.ts';
import { BUILT_IN_TEMPLATES } from '../../../prep/agenda-templates.ts';
import { addTemplate } from '../../../storage/agenda-templates.ts';
import { db } from '../../../storage/db.ts';
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

test('a file is taken over; one that is none says so and changes nothing', async () => {
  const { container } = await open();
  const choose = (content: string, name = 'agendas.json') =>
    fireEvent.change(screen.getByLabelText('A file of agendas', { selector: 'input' }), {
      target: { files: [new File([content], name)] },
    });
  choose('{', 'broken.json');
  expect((await screen.findByRole('alert')).textContent).toContain('broken.json');
  expect(await titles()).toEqual([]);
  await expectAccessible(container);
  choose(writeAgendaFile(BUILT_IN_TEMPLATES));
  await waitFor(async () => expect(await titles()).toEqual(BUILT_IN_TEMPLATES.map(({ title }) => title)));
  expect(screen.queryByRole('alert')).toBeNull();
});
