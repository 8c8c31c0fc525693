import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { People } from '../../../components/people/People.tsx';
import { PersonForm } from '../../../components/people/PersonForm.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { readDraft, writeDraft } from '../../../storage/drafts.ts';
import { addPerson, changePerson, listPeople, personDraft, readPerson } from '../../../storage/people.ts';
import { addSamplePeople } from '../../../storage/sample.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { expectAccessible } from '../../setup/components.ts';
import { emptyDatabase } from './setup.ts';

beforeEach(emptyDatabase);

function Page({ start }: { start?: string }) {
  const [chosen, setChosen] = useState(start);
  return (
    <ToastProvider>
      <main>
        <People chosen={chosen || undefined} hrefOf={(id) => `#person/${id}`} onChoose={setChosen} />
      </main>
    </ToastProvider>
  );
}

function show(start?: string) {
  const user = userEvent.setup();
  const { container } = render(start ? <Page start={start} /> : <Page />);
  return { user, container };
}

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const listed = () =>
  within(screen.getByRole('list', { name: 'People' }))
    .queryAllByRole('link')
    .map((link) => link.firstChild?.textContent);

describe('the form', () => {
  test('adds a person with everything that can be set', async () => {
    const { user, container } = show('new');
    const name = await field('Name');
    await waitFor(() => expect(document.activeElement).toBe(name));
    await user.type(name, 'Mei Chen');
    await user.type(await field('E-mail address'), 'Mei Chen <Mei@Example.com>');
    await user.click(screen.getByRole('button', { name: 'Another address' }));
    await waitFor(async () => expect(document.activeElement).toBe(await field('E-mail address 2')));
    await user.type(await field('E-mail address 2'), 'mei@other.example');
    await user.type(await field('Other names in titles of meetings'), 'May, M. Chen,');
    await user.type(await field('Role'), 'Designer');
    await user.type(await field('Team'), 'Payments');
    await user.click(screen.getByRole('checkbox', { name: 'We collaborate' }));
    await user.click(screen.getByRole('checkbox', { name: 'Same manager' }));
    await user.click(screen.getByRole('radio', { name: 'Working' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ideally' }), 'every 2 weeks');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByRole('heading', { name: 'Mei Chen' })).toBeDefined();
    expect(await listPeople()).toMatchObject([
      {
        name: 'Mei Chen',
        emails: ['mei@example.com', 'mei@other.example'],
        aliases: ['May', 'M. Chen'],
        role: 'Designer',
        team: 'Payments',
        connections: ['collaborate', 'same-manager'],
        trust: 'working',
        cadence: { ideal: 14, latest: 28 },
        sample: false,
      },
    ]);
    expect(await screen.findByText('Designer, Payments, every 2 weeks, 4 weeks at most')).toBeDefined();
  });

  test('after somebody was added, or given up, the form for the next one is empty', async () => {
    const { user } = show('new');
    for (const button of ['Add', 'Cancel']) {
      await user.type(await field('Name'), 'Mei Chen');
      await user.type(await field('E-mail address'), 'mei@example.com');
      await waitFor(async () => expect(await readDraft('person new')).toMatchObject({ name: 'Mei Chen' }));
      await waitFor(async () =>
        expect(await readDraft('person new')).toMatchObject({ emails: ['mei@example.com'] }),
      );
      await user.click(screen.getByRole('button', { name: button }));
      await waitFor(async () => expect(await readDraft('person new')).toBeUndefined());
      await user.click(screen.getByRole('button', { name: 'Add a person' }));
      await waitFor(async () => expect((await field('Name')).value).toBe(''));
      expect(screen.queryByText(/typed earlier/)).toBeNull();
    }
  });

  test('a person needs a name: it says so at the field, goes there, and adds nobody', async () => {
    const { user, container } = show('new');
    await user.type(await field('Name'), '  ');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    const name = await field('Name');
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'A person needs a name.',
    );
    expect(await listPeople()).toEqual([]);
    await expectAccessible(container);
    await user.type(name, 'Mei');
    expect(name.getAttribute('aria-invalid')).toBeNull();
  });

  test.each([
    ['mei@', 'should look like'],
    ['mei.example.com', 'should look like'],
    ['mei@example', 'should look like'],
    ['two@example.com, three@example.com', 'should look like'],
    [`${'m'.repeat(260)}@example.com`, 'should look like'],
    ['Diane@Example.com', 'your own address'],
    [
      'steve@example.com',
      'belongs to Steve Tan already. Write another, or take it away from Steve Tan first.',
    ],
    ['Steve <STEVE@example.com>', 'belongs to Steve Tan already'],
  ])('the address %s is refused at its field', async (address, message) => {
    await addPerson(personDraft('Steve Tan', ['steve@example.com']));
    await changeSettings({ ownEmails: ['diane@example.com'] });
    const { user } = show('new');
    await user.type(await field('Name'), 'Mei');
    await user.type(await field('E-mail address'), address);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect((await field('E-mail address')).getAttribute('aria-invalid')).toBe('true');
    expect((await field('Name')).value).toBe('Mei');
    expect(await listPeople()).toHaveLength(1);
  });

  test('the same address twice on one person is refused', async () => {
    const { user } = show('new');
    await user.type(await field('Name'), 'Mei');
    await user.type(await field('E-mail address'), 'mei@example.com');
    await user.click(screen.getByRole('button', { name: 'Another address' }));
    await user.type(await field('E-mail address 2'), 'MEI@example.com');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toContain('twice');
    await user.click(screen.getByRole('button', { name: 'Remove address 2' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(async () => expect(await listPeople()).toMatchObject([{ emails: ['mei@example.com'] }]));
  });

  test.each([
    ['0', '30', 'whole days'],
    ['1.5', '30', 'whole days'],
    ['10', '9', 'cannot come before'],
    ['10', '731', 'whole days'],
  ])('every %s days, at the latest after %s, is refused', async (ideal, latest, message) => {
    const { user } = show('new');
    await user.type(await field('Name'), 'Mei');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ideally' }), 'Every so many days');
    await user.type(screen.getByRole('spinbutton', { name: 'Ideally after days' }), ideal);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'At the latest' }),
      'at the latest after so many days',
    );
    await user.type(screen.getByRole('spinbutton', { name: 'At the latest after days' }), latest);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect(await listPeople()).toEqual([]);
  });

  test('changes a person and leaves what it does not show', async () => {
    const { id } = await addPerson({
      ...personDraft('Steve Tan', ['steve@example.com']),
      goal: 'ideas',
      cadence: { ideal: 10, latest: 20 },
    });
    const { user } = show(id);
    expect(screen.queryByRole('alert')).toBeNull();
    const name = await field('Name');
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Ideally after days' }).value).toBe('10');
    await user.type(name, ' Jr');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ideally' }), 'No cadence');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect(await readPerson(id)).toMatchObject({ name: 'Steve Tan Jr', goal: 'ideas', cadence: null }),
    );
  });

  test('what was typed is there again after the page was closed', async () => {
    const user = userEvent.setup();
    const form = <PersonForm person={undefined} onSaved={() => {}} onCancel={() => {}} />;
    const first = render(form);
    await user.type(await field('Name'), 'Mei Ch');
    await user.type(await field('Role'), 'Designer');
    first.unmount();
    const second = render(form);
    expect(await screen.findByDisplayValue('Mei Ch')).toBeDefined();
    expect(screen.getByDisplayValue('Designer')).toBeDefined();
    expect(screen.getByText(/typed earlier/)).toBeDefined();
    await expectAccessible(second.container);
    await user.click(screen.getByRole('button', { name: 'Start afresh' }));
    expect((await field('Name')).value).toBe('');
    await waitFor(async () => expect(document.activeElement).toBe(await field('Name')));
    second.unmount();
    render(form);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await field('Name')).value).toBe('');
  });

  test('two windows with one person: each saves what was changed in it, and shows what the other saved', async () => {
    const { id } = await addPerson({ ...personDraft('Steve Tan', ['steve@example.com']), team: 'Platform' });
    const { user, container } = show(id);
    await user.type(await field('Role'), 'Director');
    await changePerson(id, { team: 'Quality', trust: 'trusted', cadence: { ideal: 7, latest: 14 } });
    await waitFor(async () => expect((await field('Team')).value).toBe('Quality'));
    expect((await field('Role')).value).toBe('Director');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect(await readPerson(id)).toMatchObject({
        role: 'Director',
        team: 'Quality',
        trust: 'trusted',
        cadence: { ideal: 7, latest: 14 },
      }),
    );
    await expectAccessible(container);
  });

  test('sent twice in one breath, it adds one person', async () => {
    const { user } = show('new');
    await user.type(await field('Name'), 'Mei Chen');
    const add = screen.getByRole('button', { name: 'Add' });
    fireEvent.click(add);
    fireEvent.click(add);
    await screen.findByRole('heading', { level: 2, name: 'Mei Chen' });
    expect((await listPeople()).map((person) => person.name)).toEqual(['Mei Chen']);
  });

  test('what is typed while a draft is being read stays, with the rest of the draft', async () => {
    await writeDraft('person new', { name: 'Mei Ch', role: 'Designer' });
    const stored = await browser.storage.local.get('draft person new');
    let go = () => {};
    const get = vi.spyOn(browser.storage.local, 'get').mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          go = () => resolve(stored);
        }),
    );
    render(<PersonForm person={undefined} onSaved={() => {}} onCancel={() => {}} />);
    const name = await field('Name');
    fireEvent.input(name, { target: { value: 'Ana' } });
    expect(get).toHaveBeenCalledOnce();
    go();
    expect(await screen.findByDisplayValue('Designer')).toBeDefined();
    expect(name.value).toBe('Ana');
    await waitFor(async () =>
      expect(await readDraft('person new')).toEqual({ name: 'Ana', role: 'Designer' }),
    );
  });

  test('what was changed before a crash is all that is saved after it', async () => {
    const { id } = await addPerson({ ...personDraft('Steve Tan'), team: 'Platform' });
    const user = userEvent.setup();
    const form = async () => (
      <PersonForm person={await readPerson(id)} onSaved={() => {}} onCancel={() => {}} />
    );
    const first = render(await form());
    await user.type(await field('Role'), 'Director');
    first.unmount();
    const { container } = render(await form());
    expect(await screen.findByDisplayValue('Director')).toBeDefined();
    await changePerson(id, { team: 'Quality' });
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect(await readPerson(id)).toMatchObject({ role: 'Director', team: 'Quality' }),
    );
    expect(await readDraft(`person ${id}`)).toBeUndefined();
  });

  test('two windows with the same form: what is typed in each is kept, given up by itself, and there again', async () => {
    const user = userEvent.setup();
    // In one document here: by ids, which are told apart by their window.
    const open = () => {
      const { container, unmount } = render(
        <PersonForm person={undefined} onSaved={() => {}} onCancel={() => {}} />,
      );
      const name = container.querySelector('#person-name') as HTMLInputElement;
      const cancel = [...container.querySelectorAll('button')].find((one) => one.textContent === 'Cancel');
      return { container, unmount, name, cancel: cancel as HTMLElement };
    };
    const [one, two] = [open(), open()];
    // Each takes the focus once its place is known.
    await waitFor(() => expect(document.activeElement).toBe(two.name));
    await user.type(one.name, 'Mei');
    await waitFor(async () => expect(await readDraft('person new')).toEqual({ name: 'Mei' }));
    await user.type(two.name, 'Amelie');
    await waitFor(async () => expect(await readDraft('person new 2')).toEqual({ name: 'Amelie' }));
    await user.click(one.cancel);
    await waitFor(async () => expect(await readDraft('person new')).toBeUndefined());
    await user.type(one.name, 'Rui');
    one.unmount();
    two.unmount();
    const again = [open(), open()];
    await waitFor(() => expect(again.map(({ name }) => name.value)).toEqual(['Rui', 'Amelie']));
    again[1]?.unmount();
    await expectAccessible(again[0]?.container as Element);
  });

  test.each([[null], ['text'], [{ name: 7, emails: 'x', trust: 'high', connections: ['spy'] }], [[]]])(
    'a draft that does not fit is passed over: %o',
    async (draft) => {
      await writeDraft('person new', draft);
      render(<PersonForm person={undefined} onSaved={() => {}} onCancel={() => {}} />);
      expect((await field('Name')).value).toBe('');
      expect(screen.queryByText(/typed earlier/)).toBeNull();
    },
  );
});

