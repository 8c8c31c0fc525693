import { paced } from '../prep/pace.ts';
import type { Decision } from '../prep/records/decision.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Person } from '../prep/records/person.ts';
import type { Review } from '../prep/records/review.ts';
import { isRecurring, reviewDay } from '../prep/series.ts';
import { changeRow } from './change-row.ts';
import { db, type ReviewRow } from './db.ts';
import { localDay, newRecord, timelineRange } from './record.ts';
import { remove, type Undo } from './remove.ts';
import { Undoing } from './undoing.ts';

/** A review with the key that finds it until it was held. */
export function reviewRow(review: Review): ReviewRow {
  const { openOn: _, ...record } = review as ReviewRow;
  return { ...record, ...(record.outcome === null && { openOn: record.reviewOn }) };
}

/** Sets the day on which a series is looked at. */
export async function addReview(
  draft: Pick<Review, 'personIds' | 'seriesKey' | 'startedOn' | 'reviewOn'>,
  now = new Date(),
): Promise<Review> {
  const review: Review = { ...newRecord(now), ...draft, outcome: null, note: '', closedAt: null };
  await db.reviews.add(reviewRow(review));
  return review;
}

/** Changes a review: its day, what was decided, the user's words. @returns the way back */
export function changeReview(
  id: string,
  change: Partial<Pick<Review, 'reviewOn' | 'outcome' | 'note'>>,
  now = new Date(),
): Promise<Undo> {
  const closedAt = change.outcome ? now.toISOString() : null;
  const whole: Partial<Review> = change.outcome === undefined ? change : { ...change, closedAt };
  return changeRow(db.reviews, id, whole, reviewRow, now);
}

/**
 * Another day on which the talks with a person are looked at; where there is none yet, one from their first known meeting on.
 * @returns the way back
 */
export async function setReviewDay(
  {
    person,
    past,
    review,
  }: { person: Pick<Person, 'id'>; past: readonly Meeting[]; review?: Review | undefined },
  reviewOn: string,
  now = new Date(),
): Promise<Undo> {
  if (review) return changeReview(review.id, { reviewOn }, now);
  const startedOn = past.at(-1)?.day ?? localDay(now);
  const made = await addReview({ personIds: [person.id], seriesKey: null, startedOn, reviewOn }, now);
  return async () => void (await remove('reviews', [made.id]));
}

/** The reviews that are to be held up to and including a day, the earliest first. */
export function reviewsDueBy(day: string): Promise<Review[]> {
  return db.reviews.where('openOn').belowOrEqual(day).sortBy('reviewOn');
}

/** All reviews with a person, the newest first. */
export async function reviewsOf(personId: string): Promise<Review[]> {
  const found = await db.reviews.where('personIds').equals(personId).sortBy('reviewOn');
  return found.reverse();
}

/**
 * Notes that a meeting is one of a series, so that the series has an end: a review three months after its first known
 * meeting (Relationships, METHOD 54). Once a series; nothing for a single event.
 */
export async function noteSeries(meeting: Meeting, now = new Date()): Promise<void> {
  const { seriesKey, eventKey, personIds } = meeting;
  if (seriesKey === null || !isRecurring(eventKey, seriesKey) || personIds.length === 0) return;
  await db.transaction('rw', db.reviews, db.meetings, async () => {
    if (await db.reviews.where('seriesKey').equals(seriesKey).first()) return;
    // Begun from here, before the calendar had it: it is that one.
    const [begun] = (
      await db.reviews
        .where('personIds')
        .equals(personIds[0] ?? '')
        .toArray()
    ).filter(
      (one) => one.seriesKey === null && one.outcome === null && one.personIds.join() === personIds.join(),
    );
    if (begun) return void (await db.reviews.update(begun.id, { seriesKey, updatedAt: now.toISOString() }));
    const all = await db.meetings.where('seriesKey').equals(seriesKey).toArray();
    const today = localDay(now);
    const [startedOn = today] = [...all.flatMap(({ day }) => day ?? []), today].sort();
    await addReview({ personIds, seriesKey, startedOn, reviewOn: reviewDay(startedOn) }, now);
  });
}

