import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { LockScreen } from '../../../components/lock/LockScreen.tsx';
import { LockSettings } from '../../../components/lock/LockSettings.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { db } from '../../../storage/db.ts';
import { isLocked, lockNow, readLock } from '../../../storage/lock.ts';
import { useSealer } from '../../../storage/lock-door.ts';
import { putLockOn } from '../../../storage/lock-rewrite.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { expectAccessible } from '../../setup/components.ts';
import '../../setup/few-rounds.ts';

beforeEach(async () => {
  useSealer(undefined);
  db.close({ disableAutoOpen: false });
  await db.delete({ disableAutoOpen: false });
});

/** Deriving a key takes its time, on purpose. */
const slow = { timeout: 10_000 };

test('a lock is put on with a passphrase typed twice and what that means understood, and taken off', async () => {
  await addThought(['steve'], 'a thought');
  const { container } = render(
    <ToastProvider>
      <LockSettings />
    </ToastProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Put a lock on…' }));
  await expectAccessible(container);
  const go = screen.getByRole('button', { name: 'Put the lock on' });
  await user.type(screen.getByLabelText('New passphrase'), 'short');
  expect(screen.getByLabelText('New passphrase').getAttribute('aria-invalid')).toBe('true');
  await user.type(screen.getByLabelText('New passphrase'), 'er horse');
  await user.type(screen.getByLabelText('Once more'), 'shorter hors');
  expect(screen.getByLabelText('Once more').getAttribute('aria-invalid')).toBe('true');
  await user.type(screen.getByLabelText('Once more'), 'e');
  expect(go.getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('checkbox', { name: /nobody can bring my data back/ }));
  await user.click(go);
  await screen.findByRole('button', { name: 'Lock now' }, slow);
  await screen.findByText(/The lock is on/, {}, slow);
  expect((await readLock())?.rewriting).toBeNull();
  await expectAccessible(container);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lock after a rest of' }), '5 minutes');
  await waitFor(async () => expect((await readLock())?.minutes).toBe(5));
  await user.click(screen.getByRole('button', { name: 'Take the lock off' }));
  await screen.findByRole('button', { name: 'Put a lock on…' }, slow);
  expect(await readLock()).toBeUndefined();
  expect((await db.notes.toArray()).map(({ text }) => text)).toEqual(['a thought']);
}, 30_000);

test('the locked screen tells a wrong passphrase, opens with the right one, and says what to do when it is forgotten', async () => {
  await putLockOn('correct horse', 0);
  await lockNow();
  const open = vi.fn();
  const { container } = render(<LockScreen onUnlocked={open} />);
  const user = userEvent.setup();
  const field = screen.getByLabelText('Passphrase');
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.type(field, 'wrong horse{Enter}');
  expect((await screen.findByRole('alert', {}, slow)).textContent).toContain('Not the passphrase');
  await user.click(screen.getByRole('button', { name: 'Passphrase forgotten?' }));
  expect(container.textContent).toContain('no way to recover');
  screen.getByRole('button', { name: 'Delete everything…' });
  await expectAccessible(container);
  await user.clear(field);
  await user.type(field, 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  await waitFor(() => expect(open).toHaveBeenCalled(), slow);
  expect(await isLocked()).toBe(false);
  cleanup();
}, 30_000);