describe('the list', () => {
  test('nobody yet: says what to do', async () => {
    const { user, container } = show();
    expect(await screen.findByRole('heading', { name: 'Nobody yet' })).toBeDefined();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add the first' }));
    expect(await field('Name')).toBeDefined();
  });

  test('finds by name without accents, by address, role and team', async () => {
    await addPerson({ ...personDraft('José Pérez', ['jp@example.com']), role: 'Engineer', team: 'Core' });
    await addPerson(personDraft('Mei Chen', ['mei@example.com']));
    const { user, container } = show();
    const search = await screen.findByRole('searchbox', { name: 'Find a person' });
    for (const [query, names] of [
      ['jose', ['José Pérez']],
      ['mei@', ['Mei Chen']],
      ['ENGINEER', ['José Pérez']],
      ['example', ['José Pérez', 'Mei Chen']],
      ['zzz', []],
    ] as const) {
      await user.clear(search);
      await user.type(search, query);
      expect(listed()).toEqual(names);
    }
    expect(screen.getByText('Nobody fits “zzz”.')).toBeDefined();
    await expectAccessible(container);
  });

  test('archives and takes back, with Undo', async () => {
    const { id } = await addPerson(personDraft('Mei Chen'));
    const { user } = show(id);
    await user.click(await screen.findByRole('button', { name: 'Archive' }));
    await waitFor(async () => expect((await readPerson(id))?.archivedAt).not.toBeNull());
    await waitFor(() => expect(listed()).toEqual([]));
    await user.click(await screen.findByRole('radio', { name: 'Archived' }));
    expect(listed()).toEqual(['Mei Chen']);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await readPerson(id))?.archivedAt).toBeNull());
    await screen.findByRole('button', { name: 'Archive' });
    await changePerson(id, { archivedAt: '2026-11-19T00:00:00.000Z' });
    await user.click(await screen.findByRole('button', { name: 'Take back from the archive' }));
    await waitFor(async () => expect((await readPerson(id))?.archivedAt).toBeNull());
  });

  test('sample people come with one click and go with one click, and with Undo they are back', async () => {
    await addPerson(personDraft('Real Person'));
    const { user, container } = show();
    await user.click(await screen.findByRole('button', { name: 'Try it with sample people' }));
    const remove = await screen.findByRole('button', { name: 'Remove sample people' });
    await user.click(await screen.findByRole('radio', { name: 'Sample' }));
    const made = listed().length;
    expect(made).toBeGreaterThan(3);
    expect(listed()).not.toContain('Real Person');
    await expectAccessible(container);
    await user.click(remove);
    await waitFor(async () => expect(await listPeople()).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await listPeople()).toHaveLength(made + 1));
  });

  test('somebody who is no longer here', async () => {
    await addSamplePeople();
    show('gone');
    expect(await screen.findByText('This person is no longer here.')).toBeDefined();
  });

  test('a right-to-left name and markup in a name stay text', async () => {
    await addPerson(personDraft('<img src=x onerror=alert(1)> ليلى'));
    const { container } = show();
    await waitFor(() => expect(listed()).toEqual(['<img src=x onerror=alert(1)> ليلى']));
    expect(container.querySelector('img')).toBeNull();
  });
});

