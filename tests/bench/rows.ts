import type { CalendarEvent } from '../../prep/calendar-event.ts';
import type { Owner } from '../../prep/records/action-item.ts';
import { ADDED } from '../../prep/records/added.ts';
import { actionItemRow } from '../../storage/action-items.ts';
import { meetingRow } from '../../storage/meetings.ts';
import { noteRow } from '../../storage/notes.ts';
import { topicRow } from '../../storage/topics.ts';
import { aFact, anActionItem, anAsking, aPerson, aTopic } from '../fixtures/records.ts';

/*
 * A person's years with Peerside, as rows of the database: as many notes as told over 200 people, two to a meeting.
 * Whatever the number, the person shown has the same: twenty open promises, and as many notes and meetings as a
 * brief reads, so that two sizes differ in what is not shown alone.
 */

const PEOPLE = 200;
const PROMISES = 20;
/** As many as a brief reads of one person. */
const NOTES_SHOWN = 20;
const DAY = 86_400_000;

const WORDS =
  'the launch plan moved to Friday because the test team needs two more days and nobody had told support about it'.split(
    ' ',
  );
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => WORDS[(from * 7 + index * 3) % WORDS.length]).join(' ');
const owners: readonly Owner[] = ['me', 'them', 'both'];

/** The people; the first is a guest of the stand-in calendar's "Diane / Steve". */
export const shownPerson = 'person-0';

/** The rows of each table; ids tell what they are. `events`: how many events of the person shown to come have been spotted. */
export function rows(notes: number, events: number, now: Date): Record<string, object[]> {
  const at = (daysAgo: number, minutes = 0) =>
    new Date(now.getTime() - daysAgo * DAY - minutes * 60_000).toISOString();
  const stamp = (id: string, when: string) => ({ id, createdAt: when, updatedAt: when });
  const ids = Array.from({ length: PEOPLE }, (_, index) => `person-${index}`);
  const people = ids.map((id, index) =>
    aPerson({
      ...stamp(id, at(900)),
      name: index === 0 ? 'Steve Tan' : `Peer Number ${index}`,
      emails: [index === 0 ? 'steve.tan@example.com' : `peer.${index}@example.com`],
      role: 'Director of Quality',
      team: 'Quality',
      cadence: { ideal: 14, latest: 30 },
    }),
  );

  // Whose meetings: the person shown's first, then everybody's in turn, and none is as late as those.
  const meetings = Array.from({ length: Math.ceil(notes / 2) }, (_, index) => {
    const shown = index < NOTES_SHOWN / 2;
    const personId = shown ? shownPerson : (ids[index % PEOPLE] ?? shownPerson);
    const start = at(shown ? 7 + index * 14 : 200 + (index % 700), index);
    return meetingRow({
      ...stamp(`meeting-${index}`, start),
      eventKey: `past${index} diane@example.com`,
      seriesKey: `series${index % PEOPLE} diane@example.com`,
      title: 'Diane / Steve',
      day: start.slice(0, 10),
      start,
      end: start,
      personIds: [personId],
      goal: null,
      source: 'prepared',
      sample: false,
      ...ADDED.meetings,
    });
  });
  // What the calendar page does when it sees a chip with a peer: the meeting is there before its brief is first opened.
  const spotted = Array.from({ length: events }, (_, index) => {
    const { event, personIds } = currentEvent(eventKey(index), now);
    return meetingRow({
      ...stamp(`spotted-${index}`, at(1)),
      eventKey: event.key,
      seriesKey: event.seriesKey,
      title: event.title,
      day: event.day,
      start: event.start,
      end: event.end,
      personIds,
      goal: null,
      source: 'spotted',
      sample: false,
      ...ADDED.meetings,
    });
  });
  const noteRows = Array.from({ length: notes }, (_, index) => {
    const meeting = meetings[index >> 1];
    if (!meeting?.start) throw new Error('two notes to a meeting');
    return noteRow({
      ...stamp(`note-${index}`, meeting.start),
      personIds: meeting.personIds,
      meetingId: meeting.id,
      kind: index % 2 === 0 ? 'before' : 'said',
      text: words(index, 40),
      at: meeting.start,
      origin: null,
      ...ADDED.notes,
    });
  });

  const each = <T>(count: number, make: (personId: string, number: number) => T) =>
    ids.flatMap((id) => Array.from({ length: count }, (_, number) => make(id, number)));
  return {
    people,
    meetings: [...meetings, ...spotted],
    notes: noteRows,
    facts: each(2, (personId, n) => aFact({ ...stamp(`fact-${personId}-${n}`, at(90)), personId })),
    actionItems: each(PROMISES, (personId, n) =>
      actionItemRow(
        anActionItem({
          ...stamp(`item-${personId}-${n}`, at(30)),
          personIds: [personId],
          owner: owners[n % 3] ?? 'me',
          text: words(n, 6),
          due: n % 2 === 0 ? at(5 - n).slice(0, 10) : null,
          // All are open for the person shown; of the others, half.
          ...(personId !== shownPerson && n % 2 === 1 && { state: 'kept', closedAt: at(10) }),
        }),
      ),
    ),
    topics: each(3, (personId, n) =>
      topicRow(
        aTopic({ ...stamp(`topic-${personId}-${n}`, at(20)), personIds: [personId], text: words(n, 8) }),
      ),
    ),
    askings: each(30, (personId, n) =>
      anAsking({
        ...stamp(`asking-${personId}-${n}`, at(7 + n)),
        personId,
        questionId: `question:of-before-${n}`,
        at: at(7 + n),
      }),
    ),
  };
}

/** The key of one of the events to come. */
export const eventKey = (index: number) => `next${index} diane@example.com`;

/** The event that the panel stands on: a meeting with the person shown in half an hour. */
export function currentEvent(
  key: string,
  now: Date,
): { event: CalendarEvent; personIds: string[]; at: string; open: boolean } {
  const start = new Date(now.getTime() + 30 * 60_000).toISOString();
  return {
    event: {
      key,
      seriesKey: 'series0 diane@example.com',
      calendarId: 'diane@example.com',
      title: 'Diane / Steve',
      day: start.slice(0, 10),
      start,
      end: new Date(now.getTime() + 60 * 60_000).toISOString(),
      guests: [{ email: 'steve.tan@example.com', name: 'Steve Tan' }],
      guestsComplete: true,
    },
    personIds: [shownPerson],
    at: now.toISOString(),
    open: true,
  };
}
