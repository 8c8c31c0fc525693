import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel.tsx';
import { db } from '../../../storage/db.ts';
import { addDecision } from '../../../storage/decisions.ts';
import { markNote } from '../../../storage/note-mark.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { expectAccessible } from '../../setup/components.ts';
import { NOW, STEVE } from '../brief/open.tsx';
import { beginsOnSampleDay } from './sample-person.ts';

beginsOnSampleDay();

async function openPerson(id = STEVE, name = 'Steve Tan') {
  const user = userEvent.setup();
  location.hash = `person/${encodeURIComponent(id)}`;
  const view = render(<Panel current={undefined} onCurrent={() => {}} />);
  await screen.findByRole('heading', { level: 1, name });
  return { ...view, user };
}

const pencil = (name: RegExp) => screen.findByRole('button', { name });
const form = async () => within(await screen.findByRole('form', { name: 'Change' }));

test('a fact: its words, its kind and its day; taken back', async () => {
  const { user, container } = await openPerson();
  const before = await db.facts.filter(({ text }) => /cello/.test(text)).first();
  await user.click(await pencil(/^Change: Daughter Lia/));
  const fields = await form();
  await user.clear(fields.getByRole('textbox', { name: 'Words' }));
  await user.type(fields.getByRole('textbox', { name: 'Words' }), 'Lia plays the cello in public');
  await user.selectOptions(fields.getByRole('combobox', { name: 'What it is about' }), 'Music');
  await expectAccessible(container);
  await user.click(fields.getByRole('button', { name: 'Save' }));
  await screen.findByText('Lia plays the cello in public');
  await screen.findByText('Music');
  expect(await db.facts.get(before?.id ?? '')).toMatchObject({ kind: 'music', confirmedOn: '2026-11-19' });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Change: Lia/));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Daughter Lia took up the cello');
  expect(await db.facts.get(before?.id ?? '')).toMatchObject({ kind: before?.kind });
});

test('a note: what it is about, the cover sheet, a mark; a marked one leaves the sheet', async () => {
  const { id } = await addThought([STEVE], 'The hand-over is rough');
  const { user, container } = await openPerson();
  await user.click(await pencil(/^Change: The hand-over/));
  let fields = await form();
  await user.click(fields.getByRole('checkbox', { name: 'friction' }));
  await user.click(fields.getByRole('checkbox', { name: 'May stand on a cover sheet' }));
  await expectAccessible(container);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('may stand on a cover sheet, friction');
  expect(await db.notes.get(id)).toMatchObject({ tags: ['friction'], shareable: true });
  await user.click(await pencil(/^Change: The hand-over/));
  fields = await form();
  await user.selectOptions(
    fields.getByRole('combobox', { name: 'What kind of note' }),
    'Vent note, gone after 7 days',
  );
  expect(fields.getByRole('checkbox', { name: 'May stand on a cover sheet' })).toHaveProperty(
    'disabled',
    true,
  );
  await user.click(fields.getByRole('button', { name: 'Save' }));
  await screen.findByText(/^vent note, goes by itself on/);
  expect(await db.notes.get(id)).toMatchObject({
    sensitivity: 'vent',
    expiresOn: '2026-11-26',
    shareable: false,
  });
});

test('other words of a note that will go leave it its day', async () => {
  const { id } = await addThought([STEVE], 'He was late');
  await markNote(id, 'vent-30', NOW);
  const { user } = await openPerson();
  await user.click(await pencil(/^Change: He was late/));
  await user.type((await form()).getByRole('textbox', { name: 'Words' }), ' again');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('He was late again');
  expect(await db.notes.get(id)).toMatchObject({ sensitivity: 'vent', expiresOn: '2026-12-19' });
});

test('a decision, a promise: their days and how they stand', async () => {
  await addDecision(
    { personIds: [STEVE], meetingId: null, text: 'One board', againOn: '2026-11-30', at: NOW.toISOString() },
    NOW,
  );
  const { user } = await openPerson();
  await user.click(await pencil(/^Change: One board/));
  await user.selectOptions((await form()).getByRole('combobox', { name: 'How it stands' }), 'given up');
  await user.click((await form()).getByRole('button', { name: 'Save' }));
  await screen.findByText('given up');
  expect(await db.decisions.toArray()).toMatchObject([{ state: 'dropped', openFor: [] }]);
  expect((await db.decisions.toArray())[0]?.closedAt).not.toBeNull();
  await user.click(await pencil(/^Change: Name a tester/));
  await user.selectOptions((await form()).getByRole('combobox', { name: 'Whose promise' }), 'both of you');
  await user.click((await form()).getByRole('button', { name: 'Save' }));
  await screen.findByText(/, both of you$/);
});

