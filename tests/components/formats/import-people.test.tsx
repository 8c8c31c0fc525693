import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { People } from '../../../components/people/People.tsx';
import { ToastProvider } from '../../../components/ui/Toast.tsx';
import { db } from '../../../storage/db.ts';
import { addPerson, listPeople, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { expectAccessible } from '../../setup/components.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const fixtures = join(import.meta.dirname, '../../fixtures/formats');
const fixture = (name: string) => new File([readFileSync(join(fixtures, name))], name);
const cards = (...names: string[]) =>
  new File(
    names.map(
      (name) =>
        `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:${name.replace(' ', '.')}@example.com\nEND:VCARD\n`,
    ),
    'people.vcf',
  );

/** The page of people, after a file was chosen. */
async function choose(file: File) {
  const user = userEvent.setup();
  const before = await listPeople();
  const { container } = render(
    <ToastProvider>
      <main>
        <People chosen={undefined} hrefOf={(id) => `#${id}`} onChoose={() => {}} />
      </main>
    </ToastProvider>,
  );
  await user.upload(await screen.findByLabelText('File of contacts'), file);
  await screen.findByText(file.name);
  return { user, container, before };
}

const row = (name: string) => screen.findByRole('checkbox', { name: new RegExp(`^${name}`) });

test('shows who would come, changes nothing before it is wanted, and can be taken back', async () => {
  await addPerson(personDraft('Ana', ['ana@home.example.com']));
  const { user, container, before } = await choose(fixture('google-contacts.vcf'));
  const ana = await row('Ana Lima');
  expect(ana).toHaveProperty('checked', true);
  expect(ana.closest('li')?.textContent).toContain(
    'For Ana: ana.lima@example.com, ana.lima+lists@example.com, Engineer',
  );
  await expectAccessible(container);
  expect(await listPeople()).toEqual(before);
  await user.click(screen.getByRole('button', { name: 'Import 2 people' }));
  await screen.findByText('Imported 2 people');
  expect((await listPeople()).map(({ name }) => name)).toEqual(['Ana', 'mei.chen@example.com']);
  expect(screen.queryByText('google-contacts.vcf')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import' }));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await listPeople()).toEqual(before));
});

test('takes only who is ticked; none ticked, none imported', async () => {
  const { user } = await choose(cards('Ana Lima', 'Mei Chen'));
  await user.click(await row('Ana Lima'));
  await user.click(screen.getByRole('button', { name: 'Import 1 person' }));
  await waitFor(async () => expect((await listPeople()).map(({ name }) => name)).toEqual(['Mei Chen']));
});

test('an address book has nobody ticked, is searched, and all that are found can be ticked', async () => {
  const names = Array.from({ length: 130 }, (_, n) => `${n % 2 ? 'Odd' : 'Even'} ${n}`);
  const { user, container } = await choose(cards(...names));
  await screen.findByText('130 people');
  expect(screen.getByRole('list', { name: 'People in the file' }).children).toHaveLength(100);
  expect(screen.getByRole('button', { name: 'Show 30 more' })).toBeDefined();
  const take = screen.getAllByRole('button', { name: 'Import' }).at(-1)!;
  expect(take).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('searchbox', { name: 'Find in this file' }), 'odd 9');
  await screen.findByText('6 people');
  await user.click(screen.getByRole('button', { name: 'Tick all' }));
  expect(screen.getByRole('button', { name: 'Import 6 people' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Tick none' }));
  expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
  await user.type(screen.getByRole('searchbox', { name: 'Find in this file' }), ' no');
  expect(await screen.findByText('Nobody here fits "odd 9 no".')).toBeDefined();
  await expectAccessible(container);
});

test('asks whether one with the name of somebody here is the same, and adds to that one if so', async () => {
  const steve = await addPerson(personDraft('Steve Tan', ['old@example.com']));
  const { user, container } = await choose(cards('Steve Tan'));
  expect(await row('Steve Tan')).toHaveProperty('checked', false);
  await expectAccessible(container);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Who Steve Tan is' }), steve.id);
  await screen.findByText('For Steve Tan: steve.tan@example.com');
  await user.click(screen.getByRole('button', { name: 'Import 1 person' }));
  await waitFor(async () =>
    expect((await listPeople()).map(({ emails }) => emails)).toEqual([
      ['old@example.com', 'steve.tan@example.com'],
    ]),
  );
});

test('says who is not taken, and why', async () => {
  await changeSettings({ ownEmails: ['diane.moreau@example.com'] });
  await addPerson(personDraft('Mei', ['mei.chen@example.com']));
  const { user, container } = await choose(cards('Diane Moreau', 'Mei Chen', 'Ana Lima'));
  await user.click(await screen.findByText('2 are not taken'));
  expect(screen.getByText('Diane Moreau').parentElement?.textContent).toContain('this is you');
  expect(screen.getByText('Mei Chen').parentElement?.textContent).toContain('all of it is here already');
  await expectAccessible(container);
});

test('names the lines of cards that could not be read', async () => {
  await choose(fixture('version-4-utf-8-bom.vcf'));
  expect(
    await screen.findByText('2 entries could not be read, at lines 31, 35. They are left out.'),
  ).toBeDefined();
});

test('shows what the columns of a table hold, and follows when that is changed', async () => {
  const { user, container } = await choose(fixture('outlook.csv'));
  const company = await screen.findByRole('combobox', { name: 'What Company holds' });
  expect(company).toHaveProperty('value', 'company');
  expect((await row("Tom B. O'Neil")).closest('li')?.textContent).toContain('Example Ltd');
  expect(screen.getByText(/^Not an address: \/o=ExchangeLabs/)).toBeDefined();
  await expectAccessible(container);
  await user.selectOptions(company, 'role');
  await waitFor(async () =>
    expect((await row('Priya Nair')).closest('li')?.textContent).toContain('Example Ltd, Research'),
  );
  await user.click(screen.getByRole('button', { name: 'Import 2 people' }));
  await waitFor(async () =>
    expect((await listPeople()).map(({ role }) => role)).toEqual(['Example Ltd', 'Example Ltd']),
  );
});

test('a table of which nothing is known asks what its columns hold', async () => {
  const { user } = await choose(new File(['Wer;Was\nAna Lima;Payments\n'], 'x.csv'));
  expect(await screen.findByText(/Say which column holds the name/)).toBeDefined();
  await user.selectOptions(screen.getByRole('combobox', { name: 'What Wer holds' }), 'name');
  await row('Ana Lima');
});

test.each<[string, BlobPart, RegExp]>([
  ['nothing', '', /There is nothing in this file/],
  ['a zip', 'PK\u0003\u0004\u0014\u0000', /a zip file or a workbook.*save the workbook as CSV/],
  ['a picture', '\u0089PNG\u0000\u0000\u0001', /not a file of text/],
  ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR', /This is a calendar, not contacts.*under Your data/],
  ['quotes that do not match', 'Name,E-mail\n"Ana,ana@example.com\n', /quotes in row \d do not match/],
  ['too many', `Name\n${'Ana\n'.repeat(20_001)}`, /more than 20,000 entries/],
])('%s is refused in its place, and nothing is changed', async (_, content, message) => {
  const { user, container, before } = await choose(new File([content], 'contacts.vcf'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(message);
  expect(alert.textContent).toContain('Nothing was changed.');
  await expectAccessible(container);
  await user.click(within(alert).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await listPeople()).toEqual(before);
});

test('a file over 50 MB is refused by its size, and not read', async () => {
  const large = cards('Ana Lima');
  Object.defineProperty(large, 'size', { value: 60_000_000 });
  const read = vi.spyOn(large, 'arrayBuffer');
  await choose(large);
  expect((await screen.findByRole('alert')).textContent).toMatch(/too large: 60 MB.*may have 50 MB/);
  expect(read).not.toHaveBeenCalled();
});

test('a file that went away says so', async () => {
  const gone = cards('Ana Lima');
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await choose(gone);
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be read.*Choose it again/);
});

test('an import that fails says so, and nothing is changed', async () => {
  const { user } = await choose(cards('Ana Lima'));
  await row('Ana Lima');
  const fail = () => {
    throw new Error('full');
  };
  db.people.hook('creating', fail);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await user.click(screen.getByRole('button', { name: 'Import 1 person' }));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Nothing was imported: it could not be written. Try again.',
  );
  db.people.hook('creating').unsubscribe(fail);
  expect(await listPeople()).toEqual([]);
});
