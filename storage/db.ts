import { Dexie, type EntityTable } from 'dexie';
import type { ActionItem } from '../prep/records/action-item.ts';
import { ADDED } from '../prep/records/added.ts';
import type { Agenda, AgendaTemplate } from '../prep/records/agenda.ts';
import type { CadenceChange } from '../prep/records/cadence-change.ts';
import type { Capture } from '../prep/records/capture.ts';
import type { Decision } from '../prep/records/decision.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Meeting, Series } from '../prep/records/meeting.ts';
import type { Note } from '../prep/records/note.ts';
import type { Person } from '../prep/records/person.ts';
import type { Project } from '../prep/records/project.ts';
import type { Asking, Question, QuestionSet } from '../prep/records/question.ts';
import type { Review } from '../prep/records/review.ts';
import type { Settings } from '../prep/records/settings.ts';
import type { Tombstone } from '../prep/records/tombstone.ts';
import type { Topic } from '../prep/records/topic.ts';
import { clearTrouble, databaseTrouble, reportTrouble } from './db-trouble.ts';
import { lockDoor, readySealer } from './lock-door.ts';
import { hasLock } from './lock-there.ts';
import { upgradeRows } from './upgrade-rows.ts';

/*
 * A row is a record and the keys derived from it, so that every question has an index that answers it
 * without a scan. IndexedDB has no compound multi-entry index; a derived array of strings is one.
 */

/** `"<person id> <instant>"` for each person: one person's history in order, by key range. */
type Timeline = { timeline: string[] };
/** The people it is open for; empty when closed. */
type OpenFor = { openFor: string[] };

export type MeetingRow = Meeting & Timeline;
export type NoteRow = Note & Timeline;
/** `openDue`: the due day while open; absent rows are not in the index. */
export type ActionItemRow = ActionItem & OpenFor & { openDue?: string };
/** `openPresent`: the day of presenting it, while open. */
export type TopicRow = Topic & OpenFor & { openPresent?: string };
/** Open for those with whom its options wait. */
export type AgendaRow = Agenda & Timeline & OpenFor;
/** Open while it stands and has a day to come back on: `openAgain`. */
export type DecisionRow = Decision & Timeline & OpenFor & { openAgain?: string };
export type ProjectRow = Project & OpenFor;
/** `openOn`: the day to look at it, until that was done. */
export type ReviewRow = Review & { openOn?: string };
/** `waiting`: when it was caught, while it is in the inbox. */
export type CaptureRow = Capture & { waiting?: string };
type SettingsRow = Settings & { id: 'settings' };
type MetaRow = { key: string; value: string };

/** The one database. Versions are append-only; each has a dump in tests/fixtures/dumps and a test that opens it. */
export class PeersideDatabase extends Dexie {
  declare people: EntityTable<Person, 'id'>;
  declare meetings: EntityTable<MeetingRow, 'id'>;
  declare series: EntityTable<Series, 'id'>;
  declare notes: EntityTable<NoteRow, 'id'>;
  declare facts: EntityTable<Fact, 'id'>;
  declare actionItems: EntityTable<ActionItemRow, 'id'>;
  declare topics: EntityTable<TopicRow, 'id'>;
  declare questionSets: EntityTable<QuestionSet, 'id'>;
  declare questions: EntityTable<Question, 'id'>;
  declare askings: EntityTable<Asking, 'id'>;
  declare captures: EntityTable<CaptureRow, 'id'>;
  declare agendaTemplates: EntityTable<AgendaTemplate, 'id'>;
  declare agendas: EntityTable<AgendaRow, 'id'>;
  declare decisions: EntityTable<DecisionRow, 'id'>;
  declare projects: EntityTable<ProjectRow, 'id'>;
  declare reviews: EntityTable<ReviewRow, 'id'>;
  declare cadenceChanges: EntityTable<CadenceChange, 'id'>;
  declare settings: EntityTable<SettingsRow, 'id'>;
  declare tombstones: EntityTable<Tombstone, 'id'>;
  declare meta: EntityTable<MetaRow, 'key'>;

