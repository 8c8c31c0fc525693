import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import Dexie from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Capture } from '../../components/capture/Capture.tsx';
import { ToastProvider } from '../../components/ui/Toast.tsx';
import { keepInInbox } from '../../storage/captures.ts';
import { writeCurrentEvent } from '../../storage/current-event.ts';
import { db } from '../../storage/db.ts';
import { readDraft, writeDraft } from '../../storage/drafts.ts';
import { nextTimeWith } from '../../storage/next-time.ts';
import { unpack } from '../../storage/packed.ts';
import { addPerson, personDraft } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import { saveCapture } from '../../storage/save-capture.ts';
import { expectAccessible } from '../setup/components.ts';

const ids: Record<string, string> = {};

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const name of ['Steve Tan', 'Mei Chen', 'Ana Lima', 'Ana Costa']) {
    ids[name] = (await addPerson({ ...personDraft(name), team: name === 'Mei Chen' ? 'Mobile' : '' })).id;
  }
});

/** Draws capture and waits until it knows everybody. */
async function open(props: Partial<Parameters<typeof Capture>[0]> = {}) {
  const onDone = vi.fn();
  const view = render(
    <ToastProvider>
      <Capture onDone={onDone} personIds={[]} {...props} />
    </ToastProvider>,
  );
  const user = userEvent.setup();
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^A thought/ });
  await user.type(box, '@');
  await screen.findByRole('listbox');
  await user.keyboard('{Backspace}');
  return { ...view, user, box, onDone };
}

const rows = () => within(screen.getByRole('list')).getAllByRole('listitem');
const listHasFocus = () =>
  waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listbox'));
const tomorrow = () => localDay(new Date(Date.now() + 86_400_000));

test('the cursor is in the box at once, before anybody is known', async () => {
  const { container } = render(<Capture onDone={() => {}} early={{ text: 'abc', caret: 2 }} />);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(document.activeElement).toBe(box);
  expect([box.value, box.selectionStart]).toEqual(['abc', 2]);
  await expectAccessible(container);
});

test('an empty box says at once that there is nothing to save, also before anybody is known', async () => {
  const read = vi.spyOn(db.people, 'toArray').mockReturnValue(new Dexie.Promise<never>(() => {}));
  const onDone = vi.fn();
  const { container } = render(<Capture onDone={onDone} />);
  const user = userEvent.setup();
  await waitFor(async () => {
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('alert').textContent).toContain('nothing to save yet');
  });
  await expectAccessible(container);
  await user.keyboard('a');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  await user.keyboard('{Backspace}');
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await screen.findByRole('alert');
  expect(onDone).not.toHaveBeenCalled();
  expect(await db.captures.count()).toBe(0);
  read.mockRestore();
});

test('shows what was understood, and saves it with the keys', async () => {
  const { user, box, onDone, container } = await open({ personIds: [ids['Steve Tan']!] });
  await user.type(box, '[[] send the plan tomorrow{Enter}! plays chess @mei chen');
  // Dates are read once their reader is there.
  await screen.findByText('Send the plan');
  const [promise, fact] = rows();
  within(promise!).getByText('Send the plan');
  within(promise!).getByRole('button', { name: 'Kind: Your promise' });
  within(promise!).getByRole('button', { name: 'For: Steve Tan' });
  within(fact!).getByRole('button', { name: 'Kind: To remember' });
  await expectAccessible(container);
  await user.keyboard('{Escape}{Control>}{Enter}{/Control}');
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(await db.actionItems.toArray()).toMatchObject([
    { text: 'Send the plan', due: tomorrow(), personIds: [ids['Steve Tan']] },
  ]);
  expect(await db.facts.toArray()).toMatchObject([{ text: 'Plays chess', personId: ids['Mei Chen'] }]);
  expect(await readDraft('capture')).toBeUndefined();
  expect(box.value).toBe('');
});

test('of a long list the first are shown, and all are saved with their dates', async () => {
  const { onDone, user, container } = await open({
    personIds: [ids['Steve Tan']!],
    early: { text: `${'[] send it by 2030-01-31\n'.repeat(60)} `, caret: 0 },
  });
  expect(rows()).toHaveLength(40);
  screen.getByText('and 20 more');
  await expectAccessible(container);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(await db.actionItems.where('openDue').equals('2030-01-31').count()).toBe(60);
});