/** What came of a series. */
export interface SeriesOutcome {
  meetings: number;
  decisions: Decision[];
  /** Promises that were kept, by whose they were. */
  kept: { me: number; them: number; both: number };
  answers: { text: string; answer: string }[];
}

/** Reads what came of the talks with some people since a day, by index alone; the newest first. */
export async function readOutcome({
  personIds,
  startedOn,
}: Pick<Review, 'personIds' | 'startedOn'>): Promise<SeriesOutcome> {
  const tables = [db.meetings, db.decisions, db.actionItems, db.askings];
  return db.transaction('r', tables, async () => {
    const of = await Promise.all(personIds.map((id) => outcomeWith(id, startedOn)));
    const unique = <T extends { id: string }>(all: T[]) => [
      ...new Map(all.map((one) => [one.id, one])).values(),
    ];
    const kept = unique(of.flatMap(({ items }) => items));
    const count = (owner: 'me' | 'them' | 'both') => kept.filter((item) => item.owner === owner).length;
    return {
      meetings: unique(of.flatMap(({ meetings }) => meetings)).length,
      decisions: unique(of.flatMap(({ decisions }) => decisions)).sort((a, b) => b.at.localeCompare(a.at)),
      kept: { me: count('me'), them: count('them'), both: count('both') },
      answers: unique(of.flatMap(({ answers }) => answers))
        .sort((a, b) => b.at.localeCompare(a.at))
        .map(({ text, answer }) => ({ text, answer })),
    };
  });
}

async function outcomeWith(personId: string, from: string) {
  const [, upper] = timelineRange(personId);
  const since = `${personId} ${from}`;
  const [meetings, decisions, items, answers] = await Promise.all([
    db.meetings.where('timeline').between(since, upper).toArray(),
    db.decisions.where('timeline').between(since, upper).toArray(),
    db.actionItems.where('personIds').equals(personId).toArray(),
    db.askings.where('[personId+at]').between([personId, from], [personId, '\uffff']).toArray(),
  ]);
  return {
    meetings,
    decisions: decisions.filter(({ state }) => state === 'standing'),
    items: items.filter(({ state, closedAt }) => state === 'kept' && closedAt !== null && closedAt >= from),
    answers: answers.filter(({ answer }) => answer.trim() !== ''),
  };
}

/**
 * Holds a review: keep, slower, faster or stop. Slower and faster move the cadence of its people by a step, stop takes it
 * away; any but stop sets the next review in three months.
 * @returns the way back
 */
export async function holdReview(
  id: string,
  outcome: NonNullable<Review['outcome']>,
  note: string,
  now = new Date(),
): Promise<Undo> {
  const tables = [db.reviews, db.people, db.cadenceChanges];
  const undo = new Undoing(tables);
  const at = now.toISOString();
  await db.transaction('rw', tables, async () => {
    const review = await db.reviews.get(id);
    if (!review || review.outcome !== null) return;
    await undo.put('reviews', reviewRow({ ...review, outcome, note, closedAt: at, updatedAt: at }));
    for (const personId of review.personIds) {
      const person = await db.people.get(personId);
      if (!person?.cadence || outcome === 'keep') continue;
      const from = person.cadence;
      const to = outcome === 'stop' ? null : paced(from, outcome === 'slower' ? 'later' : 'sooner');
      const change = { ...newRecord(now), personId, at, from, to, why: 'review' as const, meetingId: null };
      await undo.put('people', Object.assign(person, { cadence: to, updatedAt: at }));
      await undo.put('cadenceChanges', change);
    }
    if (outcome === 'stop') return;
    const startedOn = localDay(now);
    const { personIds, seriesKey } = review;
    const of = { personIds, seriesKey, startedOn, reviewOn: reviewDay(startedOn) };
    await undo.put(
      'reviews',
      reviewRow({ ...newRecord(now), ...of, outcome: null, note: '', closedAt: null }),
    );
  });
  return () => undo.run();
}
