import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Capture } from '../../prep/records/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { localDay } from '../../storage/record.ts';
import type { TodayData } from '../../storage/today.ts';
import { locale, t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';
import { DuePromises } from './DuePromises.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Meetings } from './Meetings.tsx';
import { ReaderNotice } from './ReaderNotice.tsx';
import { SearchBox } from './SearchBox.tsx';
import { TimeToMeet } from './TimeToMeet.tsx';

import styles from './Today.module.css';

// The last on the page: fetched at once, and the first content does not wait for it.
const Inbox = lazy(async () => (await import('./Inbox.tsx')).Inbox);
const LoadLine = lazy(async () => (await import('../hints/LoadLine.tsx')).LoadLine);
void Inbox.preload();
void LoadLine.preload();

const ComesBackToday = lazy(async () => (await import('../overview/ComesBackToday.tsx')).ComesBackToday);

export interface TodayProps {
  data: TodayData;
  inbox: Capture[];
  /** Promises due; those ticked in this view stay, struck through, until it is left. */
  due: ActionItem[];
  now: Date;
  /** The calendar page shows events, and none of them could be read. */
  unread: boolean;
  onReport: () => void;
  onPrepare: (meetingId: string) => void;
  onCloseOut: (meetingId: string) => void;
  onMeet: (person: Person) => void;
  onTick: (item: ActionItem, kept: boolean) => void;
  onFile: (capture: Capture, personId: string) => void;
  onDelete: (capture: Capture) => void;
  onSample: () => void;
  onAddPerson: () => void;
}

/** The day's meetings with peers, whom it is time to meet, promises due, and what waits to be filed. */
export function Today(props: TodayProps) {
  const { data, now } = props;
  if (data.people.length === 0)
    return <FirstRun onSample={props.onSample} onAddPerson={props.onAddPerson} inbox={props.inbox.length} />;
  const today = localDay(now);
  const planned = new Set(data.meetings.flatMap((meeting) => meeting.personIds));
  return (
    <>
      <h1 class="vh">{t('todayTitle', now.toLocaleDateString(locale(), { dateStyle: 'full' }))}</h1>
      <SearchBox />
      {props.unread && <ReaderNotice onReport={props.onReport} />}
      <div class={styles.columns}>
        <div>
          <Meetings
            meetings={data.meetings}
            people={data.people}
            now={now}
            unread={props.unread}
            onPrepare={props.onPrepare}
            onCloseOut={props.onCloseOut}
          />
          <TimeToMeet
            met={data.met}
            planned={planned}
            today={today}
            onMeet={props.onMeet}
            onLogged={props.onCloseOut}
          />
          <ComesBackToday people={data.people} now={now} />
        </div>
        <div>
          <DuePromises due={props.due} people={data.people} today={today} onTick={props.onTick} />
          <Inbox
            captures={props.inbox}
            people={data.people}
            onFile={props.onFile}
            onDelete={props.onDelete}
          />
          <LoadLine now={now} />
        </div>
      </div>
    </>
  );
}