  constructor(name = 'peerside') {
    // strict: a power cut must not lose what was acknowledged; Chrome's default since 121 is relaxed.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      people: 'id, *emails',
      meetings: 'id, &eventKey, seriesKey, start, *timeline',
      series: 'id, &seriesKey, *personIds',
      notes: 'id, meetingId, *timeline',
      facts: 'id, personId',
      actionItems: 'id, *personIds, *openFor, openDue, meetingId',
      topics: 'id, *personIds, *openFor',
      questionSets: 'id, order',
      questions: 'id, setId',
      askings: 'id, [personId+at], meetingId',
      captures: 'id, waiting',
      settings: 'id',
      tombstones: 'id, deletedAt',
      meta: 'key',
    });
    this.version(2)
      .stores({
        // Meetings by day: one whose hour the page did not show still has its day.
        meetings: 'id, &eventKey, seriesKey, start, day, *timeline',
        // updatedAt: search asks for what has changed since it last looked.
        people: 'id, *emails, updatedAt',
        notes: 'id, meetingId, expiresOn, updatedAt, *timeline',
        facts: 'id, personId, updatedAt',
        actionItems: 'id, *personIds, *openFor, openDue, meetingId, updatedAt',
        askings: 'id, [personId+at], meetingId, updatedAt',
        captures: 'id, waiting, updatedAt',
        topics: 'id, *personIds, *openFor, openPresent, updatedAt',
        agendaTemplates: 'id, order',
        agendas: 'id, *meetingIds, *openFor, updatedAt, *timeline',
        decisions: 'id, meetingId, *openFor, openAgain, updatedAt, *timeline',
        projects: 'id, *personIds, *openFor, updatedAt',
        reviews: 'id, seriesKey, *personIds, openOn, updatedAt',
        cadenceChanges: 'id, [personId+at]',
      })
      .upgrade((old) =>
        upgradeRows(
          old,
          Object.fromEntries(
            Object.entries(ADDED).map(([table, fields]) => [
              table,
              (row) => Object.assign(row, { ...fields, ...row }),
            ]),
          ),
        ),
      );
  }
}

export const db = new PeersideDatabase();

// Below Dexie's caches, which are at -1: what they hold is open.
db.use({ stack: 'dbcore', level: -2, create: lockDoor });

// Another window of an older version holds the database open while this one upgrades it.
db.on('blocked', () => reportTrouble('blocked'));
// A newer version wants to upgrade: let go at once, and never open it again with this code.
db.on('versionchange', () => {
  db.close({ disableAutoOpen: true });
  reportTrouble('outdated');
  // Stops Dexie's own listener, which would close once more and let the next read open it again.
  return false;
});

/** The version that this code knows. */
const KNOWN = db.verno;

/** Thrown instead of opening a database that a newer Peerside has written. */
class NewerDatabase extends Error {}

// Dexie opens a newer database without complaint, and old code would write into it what the newer one cannot read.
// IndexedDB counts in tenths.
db.on(
  'ready',
  () => {
    if (db.backendDB().version <= KNOWN * 10) return;
    reportTrouble('newer');
    throw new NewerDatabase('A newer Peerside has written this database');
  },
  true,
);

// A lock that is shut keeps it from answering; one that is open brings what opens the rows.
let lockThere: Promise<boolean> | undefined;
db.on('ready', () => readySealer(lockThere), true);

/**
 * Opens the database ahead of its first use; a failure is reported by `databaseTrouble()` and not thrown. `lock`: whether
 * there is one, if that is known already; else it is asked for meanwhile. With `letIn`, a lock that is shut is no failure: it
 * is opened again once that has come.
 */
export async function openDatabase(lock = hasLock(), letIn?: Promise<unknown>): Promise<void> {
  try {
    lockThere = lock;
    await db.open();
    clearTrouble();
  } catch (error) {
    if (letIn && (await lock)) return letIn.then(() => openDatabase());
    if (databaseTrouble()?.kind !== 'newer') reportTrouble('failed', String(error));
  } finally {
    lockThere = undefined;
  }
}
