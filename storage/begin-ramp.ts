import { addDays } from '../prep/days.ts';
import { RAMP_DAYS } from '../prep/ramp.ts';
import type { Person } from '../prep/records/person.ts';
import { changePerson } from './people.ts';
import { localDay } from './record.ts';
import { remove, type Undo } from './remove.ts';
import { addReview, changeReview, reviewsOf } from './series-review.ts';

/**
 * Begins the ramp with a person today. It ends with a look at it (Rothman, METHOD 50): the day is noted, unless one is noted
 * that comes before it. @returns the way back
 */
export async function beginRamp(
  { id, rampFrom }: Pick<Person, 'id' | 'rampFrom'>,
  now = new Date(),
): Promise<Undo> {
  const startedOn = localDay(now);
  const reviewOn = addDays(startedOn, RAMP_DAYS);
  const open = (await reviewsOf(id)).find(({ outcome }) => outcome === null);
  const undoReview = open
    ? open.reviewOn > reviewOn && (await changeReview(open.id, { reviewOn }, now))
    : await newReview(id, startedOn, reviewOn, now);
  await changePerson(id, { rampFrom: startedOn });
  return async () => {
    await changePerson(id, { rampFrom });
    if (undoReview) await undoReview();
  };
}

async function newReview(personId: string, startedOn: string, reviewOn: string, now: Date): Promise<Undo> {
  const { id } = await addReview({ personIds: [personId], seriesKey: null, startedOn, reviewOn }, now);
  return async () => void (await remove('reviews', [id]));
}
