import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useSavedText } from '../../../components/ui/useSavedText.ts';
import { expectAccessible } from '../../setup/components.ts';

/** A store whose writes end when the test says so. */
function store() {
  const written: string[] = [];
  const ends: { done: () => void; fail: () => void }[] = [];
  const save = vi.fn(
    (text: string) =>
      new Promise<void>((done, fails) => {
        ends.push({
          done: () => {
            written.push(text);
            done();
          },
          fail: () => fails(new Error('disk full')),
        });
      }),
  );
  const end = (how: 'done' | 'fail' = 'done') => act(async () => ends.shift()?.[how]());
  return { save, written, end };
}

interface FieldProps {
  stored: string;
  save: (text: string) => Promise<unknown>;
  onLeaving?: (text: string) => void;
}

function Field({ stored, save, onLeaving }: FieldProps) {
  const { text, state, since, type, flush } = useSavedText(stored, save, onLeaving);
  return (
    <main>
      <input
        aria-label="Note"
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={flush}
      />
      <output>{since ? `${state} since ${since.toISOString()}` : state}</output>
    </main>
  );
}

beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-11-19T13:48:00Z') }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const state = () => screen.getByRole('status').textContent;

describe('while it is typed', () => {
  test('it is written a quarter of a second after the first letter, whatever is typed since', async () => {
    const { save, end, written } = store();
    const { container } = render(<Field stored="" save={save} />);
    type('a');
    expect(state()).toBe('saving');
    await pass(200);
    type('ab');
    expect(save).not.toHaveBeenCalled();
    await pass(50);
    expect(save.mock.calls).toEqual([['ab', '']]);
    await end();
    expect(state()).toBe('saved');
    expect(written).toEqual(['ab']);
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('two quick keys never change places: one write at a time, the last text last', async () => {
    const { save, end, written } = store();
    const { container } = render(<Field stored="" save={save} />);
    type('a');
    await pass(250);
    type('ab');
    await pass(1_000);
    type('abc');
    await pass(1_000);
    expect(save.mock.calls).toEqual([['a', '']]);
    await end();
    expect(state()).toBe('saving');
    expect(save.mock.calls).toEqual([
      ['a', ''],
      ['abc', 'a'],
    ]);
    await end();
    expect(written).toEqual(['a', 'abc']);
    expect(state()).toBe('saved');
    await pass(5_000);
    expect(save).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test.each([
    ['the field is left', () => fireEvent.blur(field())],
    ['the page is hidden', () => fireEvent(document, new Event('visibilitychange'))],
    ['the page goes', () => fireEvent(window, new Event('pagehide'))],
  ])('%s: written at once, without the pause', async (_, leave) => {
    const { save, end } = store();
    const { container } = render(<Field stored="" save={save} />);
    leave();
    expect(save).not.toHaveBeenCalled();
    type('at once');
    leave();
    expect(save.mock.calls).toEqual([['at once', '']]);
    await end();
    await pass(1_000);
    expect(save).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('taken away: written at once, and after a running write too', async () => {
    const { save, end, written } = store();
    const first = render(<Field stored="" save={save} />);
    type('a');
    first.unmount();
    expect(save.mock.calls).toEqual([['a', '']]);
    await end();
    const { unmount, container } = render(<Field stored="" save={save} />);
    type('b');
    await pass(250);
    type('bc');
    unmount();
    await end();
    await end();
    expect(written).toEqual(['a', 'b', 'bc']);
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('what the page takes along is handed over when it goes, and only then', async () => {
    const onLeaving = vi.fn();
    const { save, end } = store();
    const { container } = render(<Field stored="" save={save} onLeaving={onLeaving} />);
    fireEvent(window, new Event('pagehide'));
    type('take me');
    fireEvent(document, new Event('visibilitychange'));
    expect(onLeaving).not.toHaveBeenCalled();
    fireEvent(window, new Event('pagehide'));
    expect(onLeaving).toHaveBeenCalledExactlyOnceWith('take me', '');
    await end();
    fireEvent(window, new Event('pagehide'));
    expect(onLeaving).toHaveBeenCalledOnce();
    vi.useRealTimers();
    await expectAccessible(container);
  });
});

describe('a write that fails', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));

  test('keeps the text, says since when, and is tried again until it is through', async () => {
    const { save, end, written } = store();
    const { container } = render(<Field stored="" save={save} />);
    type('keep');
    await pass(250);
    await end('fail');
    expect(state()).toBe('failed since 2026-11-19T13:48:00.250Z');
    await pass(2_000);
    await end('fail');
    expect(state()).toBe('failed since 2026-11-19T13:48:00.250Z');
    type('keep all');
    expect(state()).toMatch(/^failed/);
    await pass(2_000);
    await end();
    expect(written).toEqual(['keep all']);
    expect(state()).toBe('saved');
    expect(field().value).toBe('keep all');
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('taken away, it is still tried again, unless somebody else keeps it', async () => {
    const { save, end, written } = store();
    const { unmount, container } = render(<Field stored="" save={save} />);
    type('keep');
    unmount();
    await end('fail');
    await pass(2_000);
    await end();
    expect(written).toEqual(['keep']);
    const other = store();
    const view = render(<Field stored="" save={other.save} onLeaving={() => {}} />);
    type('kept elsewhere');
    view.unmount();
    await other.end('fail');
    await pass(10_000);
    expect(other.save).toHaveBeenCalledOnce();
    vi.useRealTimers();
    await expectAccessible(container);
  });
});

describe('what storage says', () => {
  test('is shown as long as nothing typed waits', async () => {
    const { save, end } = store();
    const { rerender, container } = render(<Field stored="one" save={save} />);
    rerender(<Field stored="two" save={save} />);
    await pass(0);
    expect(field().value).toBe('two');
    type('two and mine');
    rerender(<Field stored="theirs" save={save} />);
    await pass(250);
    expect(field().value).toBe('two and mine');
    await end();
    rerender(<Field stored="two and mine" save={save} />);
    await pass(0);
    rerender(<Field stored="theirs again" save={save} />);
    await pass(0);
    expect(field().value).toBe('theirs again');
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('what it was typed over is told: what was shown or written last, not what came meanwhile', async () => {
    const { save, end } = store();
    const { rerender, container } = render(<Field stored="one" save={save} />);
    rerender(<Field stored="two" save={save} />);
    await pass(0);
    type('two mine');
    rerender(<Field stored="theirs" save={save} />);
    await pass(250);
    await end();
    type('two mine too');
    await pass(250);
    await end();
    expect(save.mock.calls).toEqual([
      ['two mine', 'two'],
      ['two mine too', 'two mine'],
    ]);
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('a late echo of what was written here takes no letter away, trimmed or not', async () => {
    const { save, end } = store();
    const { rerender, container } = render(<Field stored="" save={save} />);
    type('one ');
    await pass(250);
    await end();
    type('one two');
    await pass(250);
    await end();
    // The answers to both writes come after the second.
    rerender(<Field stored="one" save={save} />);
    await pass(0);
    expect(field().value).toBe('one two');
    rerender(<Field stored="one two" save={save} />);
    await pass(0);
    expect(field().value).toBe('one two');
    type('one two ');
    await pass(250);
    await end();
    rerender(<Field stored="one two" save={save} />);
    await pass(0);
    // The space typed last is still there for the next word.
    expect(field().value).toBe('one two ');
    vi.useRealTimers();
    await expectAccessible(container);
  });

  test('an undo elsewhere that brings back what was written before is shown', async () => {
    const { save, end } = store();
    const { rerender, container } = render(<Field stored="first" save={save} />);
    for (const text of ['second', 'third']) {
      type(text);
      await pass(250);
      await end();
      rerender(<Field stored={text} save={save} />);
      await pass(0);
    }
    rerender(<Field stored="second" save={save} />);
    await pass(0);
    expect(field().value).toBe('second');
    vi.useRealTimers();
    await expectAccessible(container);
  });
});