test('guesses from the event open in this window', async () => {
  const event = nextTimeWith(ids['Mei Chen']!, '2026-11-19');
  await writeCurrentEvent(1, {
    event,
    personIds: [ids['Mei Chen']!],
    at: new Date().toISOString(),
    open: true,
  });
  const { user, box } = await open({ personIds: undefined });
  await user.type(box, 'likes tea');
  screen.getByRole('button', { name: 'For: Mei Chen' });
});

test('saved before anybody is known, it waits for that and goes to the right person', async () => {
  const onDone = vi.fn();
  const early = { text: '! likes tea @mei', caret: 16 };
  render(<Capture onDone={onDone} personIds={[]} early={early} />);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(await db.facts.toArray()).toMatchObject([{ text: 'Likes tea', personId: ids['Mei Chen'] }]);
  expect(await db.captures.count()).toBe(0);
});

describe('a name after @', () => {
  test('is chosen with arrows and Enter, and the box names the active option', async () => {
    const { user, box, container } = await open();
    await user.type(box, '! tea @ana');
    const list = screen.getByRole('listbox', { name: 'Peers' });
    expect(
      within(list)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Ana Costa', 'Ana Lima']);
    await user.keyboard('{ArrowDown}');
    const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toBe('Ana Lima');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    await expectAccessible(container);
    await user.keyboard('{Enter}');
    expect(box.value).toBe('! tea @Ana Lima ');
    expect(screen.queryByRole('listbox')).toBeNull();
    screen.getByRole('button', { name: 'For: Ana Lima' });
  });

  test('is taken with Tab, by the pointer, and left alone with Esc', async () => {
    const { user, box, onDone } = await open();
    await user.type(box, 'tea @me');
    expect(rows()[0]?.textContent).toContain('Mei Chen?');
    expect(rows()[0]?.textContent).toContain('to accept');
    await user.keyboard('{Tab}');
    expect(box.value).toBe('tea @Mei Chen ');
    await user.type(box, '@ste');
    await user.click(screen.getByRole('option'));
    expect(box.value).toBe('tea @Mei Chen @Steve Tan ');
    expect(document.activeElement).toBe(box);
    screen.getByRole('button', { name: 'For: Mei Chen and Steve Tan' });
    await user.type(box, '@a');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onDone).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onDone).toHaveBeenCalledOnce();
  });

  test('written out is enough: Enter begins a new line', async () => {
    const { user, box } = await open();
    await user.type(box, 'tea @steve{Enter}more');
    expect(box.value).toBe('tea @steve\nmore');
  });

  test('that two share asks which one', async () => {
    const { user, box } = await open();
    await user.type(box, '! tea @ana ');
    screen.getByRole('button', { name: 'For: Inbox' });
    await user.click(screen.getByRole('button', { name: 'Ana Lima?' }));
    expect(box.value).toBe('! tea @Ana Lima ');
    screen.getByRole('button', { name: 'For: Ana Lima' });
  });

  test('that nobody has can become a peer, only when that is chosen', async () => {
    const { user, box } = await open();
    await user.type(box, '! tea @zoe');
    const option = screen.getByRole('option', { name: 'Add Zoe as a peer' });
    expect(option.getAttribute('aria-selected')).toBe('false');
    await user.keyboard('{Enter}');
    expect(box.value).toBe('! tea @zoe\n');
    expect(await db.people.count()).toBe(4);
    await user.keyboard('{Backspace}{ArrowDown}{Enter}');
    await waitFor(() => expect(box.value).toBe('! tea @Zoe '));
    await screen.findByRole('button', { name: 'For: Zoe' });
    expect(await db.people.where('id').noneOf(Object.values(ids)).toArray()).toMatchObject([
      { name: 'Zoe', trust: 'new' },
    ]);
  });

  test('asked for twice makes one peer, and what is typed meanwhile stays', async () => {
    const { user, box } = await open();
    await user.type(box, 'tea @zoe{ArrowDown}');
    fireEvent.keyDown(box, { key: 'Enter' });
    fireEvent.keyDown(box, { key: 'Enter' });
    fireEvent.input(box, { target: { value: 'tea @zoe with milk' } });
    await waitFor(() => expect(box.value).toBe('tea @Zoe with milk'));
    expect(box.selectionStart).toBe(box.value.length);
    await screen.findByRole('button', { name: 'For: Zoe' });
    expect(await db.people.count()).toBe(5);

    await user.clear(box);
    await user.type(box, 'tea @rui{Escape}');
    const add = await screen.findByRole('button', { name: 'Add Rui as a peer' });
    fireEvent.click(add);
    fireEvent.click(add);
    fireEvent.input(box, { target: { value: 'tea @rui and cake' } });
    await waitFor(() => expect(box.value).toBe('tea @Rui and cake'));
    await screen.findByRole('button', { name: 'For: Rui' });
    expect(await db.people.count()).toBe(6);
  });

  test('that two people have in full is remembered for this capture', async () => {
    const twin = await addPerson({ ...personDraft('Mei Chen'), team: 'Finance' });
    const { user, box, onDone } = await open();
    await user.type(box, '! tea');
    await user.click(screen.getByRole('button', { name: 'For: Inbox' }));
    const twins = screen.getAllByRole('option', { name: 'Mei Chen' });
    expect(twins).toHaveLength(2);
    await user.click(twins[1]!);
    expect(box.value).toBe('! Tea @Mei Chen');
    screen.getByRole('button', { name: 'For: Mei Chen' });
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    const [fact] = await db.facts.toArray();
    expect([twin.id, ids['Mei Chen']]).toContain(fact?.personId);
  });
});

