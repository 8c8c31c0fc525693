import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTable } from '../../../prep/backup/merge.ts';
import { compareVersions, writtenAt } from '../../../prep/backup/order.ts';
import { type BackupRecord, isBackupTable, RECORDS, TABLES } from '../../../prep/backup/tables.ts';
import { noteOf } from '../../../prep/backup/version-ids.ts';
import { contains, idBeside, keptVersions, versionId } from '../../../prep/backup/versions.ts';
import {
  at,
  forgetfulHistories,
  histories,
  join,
  joiningHistories,
  NAMES,
  type State,
  seen,
  seenAsOne,
  shown,
  table,
} from '../../fixtures/histories.ts';
import { portion } from '../../setup/portion.ts';

const RUNS = portion(20_000);

/** Runs a property of three devices over random histories. */
const over =
  (any: fc.Arbitrary<State[]>) =>
  (property: (a: State, b: State, c: State) => void): void =>
    fc.assert(
      fc.property(any, ([a, b, c]) => property(a!, b!, c!)),
      { numRuns: RUNS },
    );

/** Idempotent, commutative and associative, and no device has more to say; `settled`: what three devices are compared by. */
function inAnyOrder(a: State, b: State, c: State, settled: (state: State) => unknown = seen): void {
  const both = join(a, b);
  expect(seen(join(both, b))).toEqual(seen(both));
  expect(seen(join(both, a))).toEqual(seen(both));
  expect(seen(join(b, a))).toEqual(seen(both));
  const all = settled(join(both, c));
  expect(settled(join(a, join(b, c)))).toEqual(all);
  for (const one of [a, b, c]) {
    expect(settled(join(join(both, c), one))).toEqual(all);
    expect(settled(join(join(a, join(b, c)), one))).toEqual(all);
  }
}

describe('merging over random histories on three devices', { timeout: 120_000 }, () => {
  const holds = over(histories);

  test('is idempotent: the same again changes nothing', () =>
    holds((a, b) => {
      // Of a device's own, only another version goes whose text has since come to stand in its note.
      const own = join(a, a);
      expect(shown(join(own, own))).toEqual(shown(own));
      for (const [id, note] of table(a, 'notes'))
        if (!table(own, 'notes').has(id))
          expect(contains(String(table(a, 'notes').get(noteOf(id))?.text), String(note.text))).toBe(true);
      const both = join(a, b);
      expect(shown(join(both, b))).toEqual(shown(both));
      expect(shown(join(both, a))).toEqual(shown(both));
    }));

  test('is commutative: whoever takes from whom', () =>
    holds((a, b) => {
      expect(shown(join(a, b))).toEqual(shown(join(b, a)));
    }));

  test('is associative: in whatever order', () =>
    holds((a, b, c) => {
      expect(shown(join(join(a, b), c))).toEqual(shown(join(a, join(b, c))));
    }));

  test('never loses what is newer: each record of either is there, or newer, or was deleted later', () =>
    holds((a, b) => {
      const both = join(a, b);
      for (const state of [a, b]) {
        for (const name of ['facts', 'topics'] as const) {
          for (const one of table(state, name).values()) {
            const kept = table(both, name).get(one.id);
            const gone = both.deleted.get(`${name} ${one.id}`) ?? '';
            if (kept) expect(writtenAt(kept)).toBeGreaterThanOrEqual(writtenAt(one));
            else expect(gone >= (one.updatedAt ?? '')).toBe(true);
          }
        }
      }
    }));

  test('brings nothing back that was deleted after it was last changed', () =>
    holds((a, b) => {
      const both = join(a, b);
      for (const name of NAMES)
        for (const one of table(both, name).values())
          expect(writtenAt(one)).toBeGreaterThan(
            Date.parse(both.deleted.get(`${name} ${noteOf(one.id)}`) ?? '') || 0,
          );
    }));

  test('loses no text of a note: it stands in one of what is kept, unless the note was deleted later', () =>
    holds((a, b) => {
      const both = join(a, b);
      for (const state of [a, b]) {
        for (const one of table(state, 'notes').values()) {
          const note = noteOf(one.id);
          if ((both.deleted.get(`notes ${note}`) ?? '') >= (one.updatedAt ?? '')) continue;
          const kept = [...table(both, 'notes').values()].filter(({ id }) => noteOf(id) === note);
          expect(kept.some(({ text }) => contains(String(text), String(one.text)))).toBe(true);
        }
      }
    }));

  test('an event has one meeting, and what belongs to it follows', () =>
    holds((a, b) => {
      const both = join(a, b);
      const meetings = [...table(both, 'meetings').values()];
      expect(new Set(meetings.map(({ eventKey }) => eventKey)).size).toBe(meetings.length);
      const ids = new Set(meetings.map(({ id }) => id));
      for (const { meetingId } of table(both, 'notes').values())
        if (meetingId !== null) expect(ids.has(String(meetingId))).toBe(true);
      for (const { raisedIn } of table(both, 'topics').values())
        for (const id of raisedIn as string[]) expect(ids.has(id)).toBe(true);
    }));
});

