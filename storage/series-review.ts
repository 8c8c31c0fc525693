import type { Review } from '../prep/records/review.ts';
import { changeRow } from './change-row.ts';
import { db, type ReviewRow } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

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

/** The reviews that are to be held up to and including a day, the earliest first. */
export function reviewsDueBy(day: string): Promise<Review[]> {
  return db.reviews.where('openOn').belowOrEqual(day).sortBy('reviewOn');
}

/** All reviews with a person, the newest first. */
export async function reviewsOf(personId: string): Promise<Review[]> {
  const found = await db.reviews.where('personIds').equals(personId).sortBy('reviewOn');
  return found.reverse();
}
