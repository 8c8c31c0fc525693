import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel.tsx';
import { addActionItem, changeActionItem } from '../../../storage/action-items.ts';
import { db } from '../../../storage/db.ts';
import { eraseSearch } from '../../../storage/search-store.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { expectAccessible } from '../../setup/components.ts';
import { current, openPanel, STEVE, sampleDay } from '../brief/open.tsx';

beforeEach(async () => {
  await sampleDay();
  await eraseSearch();
  location.hash = '';
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  location.hash = '';
});

async function openSearch(query = '') {
  const user = userEvent.setup();
  location.hash = query === '' ? 'search' : `search/${encodeURIComponent(query)}`;
  const view = render(<Panel current={undefined} onCurrent={() => {}} />);
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Search everything' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { ...view, user, field };
}

const options = () => screen.queryAllByRole('option').map((one) => one.textContent);
const option = (name: RegExp) => screen.findByRole('option', { name });
const group = (name: RegExp) => within(screen.getByRole('group', { name }));

describe('from Today', () => {
  test('the box that looks like a field leads to search, and so does /', async () => {
    const user = userEvent.setup();
    const { container } = render(<Panel current={undefined} onCurrent={() => {}} />);
    const link = await screen.findByRole('link', { name: 'Search notes, promises, people' });
    expect(link.getAttribute('href')).toBe('#search');
    await expectAccessible(container);
    await vi.waitFor(async () => {
      await user.keyboard('/');
      expect(location.hash).toBe('#search');
    });
    const field = await screen.findByRole('combobox');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('a/b');
    expect(field).toHaveProperty('value', 'a/b');
    await expectAccessible(container);
  });
});

describe('finding', () => {
  test('nothing typed: everybody, and what can be typed', async () => {
    const { user, container } = await openSearch();
    await option(/^Amelie Roux/);
    screen.getByText('"launch week"');
    await expectAccessible(container);
    await user.keyboard('{ArrowUp}{ArrowDown>6/}{Enter}');
    await option(/^Tomás Vidal/);
  });

  test('as one types: by kind, the match marked, whose and when, how many', async () => {
    const { user, container } = await openSearch();
    await user.keyboard('launch');
    await option(/^Send the launch calendar/);
    const promises = group(/^Promises/);
    expect(
      promises.getByRole('option', { name: /^Send the launch calendar/ }).querySelector('mark')?.textContent,
    ).toBe('launch');
    expect(promises.getByRole('option', { name: /^Send the launch/ }).textContent).toContain(
      'You to Steve Tan, 6 days late',
    );
    group(/^To raise/).getByRole('option', { name: /^How much notice.*raised 2 times/ });
    expect(screen.getAllByRole('status').some((one) => /^\d+ found$/.test(one.textContent ?? ''))).toBe(true);
    await expectAccessible(container);
  });

  test('a topic of the next meeting was not raised in it yet, as its brief says', async () => {
    const brief = await openPanel();
    const plan = () => db.topics.filter(({ text }) => text.startsWith('Sharing our quarter')).first();
    await waitFor(async () => expect((await plan())?.raisedIn).toHaveLength(1));
    brief.unmount();
    const search = await openSearch('quarter plan');
    expect((await option(/^Sharing our quarter plan/)).textContent).toMatch(/, new(?:Enter)?$/);
    search.unmount();
    location.hash = `person/${encodeURIComponent(STEVE)}`;
    render(<Panel current={undefined} onCurrent={() => {}} />);
    const words = await screen.findByText('Sharing our quarter plan earlier');
    expect(words.parentElement?.textContent).toMatch(/earlierto raise$/i);
    const hotfix = screen.getByText('Who signs off a Friday hotfix?').parentElement;
    expect(hotfix?.textContent).toContain('raised 3 times');
  });

  test('accents and case make no difference', async () => {
    await addThought([STEVE], 'Déjà vu in the CAFÉ');
    const { user } = await openSearch();
    await user.keyboard('deja cafe');
    // It is found by its first letters, too.
    await waitFor(async () => {
      const hit = await option(/^Déjà vu/);
      expect([...hit.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Déjà', 'CAFÉ']);
    });
  });

  test('what is written meanwhile comes by itself', async () => {
    const { user } = await openSearch();
    await user.keyboard('zebra');
    await screen.findByText(/^Nothing found/);
    await addThought([STEVE], 'A zebra after all');
    await option(/^A zebra after all/);
  });

  test('none found: what to try', async () => {
    const { user, container } = await openSearch();
    await user.keyboard('qwertz');
    await screen.findByText(/^Nothing found. Try fewer words/);
    await user.keyboard(' is:open');
    await screen.findByText(/^Nothing found. Try without the filters/);
    await expectAccessible(container);
  });

  test('what makes no sense is said beside the field, and the rest is searched', async () => {
    const { user, field, container } = await openSearch();
    await user.keyboard('launch before:soon is:done ');
    await screen.findByText('"soon" is no day. Write one like 2026-11-19, october, monday or 2w.');
    screen.getByText('"is:done" is not known. Write is:open, is:closed or is:vent.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await option(/^Send the launch calendar/);
    await expectAccessible(container);
    await user.clear(field);
    await user.keyboard('after:october before:2026-11-10 ');
    await screen.findByText(/^From Thursday.? 1 October 2026 until before Tuesday.? 10 November 2026$/);
  });

  test('records that cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(db, 'table').mockImplementation(() => {
      throw new Error('no disk');
    });
    const { container } = await openSearch();
    expect((await screen.findByRole('alert')).textContent).toMatch(/no disk/);
    await expectAccessible(container);
  });
});

