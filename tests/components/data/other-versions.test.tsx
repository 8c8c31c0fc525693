import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { OtherVersions } from '../../../components/data/OtherVersions.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { useLive } from '../../../components/ui/useLive.ts';
import { versionId } from '../../../prep/backup/versions.ts';
import { db } from '../../../storage/db.ts';
import { noteRow, notesOfMeeting } from '../../../storage/notes.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from '../options/setup.ts';

beforeEach(emptyDatabase);

const of = { meetingId: 'm', kind: 'said' as const, personIds: ['steve'], at: '2026-11-19T14:00:00.000Z' };
const texts = async () => (await db.notes.toArray()).map(({ text }) => text);

function Brief() {
  const notes = useLive(() => notesOfMeeting('m'), []);
  return <OtherVersions notes={notes.value ?? []} />;
}

/** A note, and another text of it that a restore has kept beside it. */
async function open() {
  const note = await writeMeetingNote(of, 'From this window');
  await db.notes.add(
    noteRow({ ...note, id: versionId(note.id, 'From the laptop'), text: 'From the laptop' }),
  );
  const drawn = render(
    <ToastProvider>
      <Brief />
    </ToastProvider>,
  );
  await screen.findByRole('region', { name: 'Another version of this note' });
  return { ...drawn, user: userEvent.setup() };
}

test('offers the other text beside the note, and puts it below with a way back', async () => {
  const { container, user } = await open();
  expect(screen.getByText('From the laptop')).toBeDefined();
  expect(screen.queryByText('From this window')).toBeNull();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Put it below mine' }));
  await waitFor(async () => expect(await texts()).toEqual(['From this window\n\nFrom the laptop']));
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await texts()).toEqual(['From this window', 'From the laptop']));
});

test('deletes the other text with a way back, and never the note', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Delete it' }));
  await waitFor(async () => expect(await texts()).toEqual(['From this window']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await texts()).toHaveLength(2));
});

test('does not offer what stands in the note by now, and offers it again when it is taken out', async () => {
  await open();
  await writeMeetingNote(of, 'From this window\nFrom the laptop');
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  expect(await texts()).toHaveLength(2);
  await writeMeetingNote(of, 'From this window');
  await screen.findByRole('region', { name: 'Another version of this note' });
});
