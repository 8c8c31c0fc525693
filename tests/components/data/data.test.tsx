import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { BackUp } from '../../../components/data/BackUp.tsx';
import { DataNotice } from '../../../components/data/DataNotice.tsx';
import { LossBanner } from '../../../components/data/Loss.tsx';
import { Plan } from '../../../components/data/Plan.tsx';
import { Restore } from '../../../components/data/Restore.tsx';
import { FirstRun } from '../../../components/today/FirstRun.tsx';
import { NOTHING } from '../../../prep/backup/merge.ts';
import { addFact } from '../../../storage/facts.ts';
import { checkSentinel, readSentinel, refreshSentinel, type Sentinel } from '../../../storage/sentinel.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from '../options/setup.ts';
import '../../setup/few-rounds.ts';

beforeEach(emptyDatabase);

const chosen = (text: string) => ({ name: 'a-file.peerside', file: new Blob([text]) });

test('a passphrase is asked for twice, and the button says why not by what is missing', async () => {
  const user = userEvent.setup();
  const { container } = render(<BackUp />);
  const save = screen.getByRole('button', { name: 'Save a backup' });
  expect(save.getAttribute('aria-disabled')).toBe('false');
  await user.click(screen.getByRole('checkbox', { name: 'Lock the file with a passphrase' }));
  expect(save.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/no way to recover it/)).toBeDefined();
  await user.type(screen.getByLabelText('Passphrase'), 'short');
  expect(screen.getByText('At least 8 characters')).toBeDefined();
  await user.type(screen.getByLabelText('Passphrase'), ' no more');
  await user.type(screen.getByLabelText('Once more'), 'another');
  expect(screen.getByText('Not the same yet')).toBeDefined();
  await expectAccessible(container);
  await user.click(save);
  expect((await readSentinel())?.lastBackup ?? null).toBeNull();
  await user.clear(screen.getByLabelText('Once more'));
  await user.type(screen.getByLabelText('Once more'), 'short no more');
  expect(save.getAttribute('aria-disabled')).toBe('false');
});

test.each([
  ['another text', 'Dear all', 'This is not a backup of Peerside'],
  ['a file of question sets', '{"peerside":"question-sets"}', 'This is not a backup of Peerside'],
  ['an empty file', '', 'This file is empty'],
  [
    'a backup of a newer Peerside',
    '{"peerside":"backup","format":2}',
    'This backup is from a newer Peerside',
  ],
  [
    'one that ends too early',
    '{"peerside":"backup","format":1,"schema":1,"app":"1","createdAt":"2026-11-19T14:00:00.000Z","install":"i"}\n',
    'This file ends too early',
  ],
])('%s is refused in its place, says what is safe and what to do', async (_, text, heading) => {
  const user = userEvent.setup();
  const closed = vi.fn();
  const { container } = render(<Restore chosen={chosen(text)} onChosen={closed} />);
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByRole('heading', { name: heading })).toBeDefined();
  expect(alert.textContent).toContain('Nothing was changed.');
  await expectAccessible(container);
  await user.click(within(alert).getByRole('button', { name: 'Close' }));
  expect(closed).toHaveBeenCalledWith(undefined);
});

test('a plan names what would change by kind, and leaves out what would not', async () => {
  const { container, rerender } = render(
    <Plan
      mode="merge"
      outcomes={{
        people: { ...NOTHING, fresh: 2, same: 7 },
        notes: { ...NOTHING, changed: 1, beside: 1 },
        questions: { ...NOTHING, deleted: 1 },
        questionSets: { ...NOTHING, deleted: 2 },
      }}
    />,
  );
  const table = screen.getByRole('table', { name: 'What would change here' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ['Kind', 'New', 'Newer in the file', 'Deleted', 'The same'],
    ['Peers', '2', '0', '0', '7'],
    ['Notes', '0', '1', '0', '0'],
    ['Questions', '0', '0', '3', '0'],
  ]);
  expect(screen.getByText(/1 note was changed in both places/)).toBeDefined();
  await expectAccessible(container);
  rerender(<Plan mode="merge" outcomes={{ people: { ...NOTHING, same: 9 } }} />);
  expect(screen.getByText('All of this is here already. Nothing would change.')).toBeDefined();
});

/** Somebody who wrote nine facts, all of which the browser lost. */
async function lose(): Promise<Sentinel> {
  await checkSentinel();
  for (let index = 0; index < 9; index += 1) await addFact('steve', `Fact ${index}`);
  await refreshSentinel();
  await emptyDatabase();
  return (await checkSentinel()).sentinel;
}

test('nobody whose data was lost is greeted as new, until it is decided', async () => {
  const sentinel = await lose();
  const greeting = render(<FirstRun onSample={() => {}} onAddPerson={() => {}} inbox={0} />);
  const { container } = render(<DataNotice now={new Date()} />);
  expect(await screen.findByRole('heading', { name: 'Your notes are not where they were' })).toBeDefined();
  expect(greeting.container.textContent).toBe('');
  await expectAccessible(container);

  const user = userEvent.setup();
  const banner = render(<LossBanner sentinel={sentinel} onChosen={() => {}} />);
  expect(banner.container.textContent).toContain('Of the 9 things you wrote down, 0 are left');
  expect(banner.container.textContent).toContain('No copy has been kept yet.');
  await expectAccessible(banner.container);
  await user.click(within(banner.container as HTMLElement).getByRole('button', { name: 'Start empty' }));
  await waitFor(async () => expect((await readSentinel())?.loss).toBeNull());
});

test('somebody new is greeted', async () => {
  render(<FirstRun onSample={() => {}} onAddPerson={() => {}} inbox={0} />);
  expect(await screen.findByRole('heading', { level: 1 })).toBeDefined();
});

test('a backup that is due is said once, and can be put off', async () => {
  await checkSentinel(new Date('2026-11-01T10:00:00Z'));
  await addFact('steve', 'Took up the cello');
  await refreshSentinel();
  const user = userEvent.setup();
  const { container } = render(<DataNotice now={new Date('2026-11-19T10:00:00Z')} />);
  expect(await screen.findByText(/There is no backup yet/)).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'In 3 days' }));
  await waitFor(() => expect(container.textContent).toBe(''));
  expect(await browser.storage.local.get('backup-reminder')).toEqual({
    'backup-reminder': { days: 14, notBefore: '2026-11-22T10:00:00.000Z' },
  });
});
