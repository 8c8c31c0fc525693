import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BACKUP_LIMITS, BackupError } from '../../../prep/backup/faults.ts';
import type { BackupRecord } from '../../../prep/backup/tables.ts';
import { versionId } from '../../../prep/backup/versions.ts';
import { lock } from '../../../storage/backup/crypto.ts';
import { previewRestore, restore } from '../../../storage/backup/restore.ts';
import { recordOf, rowOf } from '../../../storage/backup/rows.ts';
import { stage } from '../../../storage/backup/stage.ts';
import { NotVerified, verify, writeBackup } from '../../../storage/backup/write.ts';
import { db } from '../../../storage/db.ts';
import { remove } from '../../../storage/remove.ts';
import { changeSettings, readSettings } from '../../../storage/settings.ts';
import { addThought } from '../../../storage/thoughts.ts';
import { writeMeetingNote } from '../../../storage/write-note.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { backupText, HEAD } from '../../fixtures/backups.ts';
import type { Dump } from '../../fixtures/dumps/dump.ts';
import {
  bury,
  forgetfulHistories,
  histories,
  join,
  joiningHistories,
  NAMES,
  nothing,
  type State,
  shown,
  table,
  tombstonesOf,
} from '../../fixtures/histories.ts';
import { aFact, aPerson } from '../../fixtures/records.ts';
import { portion } from '../../setup/portion.ts';
import '../../setup/few-rounds.ts';

const dump = JSON.parse(readFileSync('tests/fixtures/dumps/v2.json', 'utf8')) as Dump;

async function fill(): Promise<void> {
  for (const [name, rows] of Object.entries(dump.rows)) {
    if (name !== 'meta') await db.table(name).bulkPut(rows);
  }
}

async function content(): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter(({ name }) => name !== 'meta');
  return Object.fromEntries(await Promise.all(tables.map(async (one) => [one.name, await one.toArray()])));
}

const clear = () => Promise.all(db.tables.map((one) => one.clear()));
beforeEach(clear);

const packed = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]);
const plain = (text: string) => packed(gzipSync(text));
const incoming = () => db.meta.count();
const faultOf = async (file: Blob, passphrase?: string) => {
  const error = await stage(file, passphrase).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BackupError);
  expect(await incoming()).toBe(0);
  return (error as BackupError).fault;
};

describe('export and import', () => {
  test.each([undefined, 'correct horse'])('give back the same rows, passphrase %s', async (passphrase) => {
    await fill();
    const before = await content();
    const { blob, locked } = await writeBackup({ passphrase });
    expect(locked).toBe(passphrase !== undefined);
    await clear();
    const staged = await stage(blob, passphrase);
    expect(staged.oddCount).toBe(0);
    const preview = await previewRestore(staged, 'merge');
    expect(await db.notes.count()).toBe(0);
    expect(await restore(staged, 'merge')).toEqual(preview);
    expect(await content()).toEqual(before);
  });

  test('every row is made again of its record', () => {
    for (const [name, rows] of Object.entries(dump.rows)) {
      if (name === 'meta') continue;
      for (const row of rows)
        expect(rowOf(name as 'notes', recordOf(structuredClone(row) as BackupRecord)), name).toEqual(row);
    }
  });

  test('any text comes back as it was', async () => {
    const text = anyText(200);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        await clear();
        await Promise.all(texts.map((one, index) => addThought([`p${index}`], one)));
        const before = await content();
        const { blob } = await writeBackup();
        await clear();
        await restore(await stage(blob), 'merge');
        expect(await content()).toEqual(before);
      }),
      { numRuns: 10 },
    );
  }, 20_000);

  test('the file has no derived keys, and a line for each record', async () => {
    await fill();
    const { blob, records } = await writeBackup();
    const text = await new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    expect(text).not.toMatch(/timeline|openFor|openDue|waiting"/);
    expect(text.split('\n').filter((line) => line.startsWith('{'))).toHaveLength(records + 1);
  });

  test('a backup that cannot be read back whole is not called done', async () => {
    await fill();
    const { blob } = await writeBackup();
    const cut = blob.slice(0, blob.size - 9);
    await expect(verify(cut, { lines: 10, records: 5 }, undefined)).rejects.toThrow(NotVerified);
    await expect(verify(blob, { lines: 1, records: 5 }, undefined)).rejects.toThrow(NotVerified);
  });
});

