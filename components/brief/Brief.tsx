import { useEffect, useState } from 'preact/hooks';
import { defaultGoal } from '../../prep/default-goal.ts';
import { isFirstFact } from '../../prep/order.ts';
import { briefDay } from '../../prep/preview-week.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Goal } from '../../prep/records/question.ts';
import type { BriefData } from '../../storage/brief.ts';
import { isNextTime, timeOf } from '../../storage/meetings.ts';
import type { NoteOf } from '../../storage/notes.ts';
import { localDay } from '../../storage/record.ts';
import { keepUnsaved, noteSaver } from '../../storage/unsaved.ts';
import { t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import type { SaveState } from '../ui/useSavedText.ts';
import styles from './Brief.module.css';
import { Goals } from './Goals.tsx';
import { Head, LastMet, When } from './Head.tsx';
import { Notes } from './Notes.tsx';
import { PeerFacts } from './PeerFacts.tsx';
import { PeerPromises } from './PeerPromises.tsx';
import { PeerTopics } from './PeerTopics.tsx';

// Choosing questions is a tenth of the code of a brief, and what is chosen stands below the first screen's half: it is
// fetched as soon as the first content is on the screen; before, it would hold that up.
const PeerQuestions = lazy(async () => (await import('./PeerQuestions.tsx')).PeerQuestions, Loading);
const GroupTop = lazy(async () => (await import('./GroupTop.tsx')).GroupTop, Loading);
const Extras = lazy(async () => (await import('./Extras.tsx')).Extras);
const History = lazy(async () => (await import('./History.tsx')).History);

/** Fetches what stands over the brief of several peers: what comes after the first drawing would push that down. */
export const loadTop = (data: BriefData) => (data.peers.length > 1 ? GroupTop.preload() : undefined);

/* Fetched on first use: a level and a goal are seldom changed. */
const loadChangePerson = async () => (await import('../../storage/people.ts')).changePerson;
const loadSetMeetingGoal = async () => (await import('../../storage/meeting-goal.ts')).setMeetingGoal;

export interface BriefProps {
  data: BriefData;
  /** The kept meeting; everything written here belongs to it. */
  meeting: Meeting;
  now: Date;
  onState: (state: SaveState) => void;
}

/** The one screen that prepares a meeting. With several peers: what is common first, then a tab for each. */
export function Brief({ data, meeting, now, onState }: BriefProps) {
  const [asked, setTab] = useState('common');
  // Somebody may be forgotten while the brief is open.
  const tab = data.peers.some(({ person }) => person.id === asked) ? asked : 'common';
  const attempt = useAttempt();
  const [saveNote] = useState(noteSaver);
  const group = data.peers.length > 1;
  const shown = group ? data.peers.filter((peer) => peer.person.id === tab) : data.peers;
  const peers = shown.length > 0 ? shown : data.peers;
  const people = peers.map((peer) => peer.person);
  const [only] = peers.length === 1 ? peers : [];
  const goal = goalOf(data, meeting);
  const notYet = [meeting.id, ...data.ahead];
  const today = localDay(now);
  const planned = !isNextTime(meeting.eventKey);
  const extras = { data, peers, meeting, goal, now };
  const when = <When start={data.start} end={data.end} day={data.day} now={now} />;
  const day = briefDay(meeting, today);
  const started = data.start !== null && Date.parse(data.start) <= now.getTime();
  const text = (kind: 'before' | 'said') => data.notes.find((note) => note.kind === kind)?.text ?? '';
  const topics = (
    <PeerTopics
      carries={planned}
      key={`t-${tab}`}
      topics={data.topics}
      people={people}
      together={group && !only}
      meetingId={meeting.id}
      day={day}
      notYet={notYet}
    />
  );

  return (
    <>
      {group && (
        <GroupTop data={data} chosen={tab} onChoose={setTab}>
          {when}
        </GroupTop>
      )}
      <div
        class={styles.columns}
        {...(group && { role: 'tabpanel', id: 'peer-panel', 'aria-labelledby': `peer-tab-${tab}` })}
      >
        <div>
          {only && (
            <Head
              person={only.person}
              cadence={only.cadence}
              past={only.past}
              start={data.start}
              now={now}
              inGroup={group}
              onTrust={(trust) => attempt(async () => (await loadChangePerson())(only.person.id, { trust }))}
            >
              {planned ? when : <Extras place="when" {...extras} />}
            </Head>
          )}
          {!only && (
            <ul aria-label={t('briefLastMet')}>
              {peers.map((peer) => (
                <li key={peer.person.id}>
                  <LastMet {...peer} start={data.start} now={now} named />
                </li>
              ))}
            </ul>
          )}
          <Goals
            goal={goal}
            onChoose={(next) => attempt(async () => (await loadSetMeetingGoal())(meeting.id, next))}
          />
          {only && (
            <PeerFacts
              key={`f-${meeting.id} ${only.person.id}`}
              peer={only}
              meetingId={meeting.id}
              today={today}
              isFirst={isFirstFact(goal)}
            />
          )}
          {/* Several people come together for what they have to talk about. */}
          {!only && topics}
          <Extras place="top" {...extras} />
          <PeerPromises
            key={`p-${tab}`}
            items={data.items}
            people={people}
            meetingId={meeting.id}
            notYet={notYet}
            carries={planned}
            today={today}
          />
          {only && topics}
        </div>
        <div>
          <PeerQuestions key={`q-${tab}`} data={data} peers={peers} meeting={meeting} goal={goal} now={now} />
          <Extras place="middle" {...extras} />
          <Notes
            key={meeting.id}
            texts={{ before: text('before'), said: text('said') }}
            first={started ? 'said' : 'before'}
            of={(kind) => noteOf(meeting, kind, data)}
            save={(kind, value, base) => saveNote(noteOf(meeting, kind, data), value, base)}
            onLeaving={(kind, value, base) =>
              void keepUnsaved({ kind: 'note', of: noteOf(meeting, kind, data), text: value, base })
            }
            onState={onState}
          />
          <History notes={unique(peers.flatMap((peer) => peer.notes))} today={today} />
        </div>
      </div>
    </>
  );
}

function noteOf(meeting: Meeting, kind: 'before' | 'said', data: BriefData): NoteOf {
  return {
    meetingId: meeting.id,
    kind,
    personIds: data.peers.map(({ person }) => person.id),
    at: timeOf(meeting),
  };
}

/** Notes of a meeting with several peers stand in the history of each: once is enough. */
function unique<T extends { id: string; at: string }>(all: readonly T[]): T[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) => b.at.localeCompare(a.at));
}

function goalOf(data: BriefData, meeting: Meeting): Goal {
  const [first] = data.peers;
  if (meeting.goal || !first) return meeting.goal ?? 'work-better';
  return defaultGoal(first.person.trust, first.past.length, first.person.goal);
}

/** Whether the state of saving stays "failed" anywhere. */
export function useWorst(): [SaveState, (state: SaveState) => void] {
  const [state, setState] = useState<SaveState>('saved');
  useEffect(() => {
    if (state !== 'failed') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [state]);
  return [state, setState];
}
