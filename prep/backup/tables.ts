import { RECORDS } from '../records/index.ts';

/** A table that a backup holds: all but `meta`, which is about this browser's copy alone. */
export type BackupTable = Exclude<keyof typeof RECORDS, 'meta'>;

/** A record as a backup holds it: without the keys that storage derives for its indexes. */
export type BackupRecord = { id: string; updatedAt?: string; deletedAt?: string } & Record<string, unknown>;

/**
 * The order of the tables in a file: what refers to other records comes before them, so that a backup made while the
 * user goes on working holds everything that its records refer to; what was deleted meanwhile comes last.
 */
export const TABLES: readonly BackupTable[] = [
  'notes',
  'askings',
  'actionItems',
  'topics',
  'agendas',
  'decisions',
  'projects',
  'reviews',
  'facts',
  'cadenceChanges',
  'captures',
  'questions',
  'questionSets',
  'agendaTemplates',
  'series',
  'meetings',
  'people',
  'settings',
  'tombstones',
];

/** The keys that storage derives for its indexes; none of them is a field of a record. */
export const DERIVED = [
  'timeline',
  'openFor',
  'openDue',
  'openPresent',
  'openAgain',
  'openOn',
  'waiting',
] as const;

const known = new Set<string>(TABLES);

/** Whether a backup may hold a table of this name. */
export function isBackupTable(name: unknown): name is BackupTable {
  return typeof name === 'string' && known.has(name);
}

export { RECORDS };