test('Cancel gives the focus back: to the person in the list, or to the way to add one', async () => {
  const { id } = await addPerson(personDraft('Mei Chen'));
  const { user } = show(id);
  await field('Name');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Mei Chen' })));
  await user.click(screen.getByRole('button', { name: 'Add a person' }));
  await field('Name');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a person' })),
  );
});

test('Cancel gives up what was typed, and Undo opens the form with it again', async () => {
  const { id } = await addPerson(personDraft('Mei Chen'));
  const { user, container } = show(id);
  await user.type(await field('Role'), 'Designer');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Not saved: Mei Chen')).toBeDefined();
  expect(screen.queryByRole('textbox', { name: 'Role' })).toBeNull();
  expect((await readPerson(id))?.role).toBe('');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await field('Role')).value).toBe('Designer'));
  await expectAccessible(container);
  await user.click(screen.getByRole('button', { name: 'Start afresh' }));
  expect((await field('Role')).value).toBe('');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await field('Role')).value).toBe('Designer'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await readPerson(id))?.role).toBe('Designer'));
});

test('a person of whom nothing more is set is one line in the list', async () => {
  await addPerson({ ...personDraft('Mei Chen'), role: '', team: '', cadence: null });
  show();
  const link = await screen.findByRole('link', { name: 'Mei Chen' });
  expect(link.querySelector('.meta')).toBeNull();
});
