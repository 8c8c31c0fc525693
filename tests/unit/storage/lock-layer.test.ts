import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '../../../storage/db.ts';
import { KEY_BYTES } from '../../../storage/lock-cipher.ts';
import { useSealer } from '../../../storage/lock-door.ts';
import { isSealedRow, sealerOf } from '../../../storage/lock-layer.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;
const keyOf = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(KEY_BYTES).fill(byte)));
const on = () => useSealer(sealerOf(keyOf(1), true));

async function fill() {
  for (const [name, rows] of Object.entries(dump.rows)) await db.table(name).bulkPut(rows);
}
const content = async () =>
  Object.fromEntries(await Promise.all(db.tables.map(async (one) => [one.name, await one.toArray()])));

/** What lies in IndexedDB, past the layer. */
async function raw(): Promise<Record<string, unknown[]>> {
  const plain = await new Dexie('peerside').open();
  const rows = await Promise.all(plain.tables.map(async (one) => [one.name, await one.toArray()]));
  plain.close();
  return Object.fromEntries(rows);
}

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));
afterEach(() => useSealer(undefined));

describe('with the lock on', () => {
  test('everything comes back as it was, and nothing of it lies open', async () => {
    await fill();
    const before = await content();
    const lying = JSON.stringify(await raw());
    expect(lying).toContain('Steve Tan');
    await Promise.all(db.tables.map((table) => table.clear()));
    on();
    await fill();
    expect(await content()).toEqual(before);
    const sealed = await raw();
    for (const [name, rows] of Object.entries(sealed)) {
      if (name !== 'tombstones') expect([name, rows.every(isSealedRow)]).toEqual([name, true]);
    }
    const text = JSON.stringify(sealed);
    expect(text).not.toMatch(/Steve|José|example\.com|cello|board|hotfix|Planning|diane/i);
  });

  test('rows of both kinds are read', async () => {
    await fill();
    const before = await content();
    on();
    expect(await content()).toEqual(before);
    await db.people.bulkPut(await db.people.toArray());
    expect(await content()).toEqual(before);
  });

  test.each(['sealed', 'open'])('every query answers the same: %s', async (kind) => {
    if (kind === 'sealed') on();
    await fill();
    const steve = dump.rows.people?.[0] as { id: string; emails: string[] };
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    expect(
      (
        await db.people
          .where('emails')
          .equals(steve.emails[0] ?? '')
          .first()
      )?.id,
    ).toBe(steve.id);
    expect(
      ids(
        await db.people
          .where('emails')
          .anyOf(['nobody', steve.emails[0] ?? ''])
          .toArray(),
      ),
    ).toEqual([steve.id]);
    expect(ids(await db.people.where('emails').startsWith('steve').toArray())).toEqual([steve.id]);
    expect(await db.people.where('emails').equals('nobody').count()).toBe(0);
    const event = 'event_20261119T140000Z diane@example.com';
    expect((await db.meetings.where('eventKey').equals(event).first())?.title).toBe('Planning');
    expect(await db.meetings.where('eventKey').anyOf([event, 'x']).count()).toBe(1);
    expect(await db.series.where('seriesKey').anyOf(['a', 'event diane@example.com']).toArray()).toHaveLength(
      1,
    );
    expect(await db.meetings.where('eventKey').startsWith('next-time ').count()).toBe(0);
    expect(await db.notes.where('timeline').startsWith(steve.id).count()).toBeGreaterThanOrEqual(0);
    expect(await db.askings.where('[personId+at]').between([steve.id], [steve.id, '\uffff']).count()).toBe(1);
    expect(ids(await db.topics.where('openFor').equals(steve.id).toArray())).toHaveLength(1);
    expect((await db.questionSets.orderBy('order').last())?.title).toBe('Launches');
    expect((await db.captures.orderBy('waiting').reverse().toArray())[0]?.text).toBe('? Who swaps on-call');
  });

  test('changes in place, deletes and conditions work as ever', async () => {
    on();
    await fill();
    const [person] = await db.people.toArray();
    await db.people.update(person?.id ?? '', { role: 'Lead', emails: ['new@example.com'] });
    expect((await db.people.where('emails').equals('new@example.com').first())?.role).toBe('Lead');
    await db.people.toCollection().modify({ team: 'Other' });
    expect((await db.people.toArray()).map(({ team }) => team)).toEqual(['Other', 'Other']);
    await db.people.where('emails').equals('new@example.com').delete();
    expect(await db.people.count()).toBe(1);
    await expect(
      db.meetings.add({ ...((await db.meetings.toArray())[0] as never as object), id: 'twice' } as never),
    ).rejects.toThrow();
  });

  test('another key opens nothing, and a row in another place does not open', async () => {
    on();
    await fill();
    const plain = await new Dexie('peerside').open();
    const [a, b] = await plain.table('people').toArray();
    await plain.table('people').put({ ...a, sealed: b.sealed });
    plain.close();
    await expect(db.people.get(a.id)).rejects.toThrow();
    useSealer(sealerOf(keyOf(2), true));
    await expect(db.facts.toArray()).rejects.toThrow();
  });
});
