import type { TodayRest } from '../../storage/today-rest.ts';
import { AccessLine } from '../access/AccessLine.tsx';
import { DataNotice } from '../data/DataNotice.tsx';
import { LoadLine } from '../hints/LoadLine.tsx';
import { ComesBackToday } from '../overview/ComesBackToday.tsx';
import { DuePromises } from './DuePromises.tsx';
import { Inbox } from './Inbox.tsx';
import { TimeToMeet } from './TimeToMeet.tsx';
import type { TodayProps } from './Today.tsx';
import { Week } from './Week.tsx';

/* Fetched with the rest: it is seldom drawn. */
export { AccessLine };

export interface TodayRestProps extends TodayProps {
  today: string;
  /** As it was when Today opened; each part follows its own. undefined: it could not be read, and each part says so. */
  rest: TodayRest | undefined;
}

/** Below the day's meetings: those of the next days, whom it is time to meet, and what comes back. */
export function BelowMeetings({ data, now, today, rest, ...on }: TodayRestProps) {
  const planned = new Set(data.meetings.flatMap((meeting) => meeting.personIds));
  return (
    <>
      <DataNotice now={now} sentinel={rest?.sentinel} reminder={rest?.reminder} />
      <Week now={now} first={rest?.week} onPrepare={on.onPrepare} />
      <TimeToMeet
        met={data.met}
        planned={planned}
        today={today}
        onMeet={on.onMeet}
        onLogged={on.onCloseOut}
      />
      <ComesBackToday people={data.people} now={now} first={rest?.back} />
    </>
  );
}

/** Beside them, where there is room: promises due, what waits to be filed, and the week's load. */
export function BesideMeetings({ data, now, today, rest, due, inbox, onTick }: TodayRestProps) {
  return (
    <>
      <DuePromises due={due} people={data.people} today={today} onTick={onTick} />
      <Inbox captures={inbox} people={data.people} today={today} />
      <LoadLine now={now} first={rest?.load} />
    </>
  );
}
