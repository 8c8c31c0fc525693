import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { UpdateNotice } from '../../../components/data/UpdateNotice.tsx';
import { expectAccessible } from '../../setup/components.ts';

test('nothing while no newer version waits; then it says so and lets it in once, also after a failure', async () => {
  const user = userEvent.setup();
  const update = vi.fn().mockRejectedValueOnce(new Error('no'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { container } = render(<UpdateNotice onUpdate={update} />);
  expect(screen.queryByRole('status')).toBeNull();
  await browser.storage.session.set({ 'update-ready': true });
  await screen.findByText(/A newer Peerside is ready/);
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Update now' }));
  await waitFor(() => expect(console.error).toHaveBeenCalled());
  update.mockReturnValue(new Promise(() => {}));
  await user.click(await screen.findByRole('button', { name: 'Update now' }));
  await user.click(await screen.findByRole('button', { name: 'Updating' }));
  expect(update).toHaveBeenCalledTimes(2);
  await expectAccessible(container);
});
