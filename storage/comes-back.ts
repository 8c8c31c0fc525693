import { addDays } from '../prep/days.ts';
import { isReminderDue } from '../prep/invite.ts';
import { isPreviewed } from '../prep/preview-week.ts';
import type { Decision } from '../prep/records/decision.ts';
import type { Person } from '../prep/records/person.ts';
import type { Review } from '../prep/records/review.ts';
import type { Topic } from '../prep/records/topic.ts';
import { db } from './db.ts';
import { decisionsDueBy } from './decisions.ts';
import { meetingsBefore } from './meetings.ts';
import { localDay } from './record.ts';
import { reviewsDueBy } from './series-review.ts';

/** Today names what is presented within this many days: the week before, and one to reach everybody in. */
const AHEAD_DAYS = 14;

/** What comes back by its day. */
export interface ComesBack {
  /** To be decided again. */
  decisions: Decision[];
  /** Series to be looked at. */
  reviews: Review[];
  /** Topics that are to be presented soon. */
  previews: Topic[];
}

/** The same over all people, and those whom one asked for a first talk and who may have forgotten. */
export interface ComesBackToday extends ComesBack {
  invited: Person[];
}

const tables = () => [db.decisions, db.reviews, db.topics, db.people, db.meetings];

/** What comes back today, in one transaction. What is with archived people only rests with them. */
export function readComesBack(now = new Date()): Promise<ComesBackToday> {
  const today = localDay(now);
  return db.transaction('r', tables(), async () => {
    const [people, decisions, reviews, previews] = await Promise.all([
      db.people.toArray(),
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
    };
  });
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