describe('what was understood can be changed', () => {
  test('its kind and its people, with the keyboard alone', async () => {
    const { user, box, container } = await open();
    await user.type(box, 'likes tea');
    screen.getByRole('button', { name: 'Kind: Note' }).focus();
    await user.keyboard('{Enter}');
    await listHasFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(box.value).toBe('! likes tea');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Kind: To remember');
    await user.keyboard('{Tab}{Enter}');
    await listHasFocus();
    await user.keyboard('s{Enter}');
    expect(box.value).toBe('! Likes tea @Steve Tan');
    await user.keyboard('{Enter}');
    await listHasFocus();
    await user.keyboard('{End}{Enter}');
    expect(box.value).toBe('! Likes tea @inbox');
    await expectAccessible(container);
  });

  test('a day that does not exist, before it is saved', async () => {
    const { user, box, container } = await open();
    await user.type(box, '[[] send it @mei by 31 Nov');
    await screen.findByText(/^There is no 31 Nov\./);
    await expectAccessible(container);
    await user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}30 Nov');
    await waitFor(() => expect(screen.queryByText(/^There is no/)).toBeNull());
  });

  test('its due day, one that has passed with a word about it', async () => {
    const { user, box, container, onDone } = await open();
    await user.type(box, '[[] send it @mei by 3 Nov 2025');
    await screen.findByText(/^3 Nov 2025 has passed/);
    await user.click(screen.getByRole('button', { name: /^Due: / }));
    const field = screen.getByLabelText('Due date');
    expect(document.activeElement).toBe(field);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'No date' }));
    expect(box.value).toBe('[] Send it @Mei Chen');
    expect(screen.queryByText(/has passed/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Due: No date' }));
    await user.type(screen.getByLabelText('Due date'), '2025-01-31');
    expect(box.value).toBe('[] Send it by 2025-01-31 @Mei Chen');
    await user.keyboard('{Escape}');
    expect(onDone).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(await db.actionItems.toArray()).toMatchObject([{ due: '2025-01-31' }]);
  });

  test('a meeting of several asks which of them, or all', async () => {
    const { user, box, container } = await open({ personIds: [ids['Steve Tan']!, ids['Mei Chen']!] });
    await user.type(box, '> the launch');
    screen.getByRole('button', { name: 'For: Inbox' });
    screen.getByRole('button', { name: 'Steve Tan?' });
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'All of them' }));
    expect(box.value).toBe('> The launch @Steve Tan @Mei Chen');
    screen.getByRole('button', { name: 'For: Steve Tan and Mei Chen' });
  });
});