describe('merging where people are forgotten on one device while another writes on', {
  timeout: 120_000,
}, () => {
  const holds = over(forgetfulHistories);

  /**
   * The notes that one device knows as about the forgotten alone, and another as about others, too: whether an older text stays is left
   * to the order.
   */
  function leftToOrder(devices: readonly State[], after: State): Set<string> {
    const isGone = ({ personIds, updatedAt = '' }: BackupRecord) =>
      (personIds as string[]).every((id) => (after.deleted.get(`people ${id}`) ?? '') >= updatedAt);
    const notes = devices.flatMap((state) => [...table(state, 'notes').values()]);
    const of = (some: readonly BackupRecord[]) => new Set(some.map(({ id }) => noteOf(id)));
    return of(notes.filter(isGone)).intersection(of(notes.filter((one) => !isGone(one))));
  }

  test('is idempotent, commutative and associative', () =>
    holds((a, b, c) => {
      const open = leftToOrder([a, b, c], join(join(a, b), c));
      inAnyOrder(a, b, c, (state) => {
        const notes = [...table(state, 'notes')].filter(([id]) => !open.has(noteOf(id)));
        const deleted = [...state.deleted].filter(([key]) => !open.has(noteOf(key.replace('notes ', ''))));
        return seen({
          ...state,
          rows: new Map(state.rows).set('notes', new Map(notes)),
          deleted: new Map(deleted),
        });
      });
    }));

  test('whoever takes from whom, nothing of before the forgetting is about whom was forgotten', () =>
    holds((a, b) => {
      const both = join(a, b);
      for (const [key, time] of both.deleted) {
        const [name, id = ''] = key.split(' ');
        if (name !== 'people') continue;
        for (const one of NAMES.flatMap((each) => [...table(both, each).values()]))
          if ([one.id, one.personId, ...((one.personIds as string[] | undefined) ?? [])].includes(id))
            expect((one.updatedAt ?? '') > time).toBe(true);
      }
    }));

  test('never loses what is newer: it is there, or a newer one, or was deleted or its people forgotten later', () =>
    holds((a, b) => {
      const both = join(a, b);
      const gone = (key: string) => both.deleted.get(key) ?? '';
      for (const state of [a, b]) {
        for (const name of ['people', 'facts', 'topics', 'meetings'] as const) {
          for (const one of table(state, name).values()) {
            const kept = table(both, name).get(one.id);
            const written = one.updatedAt ?? '';
            if (kept) {
              expect(writtenAt(kept)).toBeGreaterThanOrEqual(writtenAt(one));
              continue;
            }
            const people = [one.personId, ...((one.personIds as string[] | undefined) ?? [])];
            const forgotten = people.filter((id) => id !== undefined).map((id) => gone(`people ${id}`));
            const left = forgotten.length > 0 && forgotten.every((time) => time >= written);
            expect(gone(`${name} ${one.id}`) >= written || left).toBe(true);
          }
        }
      }
    }));

  test('a text that is about somebody else, too, goes only where the other device has deleted it', () =>
    holds((a, b) => {
      const both = join(a, b);
      const isForgotten = (id: string, written: string) =>
        (both.deleted.get(`people ${id}`) ?? '') >= written;
      for (const [state, other] of [
        [a, b],
        [b, a],
        [a, a],
      ] as const) {
        const kept = [...table(state === other ? join(a, a) : both, 'notes').values()];
        for (const { id, text, personIds, updatedAt = '' } of table(state, 'notes').values()) {
          if ((personIds as string[]).every((one) => isForgotten(one, updatedAt))) continue;
          const ids = [noteOf(id), versionId(id, String(text))];
          if (state !== other && ids.some((one) => (other.deleted.get(`notes ${one}`) ?? '') >= updatedAt))
            continue;
          const texts = kept.filter((one) => noteOf(one.id) === noteOf(id)).map((one) => String(one.text));
          expect(texts.some((one) => contains(one, String(text)))).toBe(true);
        }
      }
    }));
});

