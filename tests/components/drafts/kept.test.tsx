import { cleanup, render, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { useKeptForm } from '../../../components/drafts/useKeptForm.ts';
import { useKeptLine } from '../../../components/drafts/useKeptLine.ts';
import { expectAccessible } from '../../setup/components.ts';
import { readKept } from '../../setup/kept.ts';

const stored = { text: '', day: '' };
function read(draft: unknown): Partial<typeof stored> | undefined {
  return typeof draft === 'object' && draft !== null ? draft : undefined;
}

function Form() {
  const { value, change, done } = useKeptForm('form', stored, read);
  return (
    <>
      <input
        aria-label="Text"
        value={value.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <input
        aria-label="Day"
        value={value.day}
        onInput={(event) => change({ day: event.currentTarget.value })}
      />
      <button type="button" onClick={done}>
        Finish
      </button>
    </>
  );
}

function Line() {
  const { text, type } = useKeptLine('line', undefined, true);
  return <input aria-label="Text" value={text} onInput={(event) => type(event.currentTarget.value)} />;
}

/** A window with this in it, apart from the others in the document. */
function open(what: 'form' | 'line' = 'form') {
  const { container, unmount } = render(what === 'form' ? <Form /> : <Line />);
  const here = within(container as HTMLElement);
  const field = (name = 'Text') => here.getByRole<HTMLInputElement>('textbox', { name });
  const finish = () => here.getByRole('button', { name: 'Finish' }).click();
  return { container, unmount, field, finish };
}
/** Types in one breath with what was drawn before. */
function put(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a form in two windows: each keeps what is filled in there, ends by itself, and is there again', async () => {
  const user = userEvent.setup();
  const [one, two] = [open(), open()];
  await user.type(one.field(), 'from one');
  await user.type(two.field(), 'from two');
  await user.type(two.field('Day'), 'Friday');
  const both = { 'draft form': { text: 'from one' }, 'draft form 2': { text: 'from two', day: 'Friday' } };
  await waitFor(async () => expect(await readKept()).toEqual(both));
  one.finish();
  await waitFor(async () => expect(await readKept()).toEqual({ 'draft form 2': both['draft form 2'] }));
  two.unmount();
  const next = open();
  await waitFor(() => expect(next.field().value).toBe('from two'));
  expect(next.field('Day').value).toBe('Friday');
  await expectAccessible(next.container);
});

test('filled in before its place is known, and taken away at once: it is kept, beside what is there', async () => {
  await browser.storage.local.set({ 'draft form': { text: 'older', day: 'Monday' } });
  const one = open();
  put(one.field(), 'n');
  one.unmount();
  const all = async () => JSON.stringify(await readKept());
  await waitFor(async () => expect(await all()).toContain('"text":"n"'));
  expect(await all()).toContain('Monday');
  const next = open();
  await waitFor(() => expect(next.field().value).not.toBe(''));
  await expectAccessible(next.container);
});

test('the last letter goes into the place of the form that goes away, and nowhere else', async () => {
  const user = userEvent.setup();
  const one = open();
  await user.type(one.field(), 'half');
  await waitFor(async () => expect(await readKept()).toEqual({ 'draft form': { text: 'half' } }));
  await user.type(one.field(), ' a form');
  one.unmount();
  await waitFor(async () => expect(await readKept()).toEqual({ 'draft form': { text: 'half a form' } }));
  const next = open();
  await waitFor(() => expect(next.field().value).toBe('half a form'));
  await expectAccessible(next.container);
});

test('a form on a full disk takes its place again when there is one', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const request = vi.spyOn(navigator.locks, 'request').mockRejectedValueOnce(new Error('not now'));
  const user = userEvent.setup();
  const one = open();
  await waitFor(() => expect(request).toHaveBeenCalled());
  await user.type(one.field(), 'half');
  await waitFor(async () => expect(await readKept()).toEqual({ 'draft form': { text: 'half' } }));
  await expectAccessible(one.container);
});

test('a field in two windows: both texts are kept, and offered to the next two', async () => {
  const user = userEvent.setup();
  const [one, two] = [open('line'), open('line')];
  await user.type(one.field(), 'one@exa');
  await user.type(two.field(), 'two@exa');
  await waitFor(async () => expect(Object.values(await readKept())).toEqual(['one@exa', 'two@exa']));
  cleanup();
  const next = [open('line'), open('line')];
  await waitFor(() => expect(next.map((view) => view.field().value).sort()).toEqual(['one@exa', 'two@exa']));
  await expectAccessible(document.body);
});

test('what is typed before an old text could be shown wins, and the old one waits', async () => {
  const user = userEvent.setup();
  await browser.storage.local.set({ 'draft line': 'old' });
  const one = open('line');
  put(one.field(), 'n');
  await user.type(one.field(), 'ew');
  await waitFor(async () => expect(await readKept()).toEqual({ 'draft line': 'old', 'draft line 2': 'new' }));
  cleanup();
  const next = open('line');
  await waitFor(() => expect(next.field().value).toBe('old'));
  await expectAccessible(next.container);
});

test('taken away while its text cannot be written, the place is held until it is', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const user = userEvent.setup();
  const one = open('line');
  await user.type(one.field(), 'half');
  const set = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('disk full'));
  one.unmount();
  await waitFor(() => expect(set).toHaveBeenCalled());
  set.mockRestore();
  await waitFor(async () => expect(await readKept()).toEqual({ 'draft line': 'half' }), { timeout: 10_000 });
  const next = open('line');
  await waitFor(() => expect(next.field().value).toBe('half'));
  await expectAccessible(next.container);
});
