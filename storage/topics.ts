import { ADDED } from '../prep/records/added.ts';
import type { Stance, Topic } from '../prep/records/topic.ts';
import { db, type TopicRow } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** A topic with the keys that find it while it is open. */
export function topicRow(topic: Topic): TopicRow {
  const { openPresent: _, ...record } = topic as TopicRow;
  if (record.state !== 'open') return { ...record, openFor: [] };
  return {
    ...record,
    openFor: record.personIds,
    ...(record.presentOn && { openPresent: record.presentOn }),
  };
}

/** Adds something to raise with one or several peers. */
export async function addTopic(personIds: readonly string[], text: string, now = new Date()): Promise<Topic> {
  const topic: Topic = {
    ...newRecord(now),
    ...ADDED.topics,
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
  change: Partial<Pick<Topic, 'text' | 'state' | 'personIds' | 'presentOn' | 'shareable'>>,
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
  if (!old) return async () => {};
  // Only what was changed goes back: what else has become of it since, here or in another window, stays.
  const before: typeof change = {};
  for (const field of Object.keys(change)) Object.assign(before, { [field]: old[field as keyof typeof old] });
  return async () => {
    await db.transaction('rw', db.topics, async () => {
      const now = await db.topics.get(id);
      if (!now) return;
      const closedAt = change.state ? old.closedAt : now.closedAt;
      await db.topics.put(topicRow({ ...now, ...before, closedAt, updatedAt: new Date().toISOString() }));
    });
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

/** Notes where one peer stands to a topic. @returns the way back; does nothing for an unknown id */
export async function setStance(
  id: string,
  personId: string,
  stance: Stance,
  now = new Date(),
): Promise<Undo> {
  const set = (to: Stance | undefined, at: Date) =>
    db.transaction('rw', db.topics, async () => {
      const topic = await db.topics.get(id);
      if (!topic) return undefined;
      const { [personId]: before, ...others } = topic.stances;
      const stances = to ? { ...others, [personId]: to } : others;
      await db.topics.put(topicRow({ ...topic, stances, updatedAt: at.toISOString() }));
      return before;
    });
  const before = await set(stance, now);
  return async () => void (await set(before, new Date()));
}
