import { agreedNext } from '../prep/agreed-next.ts';
import { addDays } from '../prep/days.ts';
import { isReminderDue } from '../prep/invite.ts';
import { isPreviewed } from '../prep/preview-week.ts';
import type { Decision } from '../prep/records/decision.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Person } from '../prep/records/person.ts';
import type { Review } from '../prep/records/review.ts';
import type { Topic } from '../prep/records/topic.ts';
import { sortBy } from '../prep/sort-by.ts';
import { changeRow } from './change-row.ts';
import { db } from './db.ts';
import { decisionsDueBy } from './decisions.ts';
import { meetingRow, meetingsBefore, timeOf } from './meetings.ts';
import { localDay } from './record.ts';
import type { Undo } from './remove.ts';
import { reviewsDueBy } from './series-review.ts';

/** Today names what is presented within this many days: the week before, and one to reach everybody in. */
const AHEAD_DAYS = 14;

/** A day for the next meeting comes back from close-outs of this many days: what was agreed longer ago is history. */
const AGREED_DAYS = 120;

/** What comes back by its day. */
export interface ComesBack {
  /** To be decided again. */
  decisions: Decision[];
  /** Series to be looked at. */
  reviews: Review[];
  /** Topics that are to be presented soon. */
  previews: Topic[];
}

/** A day that a close-out named for the next meeting, and those with whom none is known for it or later. */
export interface AgreedNext {
  /** Of the meeting that was closed out. */
  meetingId: string;
  personIds: string[];
  /** `YYYY-MM-DD`. */
  on: string;
}

/** The same over all people, and those whom one asked for a first talk and who may have forgotten. */
export interface ComesBackToday extends ComesBack {
  invited: Person[];
  /** Soonest first. */
  agreed: AgreedNext[];
}

const tables = () => [db.decisions, db.reviews, db.topics, db.people, db.meetings];

/** What comes back today, in one transaction. What is with archived people only rests with them. */
export function readComesBack(now = new Date()): Promise<ComesBackToday> {
  const today = localDay(now);
  return db.transaction('r', tables(), async () => {
    const [people, met, decisions, reviews, previews] = await Promise.all([
      db.people.toArray(),
      db.meetings.where('day').aboveOrEqual(addDays(today, -AGREED_DAYS)).toArray(),
      decisionsDueBy(today),
      reviewsDueBy(today),
      db.topics.where('openPresent').between(today, addDays(today, AHEAD_DAYS), true, true).toArray(),
    ]);
    const active = new Set(people.filter(({ archivedAt }) => !archivedAt).map(({ id }) => id));
    const theirs = ({ personIds }: { personIds: string[] }) => personIds.some((id) => active.has(id));
    const asked = people.filter(({ id, invitation }) => active.has(id) && invitation !== null);
    const due = await Promise.all(asked.map((person) => isStillDue(person, today, now)));
    return {
      decisions: decisions.filter(theirs),
      reviews: reviews.filter(theirs),
      previews: previews.filter(theirs),
      invited: asked.filter((_, index) => due[index]),
      agreed: allAgreed(met, active),
    };
  });
}

function allAgreed(met: Meeting[], active: ReadonlySet<string>): AgreedNext[] {
  const found = new Map<string, AgreedNext>();
  const withPerson = new Map<string, Meeting[]>();
  for (const meeting of sortBy(met, (one) => [timeOf(one), one.id]).toReversed())
    for (const id of meeting.personIds) withPerson.set(id, [...(withPerson.get(id) ?? []), meeting]);
  for (const [id, theirs] of withPerson) {
    const last = theirs.find(({ closing }) => closing);
    const on = agreedNext(theirs, '');
    if (!last || !on || !active.has(id) || theirs.some(({ day }) => day && day >= on)) continue;
    const personIds = [...(found.get(last.id)?.personIds ?? []), id];
    found.set(last.id, { meetingId: last.id, personIds, on });
  }
  return sortBy([...found.values()], ({ on, meetingId }) => [on, meetingId]);
}

/** Lets the day that a close-out named come back no more; the close-out and its recap keep it. @returns the way back */
export async function putAgreedAway(meetingId: string, now = new Date()): Promise<Undo> {
  const closing = (await db.meetings.get(meetingId))?.closing;
  if (!closing?.nextOn) return async () => {};
  const away = { ...closing, nextOn: null, nextAway: closing.nextOn };
  return changeRow(db.meetings, meetingId, { closing: away }, meetingRow, now);
}

async function isStillDue(person: Person, today: string, now: Date): Promise<boolean> {
  const [last] = await meetingsBefore(person.id, now.toISOString(), 1);
  return isReminderDue(person.invitation, last?.start ? localDay(new Date(last.start)) : null, today);
}

/** What comes back in a meeting with some people on a day, by index alone. */
export function readComesBackWith(personIds: readonly string[], day: string): Promise<ComesBack> {
  return db.transaction('r', tables(), async () => {
    const of = await Promise.all(
      personIds.map(async (id) => {
        const [decisions, reviews, topics] = await Promise.all([
          db.decisions.where('openFor').equals(id).toArray(),
          db.reviews.where('personIds').equals(id).toArray(),
          db.topics.where('openFor').equals(id).toArray(),
        ]);
        return { decisions, reviews, topics };
      }),
    );
    const unique = <T extends { id: string }>(all: T[]) => [
      ...new Map(all.map((one) => [one.id, one])).values(),
    ];
    return {
      decisions: unique(of.flatMap(({ decisions }) => decisions)).filter(
        ({ againOn }) => againOn !== null && againOn <= day,
      ),
      reviews: unique(of.flatMap(({ reviews }) => reviews)).filter(
        ({ outcome, reviewOn }) => outcome === null && reviewOn <= day,
      ),
      previews: unique(of.flatMap(({ topics }) => topics)).filter((topic) => isPreviewed(topic, day)),
    };
  });
}
