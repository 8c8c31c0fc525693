import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Options } from '../../../components/options/Options.tsx';
import { changeSettings, readSettings } from '../../../storage/settings.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#calendar';
});

const list = async () => (await readSettings()).notOffered;

test('whom the card offers no more is listed, offered again, and put away again by Undo', async () => {
  await changeSettings({ notOffered: ['rui@example.com', 'karin@example.com'] });
  const user = userEvent.setup();
  const { container } = render(<Options />);
  expect(await screen.findByText('karin@example.com')).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Offer rui@example.com again' }));
  await waitFor(async () => expect(await list()).toEqual(['karin@example.com']));
  await waitFor(() => expect(screen.queryByText('rui@example.com')).toBeNull());
  expect(document.activeElement?.textContent).toBe('Not offered as peers');
  await changeSettings({ notOffered: ['karin@example.com', 'noor@example.com'] });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () =>
    expect(await list()).toEqual(['karin@example.com', 'noor@example.com', 'rui@example.com']),
  );
});

test('nobody is said to be nobody', async () => {
  const { container } = render(<Options />);
  expect(await screen.findByText('Nobody.')).toBeDefined();
  await expectAccessible(container);
});
