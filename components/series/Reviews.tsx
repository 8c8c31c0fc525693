import type { Person } from '../../prep/records/person.ts';
import type { Review } from '../../prep/records/review.ts';
import { t } from '../../storage/words.ts';
import { namesText } from '../ui/dates.ts';
import { Folded } from '../ui/Folded.tsx';
import { firstName } from '../ui/first-name.ts';
import { ReviewCard } from './ReviewCard.tsx';

interface ReviewsProps {
  reviews: readonly Review[];
  people: readonly Person[];
  today: string;
}

/** The series at their end, each folded to its question: a brief has one screen, and a review is held once in three months. */
export function Reviews({ reviews, people, today }: ReviewsProps) {
  return (
    <>
      {reviews.map((review) => (
        <Folded key={review.id} title={t('reviewTitle', namesOf(review, people))}>
          <ReviewCard review={review} people={people} today={today} />
        </Folded>
      ))}
    </>
  );
}

function namesOf({ personIds }: Review, people: readonly Person[]): string {
  return namesText(
    personIds.flatMap((id) => people.find((one) => one.id === id) ?? []).map(({ name }) => firstName(name)),
  );
}