describe('merging where people are joined on one device while another writes on', {
  timeout: 120_000,
}, () => {
  const holds = over(joiningHistories);
  const peopleOf = (one: BackupRecord) => [
    ...(one.personId === undefined ? [] : [String(one.personId)]),
    ...((one.personIds as string[] | undefined) ?? []),
  ];

  test('is idempotent, commutative and associative', () =>
    holds((a, b, c) => inAnyOrder(a, b, c, seenAsOne)));

  test('whoever takes from whom, nothing is about somebody who was joined with another and is gone', () =>
    holds((a, b) => {
      const both = join(a, b);
      for (const [id, joined] of both.joined) {
        if (!joined || table(both, 'people').has(id)) continue;
        for (const one of NAMES.flatMap((each) => [...table(both, each).values()]))
          expect(peopleOf(one)).not.toContain(id);
      }
    }));

  test('nothing is lost by a joining: it is there, or a newer one, or was deleted, or its people forgotten, later', () =>
    holds((a, b) => {
      const both = join(a, b);
      const gone = (key: string) => both.deleted.get(key) ?? '';
      /** When the one that somebody has become was forgotten. */
      const forgotten = (id: string): string => {
        const joined = both.joined.get(id);
        return joined ? forgotten(joined.into) : gone(`people ${id}`);
      };
      for (const state of [a, b]) {
        for (const name of ['notes', 'facts', 'topics', 'meetings'] as const) {
          for (const one of table(state, name).values()) {
            const written = one.updatedAt ?? '';
            const kept = [...table(both, name).values()].filter(({ id }) => noteOf(id) === noteOf(one.id));
            if (kept.some((other) => writtenAt(other) >= writtenAt(one))) continue;
            const people = peopleOf(one);
            const left = people.length > 0 && people.every((id) => forgotten(id) >= written);
            // Of a note the text may be what was deleted.
            const ids = [noteOf(one.id), ...(name === 'notes' ? [idBeside(one)] : [])];
            expect(ids.some((id) => gone(`${name} ${id}`) >= written) || left).toBe(true);
          }
        }
      }
    }));
});

describe('versions of one note', () => {
  const note = (text: string, time: number, id = 'n'): BackupRecord => ({
    id,
    createdAt: at(0),
    updatedAt: at(time),
    text,
  });
  const never = () => Number.NEGATIVE_INFINITY;

  test.each([
    ['written on', 'Ask Ana', 'Ask Ana\nand Pedro', true],
    ['written on in the line', 'Ask Ana', 'Ask Ana about January', true],
    ['written between', 'a\nc', 'a\nb\nc', true],
    ['turned round', 'a\nb', 'b\na', false],
    ['changed within', 'Ask Ana', 'Ask Pedro', false],
    ['shortened', 'a\nb', 'a', false],
    ['emptied', 'a', '', false],
    ['the same line twice', 'a\na', 'a', false],
    ['only spaces changed', 'a \n\n b', 'a\nb', true],
    ['from nothing', '', 'a', true],
  ])('%s', (_, older, newer, lost) => {
    expect(contains(newer, older)).toBe(lost);
    const kept = keptVersions([note(older, 1), note(newer, 2)], never);
    expect(kept[0]).toEqual(note(newer, 2));
    expect(kept.slice(1)).toEqual(lost ? [] : [note(older, 1, versionId('n', older))]);
  });

  test('the other version has the same id wherever it is made, and no other text has it', () => {
    expect(versionId('n', 'a')).toBe(versionId(versionId('n', 'b'), 'a'));
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(versionId('n', a) === versionId('n', b)).toBe(a === b);
      }),
    );
  });

  test('containing is an order: of itself, and through a third', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ab', 'b', ' a', '', 'ba'), { maxLength: 4 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('another version that was deleted does not come back', () => {
    const other = versionId('n', 'older');
    const floor = (id: string) => (id === other ? Date.parse(at(3)) : never());
    const merged = mergeTable('notes', [note('newer', 2)], [note('older', 1)], floor);
    expect(merged).toMatchObject({ puts: [], deletes: [], outcome: { older: 1, beside: 0 } });
  });
});

describe('the order of versions', () => {
  const record = fc.record({
    id: fc.constantFrom('a', 'b', 'set:x', 'question:y'),
    createdAt: fc.constantFrom(at(1), at(2)),
    updatedAt: fc.constantFrom(at(1), at(2), at(3)),
    text: fc.constantFrom('x', 'y'),
    meetingId: fc.constantFrom('m', null),
  });

  test('is total: antisymmetric, transitive, and 0 for the same content only', () => {
    const sign = Math.sign;
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(sign(compareVersions(a, b))).toBe(-sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: RUNS },
    );
  });

  test('what shipped and was never touched gives way to what the user changed long ago', () => {
    const shipped = { id: 'set:teams', createdAt: at(9), updatedAt: at(9), on: true };
    const changed = { id: 'set:teams', createdAt: at(1), updatedAt: at(2), on: false };
    expect(mergeTable('questionSets', [shipped], [changed], () => Number.NEGATIVE_INFINITY).puts).toEqual([
      changed,
    ]);
    expect(mergeTable('questionSets', [changed], [shipped], () => Number.NEGATIVE_INFINITY).puts).toEqual([]);
  });
});

test('a backup holds every table of the database but what is about this browser alone', () => {
  expect([...TABLES].sort()).toEqual(
    Object.keys(RECORDS)
      .filter((name) => name !== 'meta')
      .sort(),
  );
  expect(isBackupTable('meta')).toBe(false);
});
