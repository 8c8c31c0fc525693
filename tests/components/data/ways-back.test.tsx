import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { BackUp } from '../../../components/data/BackUp.tsx';
import { Restore } from '../../../components/data/Restore.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { writeBackup } from '../../../storage/backup/write.ts';
import { db } from '../../../storage/db.ts';
import { forgetPerson } from '../../../storage/forget-person.ts';
import { LOCK } from '../../../storage/lock-there.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from '../options/setup.ts';
import '../../setup/few-rounds.ts';

beforeEach(emptyDatabase);

async function fileOfThree(): Promise<{ file: Blob; ids: string[] }> {
  const people = [];
  for (const name of ['Ana', 'Pedro', 'Steve']) people.push(await addPerson(personDraft(name)));
  const { blob } = await writeBackup();
  return { file: blob, ids: people.map(({ id }) => id) };
}

function openFile(file: Blob) {
  return render(
    <ToastProvider>
      <Restore chosen={{ name: 'a.peerside', file }} onChosen={vi.fn()} />
    </ToastProvider>,
  );
}

test('replacing says how many who were forgotten here would be back, before it is pressed', async () => {
  const user = userEvent.setup();
  const { file, ids } = await fileOfThree();
  await forgetPerson(ids[0]!);
  await forgetPerson(ids[1]!);
  const { container } = openFile(file);
  const replace = await screen.findByRole('radio', { name: /^Replace everything/ });
  expect(screen.queryByText(/brings back/)).toBeNull();
  await user.click(replace);
  await screen.findByRole('heading', { name: 'This brings back 2 people who were forgotten here' });
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Replace everything' }));
  await waitFor(async () => expect(await db.people.count()).toBe(3));
});

test('and says nothing of it when nobody was', async () => {
  const user = userEvent.setup();
  const { file } = await fileOfThree();
  openFile(file);
  await user.click(await screen.findByRole('radio', { name: /^Replace everything/ }));
  await screen.findByRole('table', { name: 'What would go, and what would come' });
  expect(screen.queryByText(/brings back/)).toBeNull();
});

test('while a lock is on the file is to be locked too, unless it is wished otherwise', async () => {
  const user = userEvent.setup();
  const { container } = render(<BackUp />);
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Lock the file with a passphrase' });
  expect(box.checked).toBe(false);
  await browser.storage.local.set({ [LOCK]: { rewriting: null } });
  await waitFor(() => expect(box.checked).toBe(true));
  const save = screen.getByRole('button', { name: 'Save a backup' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  await expectAccessible(container);
  await user.click(box);
  expect(save.getAttribute('aria-disabled')).toBe('false');
  // What was chosen stays chosen.
  await browser.storage.local.set({ [LOCK]: { rewriting: null, minutes: 5 } });
  expect(box.checked).toBe(false);
});
