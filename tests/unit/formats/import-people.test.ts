import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../../prep/formats/contact.ts';
import { person as schema } from '../../../prep/records/person.ts';
import { db } from '../../../storage/db.ts';
import { importPeople, previewPeople } from '../../../storage/formats/import-people.ts';
import { meetingRow } from '../../../storage/meetings.ts';
import { addPerson, changePerson, listPeople, personDraft } from '../../../storage/people.ts';
import { changeSettings } from '../../../storage/settings.ts';
import { listSnapshots } from '../../../storage/snapshots.ts';
import { aMeeting } from './records.ts';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

function contact(change: Partial<Contact>): Contact {
  return { name: 'Ana Lima', emails: [], aliases: [], role: '', team: '', unread: [], line: 1, ...change };
}

const all = new Set([0, 1, 2, 3, 4, 5]);

async function someContacts() {
  await changeSettings({ ownEmails: ['diane@example.com'] });
  const steve = await addPerson({ ...personDraft('Steve Tan', ['steve@example.com']), role: 'Designer' });
  const contacts = [
    contact({ name: 'Ana Lima', emails: ['ana@example.com'], role: 'Engineer', aliases: ['Aninha'] }),
    contact({
      name: 'Steven',
      emails: ['steve@example.com', 's@home.example.com'],
      role: 'Lead',
      team: 'Growth',
    }),
    contact({ name: 'Diane', emails: ['diane@example.com'] }),
  ];
  return { steve, contacts };
}

describe('an import', () => {
  test('adds new people and to people here what they lack, after a snapshot', async () => {
    const { steve, contacts } = await someContacts();
    expect((await previewPeople(contacts)).map(({ kind }) => kind)).toEqual(['new', 'adds', 'own']);
    expect(await listPeople()).toEqual([steve]);
    const { added, filled } = await importPeople({ contacts, chosen: all });
    expect([added, filled]).toEqual([1, 1]);
    const [ana, now] = await listPeople();
    expect(schema.parse(ana)).toEqual(ana);
    expect(ana).toMatchObject({ name: 'Ana Lima', role: 'Engineer', aliases: ['Aninha'], trust: 'new' });
    expect(now).toMatchObject({
      name: 'Steve Tan',
      emails: ['steve@example.com', 's@home.example.com'],
      role: 'Designer',
      team: 'Growth',
    });
    expect((await listSnapshots()).map(({ reason }) => reason)).toEqual(['import']);
    expect((await previewPeople(contacts)).map(({ kind }) => kind)).toEqual(['here', 'here', 'own']);
  });

  test('takes only whom the user chose', async () => {
    const { steve, contacts } = await someContacts();
    await importPeople({ contacts, chosen: new Set([0]) });
    expect((await listPeople()).map(({ name }) => name)).toEqual(['Ana Lima', 'Steve Tan']);
    expect(await db.people.get(steve.id)).toEqual(steve);
  });

  test('undo puts everything back, with what the calendar page has meanwhile shown', async () => {
    const { contacts } = await someContacts();
    const before = await db.people.toArray();
    const { undo } = await importPeople({ contacts, chosen: all });
    const [ana] = await listPeople();
    const with2 = aMeeting({ id: 'both', personIds: [ana!.id, before[0]!.id], start: null });
    await db.meetings.bulkAdd([
      meetingRow(aMeeting({ id: 'hers', eventKey: 'k', personIds: [ana!.id] })),
      meetingRow(with2),
    ]);
    await undo();
    expect(await db.people.toArray()).toEqual(before);
    expect(await db.meetings.toArray()).toEqual([meetingRow({ ...with2, personIds: [before[0]!.id] })]);
    await undo();
    expect(await db.people.toArray()).toEqual(before);
  });

  test('undo leaves who was changed or written about since, and what the user has set', async () => {
    const { steve, contacts } = await someContacts();
    const { undo } = await importPeople({
      contacts: [...contacts, contact({ name: 'Mei', emails: ['mei@example.com'] })],
      chosen: all,
    });
    const [ana, mei] = await listPeople();
    await changePerson(ana!.id, { trust: 'working' }, new Date(Date.now() + 1_000));
    await db.facts.add({
      id: 'fact',
      createdAt: steve.createdAt,
      updatedAt: steve.createdAt,
      personId: mei!.id,
      text: 'Plays go',
      kind: 'hobby',
      learntOn: '2026-11-21',
      confirmedOn: '2026-11-21',
      shownAt: null,
    });
    await changePerson(steve.id, {
      team: 'Mine',
      emails: [...steve.emails, 's@home.example.com', 'new@example.com'],
    });
    await undo();
    expect((await listPeople()).map(({ name }) => name)).toEqual(['Ana Lima', 'Mei', 'Steve Tan']);
    expect(await db.people.get(steve.id)).toMatchObject({
      emails: ['steve@example.com', 'new@example.com'],
      team: 'Mine',
    });
  });

  test('when it fails, nothing is changed', async () => {
    const { contacts } = await someContacts();
    const before = await db.people.toArray();
    const fail = () => {
      throw new Error('full');
    };
    db.people.hook('creating', fail);
    await expect(importPeople({ contacts, chosen: all })).rejects.toThrow('full');
    db.people.hook('creating').unsubscribe(fail);
    expect(await db.people.toArray()).toEqual(before);
  });
});