describe('restoring', () => {
  const recordsOf = (state: State) => ({
    ...Object.fromEntries(NAMES.map((name) => [name, [...table(state, name).values()]])),
    tombstones: tombstonesOf(state),
  });
  const put = async (state: State) => {
    for (const [name, records] of Object.entries(recordsOf(state)))
      await db.table(name).bulkPut(records.map((one) => rowOf(name as 'notes', one as BackupRecord)));
  };
  const get = async (): Promise<State> => ({
    rows: new Map(
      await Promise.all(
        NAMES.map(async (name) => {
          const rows = await db.table(name).toArray();
          return [name, new Map(rows.map((row) => [row.id, recordOf(row)]))] as const;
        }),
      ),
    ),
    ...(await tombstones()),
  });
  const tombstones = async () => {
    const said: Pick<State, 'deleted' | 'joined'> = { deleted: new Map(), joined: new Map() };
    for (const one of await db.tombstones.toArray()) bury(said, one);
    return said;
  };

  const kinds = [
    ['histories', histories],
    ['histories in which people are forgotten', forgetfulHistories],
    ['histories in which people are joined', joiningHistories],
  ] as const;

  test.each(kinds)(
    'merges as the rule says, over random %s',
    async (_, arbitrary) => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async ([a, b]) => {
          await clear();
          await put(a!);
          await restore(await stage(plain(backupText(recordsOf(b!)))), 'merge');
          // What is not in the file stays as it is here; the rule, at every merge, lets go of what stands in a newer text.
          expect(shown(join(await get(), nothing()))).toEqual(shown(join(a!, b!)));
        }),
        { numRuns: portion(500, 40) },
      );
    },
    60_000,
  );

  test.each(kinds)(
    'the preview says what is done, over random %s',
    async (_, arbitrary) => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async ([a, b]) => {
          await clear();
          await put(a!);
          const before = await content();
          const staged = await stage(plain(backupText(recordsOf(b!))));
          const preview = await previewRestore(staged, 'merge');
          expect(await content()).toEqual(before);
          expect(await restore(staged, 'merge')).toEqual(preview);
        }),
        { numRuns: portion(500, 40) },
      );
    },
    60_000,
  );

  test('replacing leaves what is in the file alone', async () => {
    await fill();
    const fact = aFact();
    const staged = await stage(plain(backupText({ facts: [fact] })));
    const outcomes = await restore(staged, 'replace');
    expect(outcomes.notes).toMatchObject({ deleted: 2 });
    expect(outcomes.facts).toMatchObject({ deleted: 1, fresh: 1 });
    const after = await content();
    expect(after.facts).toEqual([fact]);
    expect(Object.values(after).flat()).toEqual([fact]);
  });

  test('the preview of replacing says what is done, also by what is here already', async () => {
    await fill();
    const staged = await stage((await writeBackup()).blob);
    const before = await content();
    const preview = await previewRestore(staged, 'replace');
    expect(preview.notes).toMatchObject({ deleted: 2, fresh: 2, same: 0 });
    expect(await content()).toEqual(before);
    expect(await restore(staged, 'replace')).toEqual(preview);
  });

  test('a failure in the middle leaves all as it was', async () => {
    await fill();
    const before = await content();
    const facts = Array.from({ length: 3 }, (_, index) => aFact({ id: `fact-${index}` }));
    const staged = await stage(plain(backupText({ facts, people: [aPerson()] })));
    const progress = vi.fn((done: number) => {
      if (done >= 3) throw new Error('the disk is full');
    });
    await expect(restore(staged, 'replace', { progress })).rejects.toThrow('the disk is full');
    expect(await content()).toEqual(before);
  });

  test('cancelling leaves all as it was, also while the file is read', async () => {
    await fill();
    const before = await content();
    const file = plain(backupText({ facts: [aFact({ id: 'other' })] }));
    const staged = await stage(file);
    const stop = new AbortController();
    const cancelled = restore(staged, 'merge', { signal: stop.signal, progress: () => stop.abort() });
    await expect(cancelled).rejects.toThrow();
    expect(await content()).toEqual(before);
    const reading = stage(file, undefined, { signal: stop.signal });
    await expect(reading).rejects.toThrow();
    expect(await incoming()).toBe(0);
  });

  test('a note stays with whom it is about, also where another text of it goes with whom was forgotten', async () => {
    const of = { meetingId: 'm', kind: 'said' as const, at: '2026-11-19T14:00:00.000Z' };
    await writeMeetingNote({ ...of, personIds: ['ben'] }, 'With Ben', new Date('2026-11-19T14:00:00Z'));
    const before = await db.notes.toArray();
    const other = { ...before[0]!, text: 'Of Ana alone', personIds: ['ana'] };
    const updatedAt = '2026-11-19T15:00:00.000Z';
    await db.tombstones.put({ id: 'ana', table: 'people', deletedAt: '2026-11-19T16:00:00.000Z' });
    await restore(await stage(plain(backupText({ notes: [recordOf({ ...other, updatedAt })] }))), 'merge');
    expect(await db.notes.toArray()).toEqual(before);
  });

  test('a text that was deleted, and not its note, does not come back where no note is', async () => {
    const of = { meetingId: 'm', kind: 'said' as const, personIds: ['ben'], at: '2026-11-19T14:00:00.000Z' };
    await writeMeetingNote(of, 'Gone', new Date('2026-11-19T14:00:00Z'));
    const { blob } = await writeBackup();
    const [note] = await db.notes.toArray();
    await clear();
    const deletedAt = '2026-11-19T15:00:00.000Z';
    await db.tombstones.put({ id: versionId(note!.id, 'Gone'), table: 'notes', deletedAt });
    const staged = await stage(blob);
    expect((await previewRestore(staged, 'merge')).notes).toMatchObject({ fresh: 0, older: 1 });
    await restore(staged, 'merge');
    expect(await db.notes.count()).toBe(0);
  });

  test('a note changed here and in the file keeps both, and the second time nothing more', async () => {
    const of = {
      meetingId: 'm',
      kind: 'said' as const,
      personIds: ['steve'],
      at: '2026-11-19T14:00:00.000Z',
    };
    await writeMeetingNote(of, 'From the laptop', new Date('2026-11-19T14:00:00Z'));
    const { blob } = await writeBackup();
    await writeMeetingNote(of, 'From this one', new Date('2026-11-19T15:00:00Z'));
    const outcomes = await restore(await stage(blob), 'merge');
    expect(outcomes.notes).toMatchObject({ beside: 1 });
    const both = await db.notes.toArray();
    expect(both.map(({ text }) => text)).toEqual(['From this one', 'From the laptop']);
    await restore(await stage(blob), 'merge');
    expect(await db.notes.toArray()).toEqual(both);
    // Deleting the note deletes both; undo brings both back.
    const undo = await remove('notes', [both[0]!.id]);
    expect(await db.notes.count()).toBe(0);
    await restore(await stage(blob), 'merge');
    expect(await db.notes.count()).toBe(0);
    await undo();
    const back = await db.notes.toArray();
    expect(back).toEqual(both.map((note) => ({ ...note, updatedAt: expect.any(String) })));
    expect(back[0]!.updatedAt > back[1]!.updatedAt).toBe(true);
    // The field still writes the first of the two.
    await writeMeetingNote(of, 'Written on', new Date('2026-11-19T16:00:00Z'));
    expect((await db.notes.toArray()).map(({ text }) => text)).toEqual(['Written on', 'From the laptop']);
  });

  test('of the settings the newer ones win, whichever side they are on', async () => {
    await changeSettings({ ownName: 'Of Monday' }, new Date('2026-11-16T10:00:00Z'));
    const { blob } = await writeBackup();
    await changeSettings({ ownName: 'Of Tuesday' }, new Date('2026-11-17T10:00:00Z'));
    await restore(await stage(blob), 'merge');
    expect((await readSettings()).ownName).toBe('Of Tuesday');
    const { blob: later } = await writeBackup();
    await changeSettings({ ownName: 'Of a clock that is behind' }, new Date('2026-11-15T10:00:00Z'));
    await restore(await stage(later), 'merge');
    expect((await readSettings()).ownName).toBe('Of Tuesday');
    await restore(await stage(blob), 'replace');
    expect((await readSettings()).ownName).toBe('Of Monday');
  });

  test('what was deleted here does not come back from an older backup', async () => {
    await db.facts.put(aFact());
    const { blob } = await writeBackup();
    await remove('facts', ['fact']);
    const outcomes = await restore(await stage(blob), 'merge');
    expect(await db.facts.count()).toBe(0);
    expect(outcomes.facts).toMatchObject({ older: 1, fresh: 0 });
  });
});

