import { addDays } from '../prep/days.ts';
import type { Note } from '../prep/records/note.ts';
import type { Project } from '../prep/records/project.ts';
import { changeRow } from './change-row.ts';
import { db, type ProjectRow } from './db.ts';
import { localDay, newRecord, timelineRange } from './record.ts';
import type { Undo } from './remove.ts';

/** A joint project is small: about two weeks from end to end (Relationships, METHOD 61). */
const PROJECT_DAYS = 14;

/** A project with the keys that find it while it is open. */
export function projectRow(project: Project): ProjectRow {
  return { ...project, openFor: project.state === 'open' ? project.personIds : [] };
}

/** Begins a joint project today, with fourteen days for it. */
export async function addProject(
  personIds: readonly string[],
  title: string,
  kind: Project['kind'] = null,
  now = new Date(),
): Promise<Project> {
  const startedOn = localDay(now);
  const project: Project = {
    ...newRecord(now),
    personIds: [...personIds],
    title,
    kind,
    startedOn,
    targetOn: addDays(startedOn, PROJECT_DAYS),
    stage: 'explore',
    myNext: '',
    theirNext: '',
    state: 'open',
    outcome: '',
    closedAt: null,
  };
  await db.projects.add(projectRow(project));
  return project;
}

/** Changes a project; with another state it is closed or open again. @returns the way back */
export function changeProject(
  id: string,
  change: Partial<Omit<Project, 'id' | 'createdAt' | 'updatedAt' | 'closedAt'>>,
  now = new Date(),
): Promise<Undo> {
  const closedAt = change.state === 'open' ? null : now.toISOString();
  const whole: Partial<Project> = change.state ? { ...change, closedAt } : change;
  return changeRow(db.projects, id, whole, projectRow, now);
}

/** The open projects with a person, the oldest first; by default there is at most one (METHOD 61). */
export function openProjects(personId: string): Promise<Project[]> {
  return db.projects.where('openFor').equals(personId).sortBy('startedOn');
}

/** Notes that may hold something small to do together: about friction, or a big idea (METHOD 63). */
const IDEAS: readonly Note['tags'][number][] = ['friction', 'big-idea'];
/** How many are offered, and how many characters of each. */
const OFFERED = 3;
const TITLE = 80;

/** What notes about a person suggest for a project, the newest first: the beginning of each note that was marked so. */
export async function projectIdeas(personId: string): Promise<string[]> {
  const [lower, upper] = timelineRange(personId);
  const notes = await db.notes
    .where('timeline')
    .between(lower, upper)
    .reverse()
    // A vent is no proposal.
    .filter(({ tags, sensitivity }) => sensitivity !== 'vent' && tags.some((tag) => IDEAS.includes(tag)))
    .limit(OFFERED)
    .toArray();
  return notes.flatMap(({ text }) => {
    const [line = ''] = text.trim().split('\n');
    return line === '' ? [] : [line.length > TITLE ? `${line.slice(0, TITLE).trimEnd()}…` : line];
  });
}
