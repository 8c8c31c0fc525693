import { act, renderHook } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { ToastProvider, useLastUndo } from '../../../components/ui/Toast.tsx';
import { useRows } from '../../../components/ui/useRows.ts';

/* What storage says and what was changed here, in every order in which the two can come. */

interface Thing {
  id: string;
  state: string;
  text: string;
  due?: string;
  updatedAt: string;
}

const BEFORE = '2020-01-01T10:00:00.000Z';
/** Written here, or in another part, while the test runs. */
const now = () => new Date().toISOString();
const LATER = '2090-01-01T10:00:00.000Z';

const thing = (updatedAt: string, more: Partial<Thing> = {}): Thing => ({
  id: 'a',
  state: 'open',
  text: 'Old words',
  updatedAt,
  ...more,
});

/** Once all that waited for an answer has heard it. */
const settled = (answer: () => void) =>
  act(async () => {
    answer();
    await new Promise((heard) => setTimeout(heard));
  });

/** A list over a storage that answers when told to. */
function list() {
  const writes: { done: () => Promise<void>; fail: () => Promise<void> }[] = [];
  const write = vi.fn(
    (_id: string, _what: Partial<Thing>) =>
      new Promise<() => Promise<void>>((resolve, reject) => {
        writes.push({
          done: () => settled(() => resolve(async () => {})),
          fail: () => settled(() => reject(new Error('full'))),
        });
      }),
  );
  const { result, rerender } = renderHook(
    ({ open }: { open: Thing[] }) => ({
      ...useRows<Thing, Partial<Thing>>(open, write, () => 'Done.'),
      last: useLastUndo(),
    }),
    { initialProps: { open: [thing(BEFORE)] }, wrapper: ToastProvider },
  );
  return {
    writes,
    write,
    rows: () => result.current.rows,
    seen: () => result.current.rows.map(({ text, state }) => `${text}, ${state}`),
    /** Storage says what is open. */
    says: (...open: Thing[]) => act(async () => rerender({ open })),
    /** Takes the last change back. */
    undo: () => act(async () => result.current.last?.takeBack()),
    /** Changes the row as it is shown. */
    change: async (what: Partial<Thing>) => {
      const [row] = result.current.rows;
      let changed: Promise<void> | undefined;
      await act(async () => {
        changed = row && result.current.change(row, what);
        changed?.catch(() => {});
      });
      return { changed };
    },
  };
}

test('a change is seen before it is written; a closed row stays when storage no longer has it', async () => {
  const { writes, write, seen, says, change } = list();
  await change({ state: 'kept' });
  expect(seen()).toEqual(['Old words, kept']);
  expect(write).toHaveBeenCalledWith('a', { state: 'kept' });
  await says();
  await writes[0]?.done();
  expect(seen()).toEqual(['Old words, kept']);
});

test('what another part writes while a tick is on its way does not take the tick away', async () => {
  const { writes, seen, says, change } = list();
  await change({ state: 'kept' });
  // The meeting carries it.
  await says(thing(now()));
  expect(seen()).toEqual(['Old words, kept']);
  await writes[0]?.done();
  await says();
  expect(seen()).toEqual(['Old words, kept']);
});

test('a tick right after new words keeps the words, and stays when storage tells of the words first', async () => {
  const { writes, seen, says, change } = list();
  await change({ text: 'New words' });
  await change({ state: 'kept' });
  await writes[0]?.done();
  await says(thing(now(), { text: 'New words' }));
  expect(seen()).toEqual(['New words, kept']);
  await says();
  await writes[1]?.done();
  expect(seen()).toEqual(['New words, kept']);
});

test('what storage told before a tick was written, and is heard of only after it, does not take the tick away', async () => {
  const { writes, seen, says, change } = list();
  const carried = thing(now());
  await change({ state: 'kept' });
  await writes[0]?.done();
  await says(carried);
  expect(seen()).toEqual(['Old words, kept']);
  await says();
  expect(seen()).toEqual(['Old words, kept']);
});

test('a tick in the moment in which storage has told of new words stays', async () => {
  const { writes, seen, says, change } = list();
  await change({ text: 'New words' });
  await writes[0]?.done();
  const told = says(thing(now(), { text: 'New words' }));
  await change({ state: 'kept' });
  await told;
  await says();
  await writes[1]?.done();
  expect(seen()).toEqual(['New words, kept']);
});

test('what storage says later wins, and closes what is closed there', async () => {
  const { writes, seen, says, change } = list();
  await change({ text: 'New words' });
  await writes[0]?.done();
  await says(thing(LATER, { text: 'Words of another window' }));
  expect(seen()).toEqual(['Words of another window, open']);
  await says();
  expect(seen()).toEqual([]);
});

test('what another part wrote onto a change before it was heard to be written is shown', async () => {
  const { writes, rows, says, change } = list();
  await change({ text: 'New words' });
  const between = now();
  await settled(() => {});
  await writes[0]?.done();
  await says(thing(between, { text: 'New words', due: '2026-12-01' }));
  expect(rows()).toEqual([thing(between, { text: 'New words', due: '2026-12-01' })]);
});

test('a row whose new words were written is gone when it is closed elsewhere', async () => {
  const { writes, seen, says, change } = list();
  await change({ text: 'New words' });
  await says(thing(now(), { text: 'New words' }));
  await writes[0]?.done();
  expect(seen()).toEqual(['New words, open']);
  await says();
  expect(seen()).toEqual([]);
});

test('what cannot be written is shown as it was, what was changed besides stays, and new words reject', async () => {
  const { writes, seen, change } = list();
  await change({ text: 'New words' });
  await writes[0]?.done();
  await change({ state: 'kept' });
  await writes[1]?.fail();
  expect(seen()).toEqual(['New words, open']);
  const { changed } = await change({ text: 'Newer words' });
  await writes[2]?.fail();
  await expect(changed).rejects.toThrow('not stored');
  expect(seen()).toEqual(['New words, open']);
});

test('a tick that is taken back leaves what was changed besides', async () => {
  const { writes, seen, says, change, undo } = list();
  await change({ text: 'New words' });
  await writes[0]?.done();
  await change({ state: 'kept' });
  await writes[1]?.done();
  await says();
  await undo();
  // Before storage has told that it is open again.
  expect(seen()).toEqual(['New words, open']);
  await says(thing(now(), { text: 'New words' }));
  expect(seen()).toEqual(['New words, open']);
});
