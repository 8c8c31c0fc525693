import type { Stance, Topic } from './records/topic.ts';
import { sortBy } from './sort-by.ts';

/** Where one peer stands; nothing noted: not yet. */
export function stanceOf(topic: Pick<Topic, 'stances'>, personId: string): Stance {
  return topic.stances[personId] ?? 'not-yet';
}

/** How many of the peers have heard of a topic, whatever they think of it: "2 of 4". */
export function coverage(topic: Pick<Topic, 'personIds' | 'stances'>): { heard: number; of: number } {
  const heard = topic.personIds.filter((id) => stanceOf(topic, id) !== 'not-yet').length;
  return { heard, of: topic.personIds.length };
}

/** Topics to be presented in the order that needs attention: the nearest day, then who has heard least; a total order. */
export function orderPreviews<T extends Topic>(topics: readonly T[]): T[] {
  const share = (topic: T) => coverage(topic).heard / Math.max(1, coverage(topic).of);
  return sortBy(topics, (topic) => [topic.presentOn ?? '\uffff', share(topic), topic.createdAt, topic.id]);
}
