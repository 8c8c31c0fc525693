import { act, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { JSX } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../components/ui/ErrorBoundary.tsx';
import { lazy } from '../../../components/ui/lazy.tsx';
import { Loading, Ready } from '../../../components/ui/States.tsx';
import { useLive } from '../../../components/ui/useLive.ts';
import { db } from '../../../storage/db.ts';
import { clearTrouble, type DatabaseTrouble, reportTrouble } from '../../../storage/db-trouble.ts';
import { addPerson, listPeople, personDraft } from '../../../storage/people.ts';
import { expectAccessible } from '../../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterEach(() => {
  clearTrouble();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('loading: nothing for 300 ms, then bars, after 5 s what to do', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { container } = render(<Loading />);
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  await pass(299);
  expect(container.innerHTML).toBe('');
  await pass(1);
  expect(screen.getByRole('status').textContent).toBe('Loading');
  await pass(4_699);
  expect(screen.queryByRole('heading')).toBeNull();
  await pass(1);
  screen.getByRole('heading', { name: 'This takes longer than it should' });
  vi.useRealTimers();
  await expectAccessible(container);
});

function People() {
  const live = useLive(listPeople, []);
  return (
    <main>
      <Ready live={live}>
        {(people) => <p>{people.length === 0 ? 'Nobody' : people.map((person) => person.name).join()}</p>}
      </Ready>
    </main>
  );
}

describe('a live query', () => {
  test('content, and what changes', async () => {
    const { container } = render(<People />);
    await screen.findByText('Nobody');
    await addPerson(personDraft('Ana'));
    await screen.findByText('Ana');
    await expectAccessible(container);
  });

  const troubles: [DatabaseTrouble['kind'], string][] = [
    ['blocked', 'Another Peerside window is in the way'],
    ['outdated', 'Peerside was updated in another window'],
    ['failed', 'Your notes could not be read'],
  ];
  test.each(troubles)(
    '%s: says what happened, what is safe and what to do, above what was there',
    async (kind, words) => {
      const { container } = render(<People />);
      await screen.findByText('Nobody');
      reportTrouble(kind, 'the browser’s words');
      const alert = await screen.findByRole('alert');
      expect(alert.querySelector('h3')?.textContent).toBe(words);
      expect(alert.textContent).toMatch(/safe|still where they were/);
      expect(alert.textContent).toContain('the browser’s words');
      screen.getByRole('button', { name: 'Reload' });
      screen.getByText('Nobody');
      await expectAccessible(container);
      // An answer means that it is over.
      await addPerson(personDraft('Ana'));
      await screen.findByText('Ana');
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  test('a browser that refuses is told from a database that fails', async () => {
    vi.spyOn(db.people, 'toArray').mockReturnValue(new Promise(() => {}) as never);
    reportTrouble('failed', 'SecurityError: The operation is insecure.');
    const { container } = render(<People />);
    const alert = await screen.findByRole('alert');
    expect(alert.querySelector('h3')?.textContent).toBe('This browser lets Peerside store nothing here');
    expect(alert.textContent).toContain('What was stored in an ordinary window is safe');
    await expectAccessible(container);
  });

  test('what was in the way before anybody asked is said at once', async () => {
    vi.spyOn(db.people, 'toArray').mockReturnValue(new Promise(() => {}) as never);
    reportTrouble('blocked');
    const { container } = render(<People />);
    await screen.findByRole('heading', { name: 'Another Peerside window is in the way' });
    await expectAccessible(container);
  });

  test('a query that fails says so with the reason, and reloads', async () => {
    vi.spyOn(db.people, 'toArray').mockRejectedValue(new Error('row 7 is torn'));
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
    const { container } = render(<People />);
    expect((await screen.findByRole('alert')).textContent).toContain('row 7 is torn');
    await expectAccessible(container);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reload' }));
    expect(reload).toHaveBeenCalledOnce();
  });

  test('an answer of nothing at all is an answer', async () => {
    function Gone() {
      const live = useLive(async () => undefined, []);
      return <Ready live={live}>{(value) => <p>{value === undefined ? 'Gone' : 'There'}</p>}</Ready>;
    }
    const { container } = render(<Gone />);
    await screen.findByText('Gone');
    await expectAccessible(container);
  });

  test('with new inputs the old answer stays until the new one is there, also when that fails', async () => {
    const answers = new Map<number, () => void>();
    function Numbered({ at, fail }: { at: number; fail?: boolean }) {
      const live = useLive(
        () =>
          new Promise<number>((done, fails) => {
            answers.set(at, () => (fail ? fails(new Error('no')) : done(at)));
          }),
        [at],
      );
      return <Ready live={live}>{(value) => <p>Answer {value}</p>}</Ready>;
    }
    const { rerender, container } = render(<Numbered at={1} />);
    await waitFor(() => answers.get(1)!());
    await screen.findByText('Answer 1');
    rerender(<Numbered at={2} />);
    await waitFor(() => expect(answers.has(2)).toBe(true));
    screen.getByText('Answer 1');
    answers.get(2)!();
    await screen.findByText('Answer 2');
    rerender(<Numbered at={3} fail />);
    await waitFor(() => answers.get(3)!());
    await screen.findByRole('alert');
    screen.getByText('Answer 2');
    await expectAccessible(container);
  });
});

test('a broken part: what is safe, the reason as text, and a way on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  function Broken(): never {
    throw new Error('<b>broken</b>');
  }
  const { container } = render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Error: <b>broken</b>');
  expect(screen.getByRole('alert').textContent).toContain('What you wrote is stored.');
  await expectAccessible(container);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('what is fetched on first use is drawn when it is there, and fetched once', async () => {
  const load = vi.fn(async () => ({ name }: { name: string }) => <p>{name}</p>);
  const Later = lazy(load);
  const first = render(<Later name="Ana" />);
  await screen.findByText('Ana');
  first.rerender(<Later name="Pedro" />);
  screen.getByText('Pedro');
  const { container } = render(<Later name="Steve" />);
  screen.getByText('Steve');
  expect(load).toHaveBeenCalledOnce();
  await expectAccessible(container);
});

test('code that cannot be had: said in place, tried again on request, and drawn once it is there', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const load = vi
    .fn<() => Promise<({ name }: { name: string }) => JSX.Element>>()
    .mockRejectedValue(new TypeError('Failed to fetch dynamically imported module'));
  const Later = lazy(load);
  // Ahead of its time it fails in silence: nobody has asked for it yet.
  await Later.preload();
  const { container } = render(
    <main>
      <Later name="Ana" />
    </main>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('This part could not be loaded');
  expect(screen.queryByRole('status')).toBeNull();
  await expectAccessible(container);

  const user = userEvent.setup();
  const again = screen.getByRole('button', { name: 'Try again' });
  await user.click(again);
  await screen.findByText(/It is still not there/);
  expect(document.activeElement).toBe(again);
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledOnce();

  load.mockResolvedValue(({ name }) => <p>{name}</p>);
  await user.click(again);
  await screen.findByText('Ana');
  expect(screen.queryByRole('alert')).toBeNull();
  await expectAccessible(container);
});
