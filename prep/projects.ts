import { daysBetween } from './days.ts';
import type { Project } from './records/project.ts';

/** At most one open project with a person, unless the user wants another (Relationships, METHOD 61). */
const OPEN_MOST = 1;

/** Whether another project is offered by itself, beside those that are open. */
export function isAnotherOffered(open: readonly Pick<Project, 'state'>[]): boolean {
  return open.filter(({ state }) => state === 'open').length < OPEN_MOST;
}

/** Where a project stands on a day: "day 10 of 14", and how many days it is over its target. */
export function projectDay(
  project: Pick<Project, 'startedOn' | 'targetOn'>,
  today: string,
): { day: number; of: number; over: number } {
  return {
    day: Math.max(1, daysBetween(project.startedOn, today) + 1),
    of: Math.max(1, daysBetween(project.startedOn, project.targetOn)),
    over: Math.max(0, daysBetween(project.targetOn, today)),
  };
}
