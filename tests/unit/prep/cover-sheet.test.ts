import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CoverInput, coverChoices, coverSheet } from '../../../prep/cover-sheet.ts';
import { ADDED } from '../../../prep/records/added.ts';
import type { Decision } from '../../../prep/records/decision.ts';
import type { Note } from '../../../prep/records/note.ts';
import { anActionItem, aPerson, aTopic } from '../../fixtures/records.ts';

const AT = '2026-11-01T10:00:00.000Z';
const aNote = (change: Partial<Note>): Note => ({
  ...ADDED.notes,
  id: 'note',
  createdAt: AT,
  updatedAt: AT,
  personIds: ['steve'],
  meetingId: null,
  kind: 'said',
  text: 'text',
  at: AT,
  origin: null,
  ...change,
});
const aDecision = (change: Partial<Decision>): Decision => ({
  id: 'decision',
  createdAt: AT,
  updatedAt: AT,
  personIds: ['steve'],
  meetingId: null,
  text: 'decided',
  againOn: null,
  state: 'standing',
  closedAt: null,
  at: AT,
  shareable: false,
  ...change,
});
const empty: CoverInput = {
  person: aPerson({ role: 'Lead', team: 'Platform' }),
  items: [],
  topics: [],
  decisions: [],
  notes: [],
};

test('only what is marked, as texts and days', () => {
  const shareable = true;
  const sheet = coverSheet({
    ...empty,
    items: [
      anActionItem({ id: 'a', text: 'later', due: '2026-12-01', shareable }),
      anActionItem({ id: 'b', text: 'sooner', due: '2026-11-30', owner: 'them', shareable }),
      anActionItem({ id: 'c', text: 'private' }),
    ],
    topics: [aTopic({ id: 'a', text: 'raise', shareable }), aTopic({ id: 'b', text: 'private' })],
    decisions: [
      aDecision({ text: 'stands', againOn: '2026-12-02', shareable }),
      aDecision({ id: 'x', text: 'private' }),
    ],
    notes: [
      aNote({ text: 'older', shareable }),
      aNote({ id: 'n', text: 'newer', at: '2026-11-02T10:00:00.000Z', shareable }),
      aNote({ id: 'p', text: 'private' }),
    ],
  });
  expect(sheet).toEqual({
    name: 'Steve Tan',
    role: 'Lead',
    team: 'Platform',
    emails: ['steve@example.com'],
    promises: [
      { text: 'sooner', owner: 'them', due: '2026-11-30' },
      { text: 'later', owner: 'me', due: '2026-12-01' },
    ],
    topics: ['raise'],
    decisions: [{ text: 'stands', againOn: '2026-12-02' }],
    notes: [
      { text: 'newer', at: '2026-11-02T10:00:00.000Z' },
      { text: 'older', at: AT },
    ],
  });
});

test('what is closed, emptied, vented or half-baked is neither offered nor printed', () => {
  const input: CoverInput = {
    ...empty,
    items: [
      anActionItem({ state: 'kept', shareable: true }),
      anActionItem({ state: 'dropped', shareable: true }),
    ],
    topics: [aTopic({ state: 'covered', shareable: true })],
    decisions: [
      aDecision({ state: 'changed', shareable: true }),
      aDecision({ state: 'dropped', shareable: true }),
    ],
    notes: [
      aNote({ sensitivity: 'vent', shareable: true }),
      aNote({ sensitivity: 'half-baked', shareable: true }),
      aNote({ text: ' ', shareable: true }),
    ],
  };
  expect(Object.values(coverChoices(input)).flat()).toEqual([]);
  expect(coverSheet(input)).toMatchObject({ promises: [], topics: [], decisions: [], notes: [] });
});

test('no text comes onto any sheet that was not marked, and trust, facts and cadence never do', () => {
  const text = fc.uuid();
  const records = fc.array(fc.record({ text, shareable: fc.boolean(), vent: fc.boolean() }));
  fc.assert(
    fc.property(records, records, (notes, items) => {
      const sheet = JSON.stringify(
        coverSheet({
          ...empty,
          notes: notes.map(({ text, shareable, vent }) =>
            aNote({ text, shareable, sensitivity: vent ? 'vent' : 'normal' }),
          ),
          items: items.map(({ text, shareable }) => anActionItem({ text, shareable })),
        }),
      );
      for (const { text, shareable, vent } of notes) expect(sheet.includes(text)).toBe(shareable && !vent);
      for (const { text, shareable } of items) expect(sheet.includes(text)).toBe(shareable);
      expect(Object.keys(JSON.parse(sheet)).sort()).toEqual([
        'decisions',
        'emails',
        'name',
        'notes',
        'promises',
        'role',
        'team',
        'topics',
      ]);
    }),
  );
});