describe('filters as keys', () => {
  test('is:open is pressed and taken back; how many are closed is told', async () => {
    await addActionItem({ personIds: [STEVE], owner: 'me', text: 'Launch it', due: null });
    const kept = await addActionItem({ personIds: [STEVE], owner: 'me', text: 'Was a launch', due: null });
    await changeActionItem(kept.id, { state: 'kept' });
    const { user, field, container } = await openSearch();
    await user.keyboard('launch');
    await option(/^Was a launch.*kept/);
    const chip = screen.getByRole('button', { name: 'is:open' });
    await user.click(chip);
    expect(field.value).toBe('launch is:open');
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(field);
    await waitFor(() => expect(options().join()).not.toMatch(/kept/));
    await expectAccessible(container);
    await user.click(await screen.findByRole('button', { name: 'Show them too' }));
    expect(field.value).toBe('launch');
  });

  test('is:closed: how many are open is told, and they are shown', async () => {
    await addActionItem({ personIds: [STEVE], owner: 'me', text: 'Launch it', due: null });
    const { user, field } = await openSearch();
    await user.keyboard('launch is:closed');
    await screen.findByText(/more (is|are) open\./);
    await user.click(screen.getByRole('button', { name: 'Show them too' }));
    expect(field.value).toBe('launch');
    await option(/^Launch it/);
  });

  test('with: offers names, which arrows choose and Enter or Tab completes', async () => {
    const { user, field, container } = await openSearch();
    await user.click(screen.getByRole('button', { name: 'with:' }));
    expect(field.value).toBe('with:');
    await user.keyboard('ana');
    const names = within(await screen.findByRole('listbox', { name: 'People' }));
    expect(names.getAllByRole('option').map((one) => one.querySelector('bdi')?.textContent)).toEqual([
      'Ana Lima',
      'Ana Roth',
    ]);
    await expectAccessible(container);
    await user.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-activedescendant')).toBe(names.getAllByRole('option')[1]?.id);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(field.value).toBe('with:"Ana Lima" ');
    expect(screen.queryByRole('listbox', { name: 'People' })).toBeNull();
    await user.keyboard('launch');
    await waitFor(() => expect(options().length).toBeGreaterThan(0));
    await waitFor(() => expect(options().every((text) => text?.includes('Ana Lima'))).toBe(true));
    await user.clear(field);
    await user.keyboard('with:pe{Tab}');
    expect(field.value).toBe('with:"Pedro Costa" ');
    expect(document.activeElement).toBe(field);
  });

  test('Esc gives the focus back to what led here, or to the heading of the brief', async () => {
    const user = userEvent.setup();
    const now = current();
    const { container } = render(<Panel current={now} onCurrent={() => {}} />);
    const begins = async () => {
      await user.keyboard('/');
      await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
      await user.keyboard('{Escape}');
    };
    (await screen.findByRole('button', { name: 'Add something to raise' })).focus();
    await begins();
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Add something to raise'),
    );
    container.querySelector('main')!.tabIndex = -1;
    container.querySelector('main')!.focus();
    await begins();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    await expectAccessible(container);
  });

  test('Esc closes the names first, then goes back', async () => {
    const { user } = await openSearch();
    await user.keyboard('with:a');
    await screen.findByRole('listbox', { name: 'People' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox', { name: 'People' })).toBeNull();
    await user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: /^Promises due/ });
  });

  test('vent notes are left out until they are asked for', async () => {
    const note = await addThought([STEVE], 'The launch drives me mad');
    await db.notes.update(note.id, { sensitivity: 'vent' });
    const { user, field, container } = await openSearch();
    await user.keyboard('launch');
    await option(/^Send the launch/);
    expect(options().join()).not.toMatch(/drives me mad/);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Look through them' }));
    expect(field.value).toBe('launch is:vent');
    await option(/^The launch drives me mad/);
  });
});

describe('opening what was found', () => {
  test('arrows choose, the field names the chosen one, Enter opens: a meeting’s note in its brief', async () => {
    const { user, field } = await openSearch();
    await user.keyboard('list them first');
    const hit = await option(/^Flaky tests/);
    expect(field.getAttribute('aria-activedescendant')).toBe(hit.id);
    expect(hit.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Steve Tan' });
    await screen.findByRole('textbox', { name: /^Said/ });
    expect(location.hash).toBe('');
  });

  test('what waits in the inbox is on Today', async () => {
    const { user } = await openSearch('on-call');
    await user.click(await option(/on-call/));
    await screen.findByRole('heading', { name: /^Promises due/ });
  });

  test('the query is kept in the address, for the way back', async () => {
    const { user, field } = await openSearch('launch');
    expect(field.value).toBe('launch');
    const hit = await option(/^Send the launch calendar/);
    field.focus();
    await user.pointer({ keys: '[MouseLeft>]', target: hit });
    // A press leaves the focus where the keys are.
    expect(document.activeElement).toBe(field);
    await user.pointer({ keys: '[/MouseLeft]' });
    await waitFor(() => expect(location.hash).toMatch(/^#person\//));
  });
});
