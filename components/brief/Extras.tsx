import { useEffect } from 'preact/hooks';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Goal } from '../../prep/records/question.ts';
import type { BriefData, PeerBrief } from '../../storage/brief.ts';
import { noteSeries } from '../../storage/series-review.ts';
import { AgendaPart } from '../agenda/AgendaPart.tsx';
import { OtherVersions } from '../data/OtherVersions.tsx';
import { UpdateNotice } from '../data/UpdateNotice.tsx';
import { HintLine } from '../hints/HintLine.tsx';
import { ComesBackHere } from '../overview/ComesBackHere.tsx';
import styles from './Extras.module.css';
import { Unplanned } from './Unplanned.tsx';

export interface ExtrasProps {
  /** when: in the place of a time that is not planned; top: over the promises; middle: before the notes. */
  place: 'when' | 'top' | 'middle';
  data: BriefData;
  /** Those of the tab that is shown. */
  peers: PeerBrief[];
  meeting: Meeting;
  goal: Goal;
  now: Date;
}

/** What a brief shows only at times; it reads by itself, so that the first content does not wait for it. */
export function Extras({ place, data, peers, meeting, goal, now }: ExtrasProps) {
  useEffect(() => {
    if (place === 'top') noteSeries(meeting).catch(console.error);
  }, [place, meeting.id]);

  if (place === 'when') return <Unplanned past={peers[0]?.past ?? []} now={now} />;
  if (place === 'top') {
    const people = peers.map(({ person }) => person);
    return (
      <>
        {/* Who has a brief open all day sees no other page. */}
        <div class={styles.notice}>
          <UpdateNotice />
        </div>
        <ComesBackHere meeting={meeting} people={people} now={now} />
      </>
    );
  }
  const meetings = Math.max(...data.peers.map(({ past }) => past.length));
  const [only] = peers.length === 1 ? peers : [];
  return (
    <>
      {only && (
        <HintLine
          personId={only.person.id}
          name={only.person.name}
          now={now}
          inBrief
          goal={isAhead(meeting, now) && meeting.place === null ? goal : null}
        />
      )}
      <AgendaPart meeting={meeting} goal={goal} meetings={meetings} />
      <OtherVersions notes={data.notes} />
    </>
  );
}

/** Where it takes place can still be chosen. */
function isAhead({ start, closing }: Meeting, now: Date): boolean {
  return closing === null && (start === null || start > now.toISOString());
}
