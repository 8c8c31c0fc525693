import { useEffect, useState } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Capture } from '../../prep/records/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { localDay } from '../../storage/record.ts';
import type { TodayData } from '../../storage/today.ts';
import type { TodayRest } from '../../storage/today-rest.ts';
import { locale, t } from '../../storage/words.ts';
import { lazy } from '../ui/lazy.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Meetings } from './Meetings.tsx';
import { ReaderNotice } from './ReaderNotice.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './Today.module.css';
import type { TodayRestProps } from './TodayRest.tsx';

// The day's meetings do not wait for what stands below them.
const below = () => import('./TodayRest.tsx');
const BelowMeetings = lazy<TodayRestProps>(async () => (await below()).BelowMeetings);
const BesideMeetings = lazy<TodayRestProps>(async () => (await below()).BesideMeetings);
const AccessLine = lazy(async () => (await below()).AccessLine);
const preloaded = Promise.all([BelowMeetings, BesideMeetings, AccessLine].map((part) => part.preload()));

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
  onSample: () => void;
  onAddPerson: () => void;
}

/** The day's meetings with peers, whom it is time to meet, promises due, and what waits to be filed. */
export function Today(props: TodayProps) {
  const { data, now } = props;
  const rest = useRest(now);
  if (data.people.length === 0)
    return <FirstRun onSample={props.onSample} onAddPerson={props.onAddPerson} inbox={props.inbox.length} />;
  const today = localDay(now);
  const all = { ...props, today, rest: rest?.read };
  return (
    <>
      <h1 class="vh">{t('todayTitle', now.toLocaleDateString(locale(), { dateStyle: 'full' }))}</h1>
      <SearchBox />
      {props.unread && <ReaderNotice onReport={props.onReport} />}
      {rest && <AccessLine />}
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
          {rest && <BelowMeetings {...all} />}
        </div>
        <div>{rest && <BesideMeetings {...all} />}</div>
      </div>
    </>
  );
}

/**
 * What stands below the meetings comes in one paint, when its code and its records are there: nothing moves away from under
 * a pointer. What cannot be read says so itself, each part its own.
 */
function useRest(now: Date): { read: TodayRest | undefined } | undefined {
  const [rest, setRest] = useState<{ read: TodayRest | undefined }>();
  useEffect(() => {
    let left = false;
    const read = async () => (await import('../../storage/today-rest.ts')).readTodayRest(now);
    void Promise.all([read().catch(() => undefined), preloaded]).then(
      ([found]) => !left && setRest({ read: found }),
    );
    return () => {
      left = true;
    };
  }, []);
  return rest;
}