test('nothing is stored without words, given up, or deleted for good by a slip', async () => {
  const { id } = await addThought([STEVE], 'A thought');
  const { user, container } = await openPerson();
  await user.click(await pencil(/^Change: A thought/));
  const field = (await form()).getByRole('textbox', { name: 'Words' });
  await user.clear(field);
  await user.click((await form()).getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Write something, or delete it.');
  await expectAccessible(container);
  await user.keyboard('{Escape}');
  await screen.findByText('A thought');
  await user.click(await pencil(/^Change: A thought/));
  expect((await form()).getByRole('textbox', { name: 'Words' })).toHaveProperty('value', 'A thought');
  await user.click((await form()).getByRole('button', { name: 'Delete' }));
  await waitFor(async () => expect(await db.notes.get(id)).toBeUndefined());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('A thought');
});

test('what was typed and not stored is there again; what cannot be stored stays in its field', async () => {
  await addThought([STEVE], 'A thought');
  const first = await openPerson();
  await first.user.click(await pencil(/^Change: A thought/));
  await first.user.type((await form()).getByRole('textbox', { name: 'Words' }), ' and more');
  first.unmount();
  const { user } = await openPerson();
  await user.click(await pencil(/^Change: A thought/));
  const field = (await form()).getByRole('textbox', { name: 'Words' });
  await waitFor(() => expect(field).toHaveProperty('value', 'A thought and more'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = vi.spyOn(db, 'transaction').mockRejectedValue(new Error('no disk'));
  await user.click((await form()).getByRole('button', { name: 'Save' }));
  await screen.findByText('Not stored; what was there is unchanged. Try again.');
  expect(field).toHaveProperty('value', 'A thought and more');
  broken.mockRestore();
  await user.click((await form()).getByRole('button', { name: 'Save' }));
  await screen.findByText('A thought and more');
});

test('another day to look at the series, also where there was none', async () => {
  const { id } = await addPerson(personDraft('New Here'));
  const { user, container } = await openPerson(id, 'New Here');
  const set = async (day: string) => {
    await user.click(screen.getByRole('button', { name: /^Series, to look at again/ }));
    const field = screen.getByLabelText('Series, to look at again');
    await user.clear(field);
    await user.type(field, day);
    await user.keyboard('{Enter}');
  };
  await set('2027-01-15');
  await waitFor(async () =>
    expect(await db.reviews.where('personIds').equals(id).toArray()).toMatchObject([
      { reviewOn: '2027-01-15', openOn: '2027-01-15', startedOn: '2026-11-19', outcome: null },
    ]),
  );
  await expectAccessible(container);
  await screen.findByRole('button', { name: /^Series, to look at again: .*15 January/ });
  await set('2027-02-20');
  await waitFor(async () =>
    expect(await db.reviews.where('personIds').equals(id).toArray()).toMatchObject([
      { reviewOn: '2027-02-20', openOn: '2027-02-20' },
    ]),
  );
});

test('a meeting is logged from the page, and its close-out opens', async () => {
  const { user } = await openPerson();
  await user.click(screen.getByRole('button', { name: /Steve Tan$/ }));
  await user.click(await screen.findByRole('option', { name: /met/i }));
  await screen.findByRole('heading', { level: 1, name: /Steve Tan/ });
  await screen.findByRole('button', { name: /^When/ });
  expect(
    await db.meetings.filter(({ source, day }) => source === 'logged' && day === '2026-11-19').count(),
  ).toBe(1);
});

test('notes by what they are about; friction is offered as something small to do together', async () => {
  const rough = await addThought([STEVE], 'The hand-over is rough\nand late');
  const vent = await addThought([STEVE], 'He never listens');
  await addThought([STEVE], 'Another thought');
  await db.notes.update(rough.id, { tags: ['friction'] });
  await db.notes.update(vent.id, { tags: ['friction'], sensitivity: 'vent' });
  const { user, container } = await openPerson();
  await user.click(screen.getByRole('radio', { name: 'Notes' }));
  await screen.findByText('Another thought');
  await user.click(await screen.findByRole('checkbox', { name: 'friction' }));
  await waitFor(() => expect(screen.queryByText('Another thought')).toBeNull());
  screen.getByText(/^The hand-over is rough/, { selector: 'p' });
  await expectAccessible(container);
  screen.getByText('There are questions for it: How our teams work together.');
  await db.people.update(STEVE, { goal: 'rapport' });
  await user.click(
    await screen.findByRole('button', { name: 'Make Work better the goal of the next meeting' }),
  );
  await screen.findByText('The goal of the next meeting is Work better.');
  expect((await db.people.get(STEVE))?.goal).toBe('work-better');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await db.people.get(STEVE))?.goal).toBe('rapport'));
  await user.click(screen.getByRole('checkbox', { name: 'friction' }));
  await screen.findByText('Another thought');
  await user.click(screen.getByText('Something small together'));
  expect(screen.queryByRole('button', { name: 'He never listens' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'The hand-over is rough' }));
  const titles = screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value);
  expect(titles).toContain('The hand-over is rough');
});

test('somebody who is there twice is brought together, and taken apart again', async () => {
  const { id } = await addPerson(personDraft('Stephen Tan', ['stephen@b.example']));
  await addThought([id], 'From the other one');
  const { user, container } = await openPerson();
  await user.click(screen.getByRole('button', { name: /^The same person/ }));
  const other = await screen.findByRole('combobox', { name: 'Who else here is really Steve Tan?' });
  expect(document.activeElement).toBe(other);
  expect(screen.getByRole('button', { name: 'Bring together' })).toHaveProperty('disabled', true);
  await user.selectOptions(other, 'Stephen Tan');
  screen.getByText(/^Everything about Stephen Tan will be about Steve Tan/);
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Bring together' }));
  await screen.findByText('From the other one');
  expect(await db.people.get(id)).toBeUndefined();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText('From the other one')).toBeNull());
  expect(await db.people.get(id)).toMatchObject({ name: 'Stephen Tan' });
  await user.click(screen.getByRole('button', { name: /^The same person/ }));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('combobox', { name: /too\?$/ })).toBeNull();
});
