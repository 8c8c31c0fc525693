import type { Topic } from '../prep/records/topic.ts';
import { db, type TopicRow } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** A topic with the keys that find it while it is open. */
export function topicRow(topic: Topic): TopicRow {
  return { ...topic, openFor: topic.state === 'open' ? topic.personIds : [] };
}

/** Adds something to raise with one or several peers. */
export async function addTopic(personIds: readonly string[], text: string, now = new Date()): Promise<Topic> {
  const topic: Topic = {
    ...newRecord(now),
    personIds: [...personIds],
    text,
    state: 'open',
    closedAt: null,
    raisedIn: [],
  };
  await db.topics.add(topicRow(topic));
  return topic;
}

/** Changes the words or the state of a topic. @returns the way back; does nothing for an unknown id */
export async function changeTopic(
  id: string,
  change: Partial<Pick<Topic, 'text' | 'state'>>,
  now = new Date(),
): Promise<Undo> {
  const updatedAt = now.toISOString();
  const old = await db.transaction('rw', db.topics, async () => {
    const topic = await db.topics.get(id);
    if (!topic) return undefined;
    const state = change.state ?? topic.state;
    const closedAt = state === 'open' ? null : (topic.closedAt ?? updatedAt);
    await db.topics.put(topicRow({ ...topic, ...change, closedAt, updatedAt }));
    return topic;
  });
  return async () => {
    // A later change than the one it takes back, for whoever compares.
    if (old) await db.topics.put({ ...old, updatedAt: new Date().toISOString() });
  };
}

/** Notes that the brief of a meeting carries these topics; counted once a meeting. */
export async function carryTopics(topicIds: readonly string[], meetingId: string): Promise<void> {
  await db.transaction('rw', db.topics, async () => {
    const found = await db.topics.bulkGet([...topicIds]);
    const fresh = found
      .filter((topic) => topic !== undefined)
      .filter((topic) => !topic.raisedIn.includes(meetingId));
    await db.topics.bulkPut(
      fresh.map((topic) => ({ ...topic, raisedIn: [...topic.raisedIn, meetingId].slice(-1_000) })),
    );
  });
}