describe('a file that is none of ours', () => {
  const good = backupText({ facts: [aFact()] });
  test.each([
    ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])]), { kind: 'not-ours' }],
    ['nothing', new Blob([]), { kind: 'empty' }],
    ['question sets', new Blob(['{"peerside":"question-sets"}']), { kind: 'not-ours' }],
    ['something else packed', plain('hello\n'), { kind: 'not-ours' }],
    ['packed nothing', plain(''), { kind: 'empty' }],
    ['a later format', plain(backupText({}, { ...HEAD, format: 2 })), { kind: 'newer' }],
    ['a later database', plain(backupText({}, { ...HEAD, schema: 99 })), { kind: 'newer' }],
    ['one cut off between lines', plain(good.slice(0, good.lastIndexOf('["end"'))), { kind: 'cut-off' }],
    ['one cut off in a line', plain(good.slice(0, -25)), { kind: 'damaged', line: 3 }],
    ['one whose packing is cut off', packed(gzipSync(good).subarray(0, 90)), { kind: 'damaged' }],
    [
      'other counts than it holds',
      plain(good.replace('"facts":1', '"facts":2')),
      { kind: 'damaged', line: 4 },
    ],
    [
      'a table that is none',
      plain(good.replace('["table","facts"]', '["table","meta"]')),
      { kind: 'damaged', line: 2 },
    ],
    ['more after its end', plain(`${good}{}\n`), { kind: 'damaged', line: 5 }],
    ['no UTF-8', packed(gzipSync(Buffer.from([0x7b, 0xff, 0xfe]))), { kind: 'damaged' }],
  ])('%s', async (_, file, fault) => {
    expect(await faultOf(file)).toEqual(fault);
  });

  test('too large is not even read', async () => {
    const file = new Blob(['{']);
    Object.defineProperty(file, 'size', { value: BACKUP_LIMITS.file + 1 });
    const slice = vi.spyOn(file, 'slice');
    expect(await faultOf(file)).toMatchObject({ kind: 'too-large' });
    expect(slice).not.toHaveBeenCalled();
  });

  test('one that swells is stopped at the cap', async () => {
    const head = good.slice(0, good.indexOf('\n', good.indexOf('\n') + 1) + 1);
    const fat = `${JSON.stringify({ ...aFact(), padding: ' '.repeat(1_000_000) })}\n`;
    const swelling = packed(gzipSync(head + fat.repeat(110)));
    expect(swelling.size).toBeLessThan(1_000_000);
    const started = process.cpuUsage();
    expect(await faultOf(swelling)).toEqual({ kind: 'swells' });
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  }, 20_000);

  test.each([
    ['a line without an end', `${good.slice(0, 100)}${' '.repeat(20_000_000)}`],
    [
      'names of tables without end',
      `${good.slice(0, good.indexOf('{"id"'))}${'["table","facts"]\n'.repeat(1_000_000)}`,
    ],
    ['records without end', `${good.slice(0, good.indexOf('{"id"'))}${'{"id":1}\n'.repeat(600_000)}`],
    ['empty lines without end', good.slice(0, good.indexOf('\n')) + '\n'.repeat(10_000_000)],
    ['brackets without end', `${good.slice(0, good.indexOf('{"id"'))}${'['.repeat(2_000_000)}\n`],
  ])(
    '%s keep the page busy for no more than moments',
    async (_, text) => {
      const file = plain(text);
      const started = process.cpuUsage();
      expect(['damaged', 'too-many', 'not-ours']).toContain((await faultOf(file)).kind);
      expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
    },
    20_000,
  );

  test('a record that is not what its table holds is left out and named; the others are taken', async () => {
    const odd = { ...aFact({ id: 'odd' }), text: 7 } as unknown as BackupRecord;
    const staged = await stage(plain(backupText({ facts: [odd, aFact()] })));
    expect(staged).toMatchObject({ oddCount: 1, odd: [{ table: 'facts', line: 3 }] });
    await restore(staged, 'merge');
    expect(await db.facts.toArray()).toEqual([aFact()]);
  });

  test('members that are none of ours do not come in, nor into a prototype', async () => {
    const text = backupText({ facts: [aFact()] }).replace(
      '"kind":',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"timeline":["x"],"kind":',
    );
    await restore(await stage(plain(text)), 'merge');
    expect(await db.facts.toArray()).toEqual([aFact()]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a locked file', () => {
  test('tells a wrong passphrase from damage, wherever the damage is', async () => {
    const file = await lock(plain(backupText({ facts: [aFact()] })), 'correct horse');
    expect(await faultOf(file)).toEqual({ kind: 'locked' });
    expect(await faultOf(file, 'wrong horse')).toEqual({ kind: 'passphrase' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (const at of [8, 9, 11, 20, 35, 45, 60, 69, 70, 90, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1;
      expect(await faultOf(new Blob([damaged]), 'correct horse'), `byte ${at}`).toEqual({ kind: 'damaged' });
    }
    expect(await faultOf(file.slice(0, 60), 'correct horse')).toEqual({ kind: 'damaged' });
    expect((await stage(file, 'correct horse')).counts).toEqual({ facts: 1 });
  });

  test('asks for no work without end', async () => {
    const file = await lock(plain(backupText({})), 'correct horse');
    for (const iterations of [1_000, 4_000_000_000]) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      new DataView(bytes.buffer).setUint32(10, iterations);
      bytes.set(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice(0, 58))).slice(0, 12), 58);
      expect(await faultOf(new Blob([bytes]), 'correct horse')).toEqual({ kind: 'lock-unknown' });
    }
  });

  test('is another one each time, and holds no text in the clear', async () => {
    const content = new Blob([backupText({ facts: [aFact()] })]);
    const [a, b] = await Promise.all([lock(content, 'correct horse'), lock(content, 'correct horse')]);
    expect(await a.text()).not.toBe(await b.text());
    expect(await a.text()).not.toContain('cello');
  });
});