describe('what cannot be saved', () => {
  test('nothing, or marks alone: says so and keeps the cursor', async () => {
    const { user, box, onDone, container } = await open();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('alert').textContent).toContain('nothing to save yet');
    await user.type(box, '? {Enter}[[]');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByText('Nothing after the mark yet.')).toHaveLength(2);
    await user.keyboard('{Control>}{Enter}{/Control}');
    screen.getByRole('alert');
    await expectAccessible(container);
    expect(onDone).not.toHaveBeenCalled();
    expect(await db.captures.count()).toBe(0);
  });

  test('a line that is too long: says what to do, and saves none', async () => {
    const { user, box, onDone } = await open({
      early: { text: `[] ${'a'.repeat(1_001)}\nlikes tea `, caret: 0 },
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('alert').textContent).toContain('too long');
    screen.getByText(/^Longer than 1,000 characters/);
    expect(onDone).not.toHaveBeenCalled();
    expect(await db.captures.count()).toBe(0);
    await user.click(screen.getAllByRole('button', { name: 'Kind: Your promise' })[0]!);
    await user.click(screen.getByRole('option', { name: 'Note' }));
    expect(box.value).not.toContain('[]');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
  });

  test('a database that refuses: the words stay, and saving again works', async () => {
    const refuse = () => {
      throw new Error('disk full');
    };
    db.captures.hook('creating', refuse);
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { user, box, onDone, container } = await open();
    await user.type(box, 'a thought');
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Your words are still here');
    expect(alert.textContent).toContain('disk full');
    await expectAccessible(container);
    expect(box.value).toBe('a thought');
    expect(onDone).not.toHaveBeenCalled();
    db.captures.hook('creating').unsubscribe(refuse);
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(await db.captures.toArray()).toMatchObject([{ text: 'a thought' }]);
    error.mockRestore();
  });
});

describe('what is typed and not saved', () => {
  test('because it came while another thought was being saved, is the next one: the box stays open', async () => {
    const { user, box, onDone } = await open();
    await user.type(box, 'one thought');
    // Saved before it is understood, it would wait, and be saved with what comes meanwhile.
    await screen.findAllByRole('listitem');
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    fireEvent.input(box, { target: { value: 'one thought\nanother' } });
    await waitFor(() => expect(box.value).toBe('another'));
    expect(onDone).not.toHaveBeenCalled();
    expect(await db.captures.toArray()).toMatchObject([{ text: 'one thought' }]);
    await waitFor(async () => expect(await readDraft('capture')).toMatchObject({ text: 'another' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(await db.captures.count()).toBe(2);
  });

  test('is there again, about whom it was about', async () => {
    const first = await open({ personIds: [ids['Steve Tan']!] });
    await first.user.type(first.box, '! tea');
    first.unmount();
    render(<Capture onDone={() => {}} personIds={[ids['Mei Chen']!]} />);
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('! tea'));
    await screen.findByRole('button', { name: 'For: Steve Tan' });
  });

  test('comes before what was typed while it was read, and is gone once it is emptied', async () => {
    const first = await open();
    await first.user.type(first.box, 'old');
    first.unmount();
    const { unmount } = render(<Capture onDone={() => {}} early={{ text: 'new', caret: 3 }} />);
    const box = screen.getByRole<HTMLTextAreaElement>('textbox');
    await waitFor(() => expect(box.value).toBe('old\nnew'));
    expect(box.selectionStart).toBe(7);
    await userEvent.clear(box);
    unmount();
    await waitFor(async () => expect(await readDraft('capture')).toBeUndefined());
  });

  test('two windows: each keeps what is typed in it, and shows another of them when it is there again', async () => {
    const { user, box, unmount } = await open();
    await user.type(box, 'from one');
    await waitFor(async () => expect(await readDraft('capture')).toMatchObject({ text: 'from one' }));
    const second = render(<Capture onDone={() => {}} personIds={[]} />);
    const other = within(second.container as HTMLElement).getByRole<HTMLTextAreaElement>('textbox');
    await user.type(other, 'from two');
    await waitFor(async () => expect(await readDraft('capture 2')).toMatchObject({ text: 'from two' }));
    expect(await readDraft('capture')).toMatchObject({ text: 'from one' });
    unmount();
    second.unmount();
    const third = render(<Capture onDone={() => {}} personIds={[]} />);
    const fourth = render(<Capture onDone={() => {}} personIds={[]} />);
    const texts = () => screen.getAllByRole<HTMLTextAreaElement>('textbox').map(({ value }) => value);
    await waitFor(() => expect(texts().sort()).toEqual(['from one', 'from two']));
    fourth.unmount();
    await expectAccessible(third.container);
  });

  test('what was typed is handed over at once while the window closes', async () => {
    const { user, box } = await open();
    const set = vi.spyOn(browser.storage.local, 'set');
    await user.type(box, 'a thought');
    dispatchEvent(new Event('pagehide'));
    const { 'draft capture': kept } = (set.mock.lastCall?.[0] ?? {}) as Record<string, unknown>;
    expect(unpack(kept)).toMatchObject({ text: 'a thought' });
    dispatchEvent(new Event('pageshow'));
    set.mockRestore();
  });

  test('is written within a third of a second', async () => {
    const { user, box } = await open();
    await user.type(box, 'a thought');
    await waitFor(async () => expect(await readDraft('capture')).toMatchObject({ text: 'a thought' }), {
      timeout: 350,
    });
  });

  test('is not there again when it was saved, but all closed before its draft was dropped', async () => {
    const first = await open({ personIds: [ids['Steve Tan']!] });
    const dropped = vi.spyOn(browser.storage.local, 'remove').mockImplementation(async () => {});
    await first.user.type(first.box, 'a thought');
    await first.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(dropped).toHaveBeenCalled());
    expect(await db.notes.toArray()).toMatchObject([{ text: 'a thought' }]);
    expect(await readDraft('capture')).toMatchObject({ text: 'a thought' });
    first.unmount();
    dropped.mockRestore();
    const { box, user, onDone } = await open();
    await waitFor(async () => expect(await readDraft('capture')).toBeUndefined());
    expect(box.value).toBe('');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('alert');
    expect(onDone).not.toHaveBeenCalled();
    expect(await db.notes.count()).toBe(1);
  });

  test('is there again without what was saved of it, and all of it when nothing was', async () => {
    const kept = { text: 'one thought\nanother', personIds: [], picks: {} };
    await saveCapture('one thought', [], null, new Date(), 'saved');
    for (const [id, left] of [
      ['saved', 'another'],
      ['not saved', 'one thought\nanother'],
    ] as const) {
      await writeDraft(id, { ...kept, saving: { id, text: 'one thought' } });
      const { unmount } = render(<Capture onDone={() => {}} draftKey={id} />);
      await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(left));
      unmount();
    }
  });

  test('is there again, all of it, when it could not be saved or the database does not say', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const first = await open();
    const refuse = () => {
      throw new Error('disk full');
    };
    db.captures.hook('creating', refuse);
    await first.user.type(first.box, 'a thought');
    await first.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('disk full');
    db.captures.hook('creating').unsubscribe(refuse);
    expect(await readDraft('capture')).toMatchObject({ text: 'a thought', saving: { text: 'a thought' } });
    first.unmount();
    const value = () => screen.getByRole<HTMLTextAreaElement>('textbox').value;
    const second = render(<Capture onDone={() => {}} />);
    await waitFor(() => expect(value()).toBe('a thought'));
    second.unmount();
    await writeDraft('other', { text: 'b thought', saving: { id: 'x', text: 'b thought' } });
    const get = vi.spyOn(db.meta, 'get').mockReturnValue(new Dexie.Promise<never>(() => {}));
    render(<Capture onDone={() => {}} draftKey="other" />);
    await waitFor(() => expect(value()).toBe('b thought'));
    get.mockRestore();
    error.mockRestore();
  });

  test('a draft of another shape is passed over', async () => {
    await browser.storage.local.set({ 'draft capture': { text: 5, personIds: 'x' } });
    const { box } = await open();
    expect(box.value).toBe('');
  });
});

