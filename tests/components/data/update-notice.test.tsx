import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { UpdateNotice } from '../../../components/data/UpdateNotice.tsx';
import { expectAccessible } from '../../setup/components.ts';
import { openPanel, sampleDay } from '../brief/open.tsx';

afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await browser.storage.session.remove('update-ready');
});

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

test('who has a brief open all day is told there too, over the promises, and goes on typing', async () => {
  await sampleDay();
  const { container, user } = await openPanel();
  const note = screen.getByRole('textbox', { name: /^Before/ });
  await user.type(note, 'half a th');
  expect(screen.queryByText(/A newer Peerside is ready/)).toBeNull();
  await browser.storage.session.set({ 'update-ready': true });
  const notice = (await screen.findByText(/A newer Peerside is ready/)).closest('[role=status]');
  const promises = screen.getByRole('region', { name: /^Promises/ });
  expect(notice?.compareDocumentPosition(promises)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(document.activeElement).toBe(note);
  await user.keyboard('ought');
  expect(note).toHaveProperty('value', 'half a thought');
  await expectAccessible(container);
  await browser.storage.session.remove('update-ready');
  await waitFor(() => expect(screen.queryByText(/A newer Peerside is ready/)).toBeNull());
});
