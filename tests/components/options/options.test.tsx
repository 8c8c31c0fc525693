import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Options } from '../../../components/options/Options.tsx';
import { hrefOf, readRoute, SECTIONS } from '../../../components/options/route.ts';
import { db } from '../../../storage/db.ts';
import { readDraft } from '../../../storage/drafts.ts';
import { addPerson, personDraft } from '../../../storage/people.ts';
import { changeAddresses, changeSettings, readSettings } from '../../../storage/settings.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '';
});

afterEach(() => vi.restoreAllMocks());

function show(hash: string) {
  location.hash = hash;
  const user = userEvent.setup();
  const { container } = render(<Options />);
  return { user, container };
}

describe('the address of a section', () => {
  test.each([
    ['', { section: 'question-sets' }],
    ['#people', { section: 'people' }],
    ['#person/new', { section: 'people', id: 'new' }],
    ['#question-sets/set%3Aour-teams', { section: 'question-sets', id: 'set:our-teams' }],
    ['#nonsense/7', { section: 'question-sets' }],
    ['#person/%E0%A4%A', { section: 'people' }],
    ['#__proto__', { section: 'question-sets' }],
  ])('%s', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });

  test('is read back as it was written', () => {
    for (const section of SECTIONS) {
      for (const id of [undefined, 'new', 'set:our-teams', 'a/b c#d']) {
        expect(readRoute(hrefOf({ section, id }))).toEqual(id ? { section, id } : { section });
      }
    }
  });
});

describe('the frame', () => {
  test('one heading of the first rank, named in the title; a change of section moves the focus to it', async () => {
    const { user, container } = show('#calendar');
    expect(screen.getAllByRole('heading', { level: 1 }).map((one) => one.textContent)).toEqual(['Calendar']);
    expect(document.title).toBe('Calendar - Peerside');
    await user.click(screen.getByRole('link', { name: 'About' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'About' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByRole('link', { name: 'About' }).getAttribute('aria-current')).toBe('page');
    expect(location.hash).toBe('#about');
    await expectAccessible(container);
  });

  test('follows the address, so that a person can be opened from elsewhere', async () => {
    const { id } = await addPerson(personDraft('Steve Tan'));
    show(`#person/${id}`);
    expect(await screen.findByRole('heading', { level: 2, name: 'Steve Tan' })).toBeDefined();
  });

  test('about names the version, the permissions, the keys and those that are not set', async () => {
    const { container } = show('#about');
    expect(screen.getByRole('heading', { name: 'Peerside 0.1.0' })).toBeDefined();
    expect(screen.getByText('calendar.google.com')).toBeDefined();
    expect(await screen.findByText('Alt+Shift+K')).toBeDefined();
    expect(screen.getByText('no key set')).toBeDefined();
    expect(screen.getByText(/chrome:\/\/extensions\/shortcuts/)).toBeDefined();
    await expectAccessible(container);
  });
});

describe('calendar', () => {
  test('own addresses are added, taken away and brought back', async () => {
    const { user, container } = show('#calendar');
    const field = await screen.findByRole('textbox', { name: 'Another address of yours' });
    await user.type(field, 'Diane <Diane@Example.com>{Enter}');
    expect(await screen.findByText('diane@example.com')).toBeDefined();
    expect((field as HTMLInputElement).value).toBe('');
    await expectAccessible(container);
    // Typed while it is being written: the next one.
    await user.type(field, 'x@example.com');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.input(field, { target: { value: 'd2' } });
    await screen.findByText('x@example.com');
    expect((field as HTMLInputElement).value).toBe('d2');
    await changeAddresses('ownEmails', { without: 'x@example.com' });
    await user.click(screen.getByRole('button', { name: 'Remove diane@example.com' }));
    await waitFor(async () => expect((await readSettings()).ownEmails).toEqual([]));
    // Meanwhile, in another window.
    await changeAddresses('ownEmails', { with: 'd@example.com' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () =>
      expect((await readSettings()).ownEmails).toEqual(['d@example.com', 'diane@example.com']),
    );
  });

  test.each([
    ['', 'Write an address first.'],
    ['diane', 'not a whole address'],
    ['diane@example.com', 'here already'],
    ['steve@example.com', 'belongs to Steve Tan'],
  ])('the address “%s” is refused, and stays as it was typed', async (typed, message) => {
    await changeSettings({ ownEmails: ['diane@example.com'] });
    await addPerson(personDraft('Steve Tan', ['steve@example.com']));
    const { user, container } = show('#calendar');
    const field = await screen.findByRole('textbox', { name: 'Another address of yours' });
    if (typed) await user.type(field, typed);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect((field as HTMLInputElement).value).toBe(typed);
    expect((await readSettings()).ownEmails).toEqual(['diane@example.com']);
    await expectAccessible(container);
  });

  test('the own name is stored as it is typed, the marks at once', async () => {
    const { user } = show('#calendar');
    await user.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Diane Moreau');
    await user.click(screen.getByRole('switch', { name: 'Show marks and cards' }));
    await waitFor(async () =>
      expect(await readSettings()).toMatchObject({ ownName: 'Diane Moreau', marks: false }),
    );
  });

  test('an address begun is there again, until it is added', async () => {
    const { user } = show('#calendar');
    const name = { name: 'Another address of yours' };
    await user.type(await screen.findByRole('textbox', name), 'diane@exa');
    await user.click(screen.getByRole('link', { name: 'About' }));
    await user.click(screen.getByRole('link', { name: 'Calendar' }));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', name).value).toBe('diane@exa'));
    await user.type(screen.getByRole('textbox', name), 'mple.com{Enter}');
    await screen.findByText('diane@example.com');
    await waitFor(async () => expect(await readDraft('own-address')).toBeUndefined());
  });

  test('what cannot be written says so in place, and the switch goes back', async () => {
    const { user, container } = show('#calendar');
    await changeSettings({ ownEmails: ['diane@example.com'] });
    const marks = await screen.findByRole<HTMLInputElement>('switch', { name: 'Show marks and cards' });
    const before = marks.checked;
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = vi.spyOn(db, 'transaction').mockRejectedValue(new Error('full'));
    await user.click(marks);
    await screen.findByText(/^Not stored/);
    expect(marks.checked).toBe(before);
    await expectAccessible(container);
    broken.mockRestore();
  });
});
