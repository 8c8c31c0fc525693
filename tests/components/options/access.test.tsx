import { act, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Calendar } from '../../../components/options/Calendar.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';
import { openToday } from '../overview/open-today.tsx';
import { emptyDatabase } from './setup.ts';

const { contains, request, onAdded, onRemoved } = browser.permissions as unknown as {
  contains: () => Promise<boolean>;
  request: (what: object) => Promise<boolean>;
  onAdded: { raise: () => void };
  onRemoved: { raise: () => void };
};
const calendar = { origins: ['https://calendar.google.com/*'] };
const missing = () => screen.queryByText(/^Your browser keeps Peerside out/);
let may = true;

beforeEach(async () => {
  await emptyDatabase();
  may = true;
  vi.mocked(contains)
    .mockReset()
    .mockImplementation(async () => may);
  vi.mocked(request).mockReset();
});

const options = () => {
  const user = userEvent.setup();
  const page = (
    <ToastProvider>
      <Calendar />
    </ToastProvider>
  );
  return { user, ...render(page) };
};

test('who took access to the calendar away is told, and asked for it within the click', async () => {
  const { user, container } = options();
  await screen.findByRole('heading', { name: 'Your addresses' });
  expect(missing()).toBeNull();
  may = false;
  act(onRemoved.raise);
  const button = await screen.findByRole('button', { name: 'Let Peerside in' });
  await expectAccessible(container);
  vi.mocked(request).mockResolvedValueOnce(false);
  await user.click(button);
  await screen.findByText(/^The browser did not let Peerside in/);
  vi.mocked(request).mockRejectedValueOnce(new Error('not declared'));
  await user.click(button);
  vi.mocked(request).mockImplementationOnce(async () => {
    may = true;
    onAdded.raise();
    return true;
  });
  await user.click(button);
  await screen.findByText(/Reload the calendar's tab/);
  await waitFor(() => expect(missing()).toBeNull());
  expect(vi.mocked(request).mock.calls).toEqual([[calendar], [calendar], [calendar]]);
  expect(vi.mocked(contains).mock.lastCall).toEqual([calendar]);
});

test('a browser that does not say is not complained of', async () => {
  vi.mocked(contains).mockRejectedValue(new Error('unknown'));
  options();
  await screen.findByRole('heading', { name: 'Your addresses' });
  await waitFor(() => expect(contains).toHaveBeenCalled());
  expect(missing()).toBeNull();
});

test('Today says it in one line while it is so, and leads to the options', async () => {
  await addPerson(personDraft('Ana'));
  may = false;
  const { user, container } = openToday();
  await waitFor(() => expect(missing()).not.toBeNull());
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'What to do' }));
  expect(vi.mocked(browser.tabs.create).mock.lastCall?.[0].url).toMatch(/options\.html#calendar$/);
  may = true;
  act(onAdded.raise);
  await waitFor(() => expect(missing()).toBeNull());
});