describe('a text taken from a page', () => {
  const kept = async () => {
    await keepInInbox('kept', 'two words', { url: 'https://example.com/', title: 'Release plan' });
    return open({ takenId: 'kept' });
  };

  test('is filed along, for whom the thought is', async () => {
    const { user, box, onDone, container } = await kept();
    await screen.findByRole('checkbox', { name: 'Take this page along: Release plan, 2 words selected' });
    await expectAccessible(container);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('alert').textContent).toContain('Choose for whom');
    await user.type(box, '[[] answer @mei ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(await db.notes.toArray()).toMatchObject([
      { text: 'two words', personIds: [ids['Mei Chen']], origin: { title: 'Release plan' } },
    ]);
    expect(await db.actionItems.count()).toBe(1);
    expect((await db.captures.get('kept'))?.filedAt).not.toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await db.captures.get('kept'))?.filedAt).toBeNull());
    expect([await db.notes.count(), await db.actionItems.count()]).toEqual([0, 0]);
  });

  test('goes to somebody with no word added, or is left in the inbox', async () => {
    const { user, box, onDone } = await kept();
    await user.click(await screen.findByRole('checkbox'));
    await user.type(box, '! tea @mei ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(await db.notes.count()).toBe(0);
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'For: Inbox' }));
    await user.click(screen.getByRole('option', { name: 'Ana Lima' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(2));
    expect(await db.notes.toArray()).toMatchObject([{ personIds: [ids['Ana Lima']] }]);
  });
});
