import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contact, contactFrom } from '../../../prep/formats/contact.ts';
import { mergeContacts, planPeople } from '../../../prep/formats/people-plan.ts';
import { mailbox } from '../../../prep/mailbox.ts';
import { aPerson } from '../../fixtures/records.ts';
import { worked } from '../../setup/worked.ts';

function contact(change: Partial<Contact>): Contact {
  return { name: 'Ana Lima', emails: [], aliases: [], role: '', team: '', unread: [], line: 1, ...change };
}

const steve = aPerson({ id: 'steve', emails: ['steve@example.com'], team: 'Growth' });
const ana = aPerson({ id: 'ana', name: 'Ana Lima', emails: ['a.lima@gmail.com'] });

describe('who a contact is', () => {
  test.each<[string, Partial<Contact>, string, string[]]>([
    ['nobody here', { name: 'Mei', emails: ['mei@example.com'] }, 'new', []],
    ['the same address, with nothing new', { emails: ['steve@example.com'] }, 'here', ['steve']],
    ['another way to write the mailbox', { emails: ['alima+work@googlemail.com'] }, 'adds', ['ana']],
    ['a role for who has none', { emails: ['steve@example.com'], role: 'Designer' }, 'adds', ['steve']],
    ['a team for who has one', { emails: ['steve@example.com'], team: 'Other' }, 'here', ['steve']],
    ['the user', { emails: ['diane+x@example.com'] }, 'own', []],
    [
      'addresses of two people',
      { emails: ['steve@example.com', 'a.lima@gmail.com'] },
      'torn',
      ['steve', 'ana'],
    ],
    ['only the same name', { name: 'ANA LIMÁ', emails: ['x@example.com'] }, 'new', ['ana']],
    ['no address', { name: 'Walter' }, 'new', []],
  ])('%s', (_, change, kind, people) => {
    const [plan] = planPeople([contact(change)], [steve, ana], ['diane@example.com']);
    expect(plan?.kind).toBe(kind);
    expect(plan?.people.map(({ id }) => id)).toEqual(people);
  });

  test('the same name is the same person once it was said', () => {
    const same = new Map([[0, 'ana']]);
    const [plan] = planPeople([contact({ emails: ['x@example.com'] })], [steve, ana], [], same);
    expect(plan).toMatchObject({ kind: 'adds', addition: { emails: ['x@example.com'] } });
  });

  test('nobody gets more than 50 addresses', () => {
    const full = aPerson({ emails: Array.from({ length: 49 }, (_, n) => `s${n}@example.com`) });
    const [plan] = planPeople(
      [contact({ emails: ['s0@example.com', 'x@example.com', 'y@example.com'] })],
      [full],
      [],
    );
    expect(plan?.addition.emails).toEqual(['x@example.com']);
  });
});

describe('contacts of one file', () => {
  test('with one mailbox are one person, by way of others too', () => {
    const merged = mergeContacts([
      contact({ name: 'a@example.com', emails: ['a@example.com'], line: 1 }),
      contact({ name: 'B', emails: ['b@example.com'], role: 'R', line: 5 }),
      contact({ name: 'C', emails: ['b+x@example.com', 'a@example.com'], role: 'Q', team: 'T', line: 9 }),
    ]);
    expect(merged).toEqual([
      contact({
        name: 'B',
        emails: ['b@example.com', 'a@example.com', 'b+x@example.com'],
        aliases: ['C'],
        role: 'R',
        team: 'T',
        line: 1,
      }),
    ]);
  });

  test('property: afterwards no mailbox is in two, none is lost, and merging again changes nothing', () => {
    const email = fc.constantFrom(...'abcdefgh').map((letter) => `${letter}@example.com`);
    const one = fc
      .record({ name: fc.constantFrom('', 'Ana', 'Bo', 'Cy'), emails: fc.array(email, { maxLength: 3 }) })
      .map((raw) => contactFrom({ fullName: raw.name, emails: raw.emails, line: 1 }))
      .filter((found) => found !== undefined);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (contacts) => {
        const merged = mergeContacts(contacts);
        const boxes = merged.flatMap(({ emails }) => emails.map(mailbox));
        expect(new Set(boxes).size).toBe(boxes.length);
        expect(new Set(boxes)).toEqual(new Set(contacts.flatMap(({ emails }) => emails.map(mailbox))));
        expect(mergeContacts(merged)).toEqual(merged);
      }),
    );
  });

  test('twenty thousand in a chain are merged within a second', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) =>
      contact({ name: `P${n}`, emails: [`p${n % 2 ? n : 20_000 - n}@example.com`, `p${n + 1}@example.com`] }),
    );
    const started = worked();
    expect(mergeContacts(chain).length).toBeLessThan(20_000);
    expect(worked() - started).toBeLessThan(1_000);
  });
});
