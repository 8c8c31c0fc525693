import { type ComesBackToday, readComesBack } from './comes-back.ts';
import { readLoad, type WeekLoad } from './load-line.ts';
import { type Reminder, readReminder } from './reminder.ts';
import { readSentinel, type Sentinel } from './sentinel.ts';
import { readWeek, type WeekMeeting } from './week.ts';

/** What Today shows below the day's meetings, read at once, so that it is drawn at once. */
export interface TodayRest {
  week: WeekMeeting[];
  back: ComesBackToday;
  load: WeekLoad;
  sentinel: Sentinel | undefined;
  reminder: Reminder;
}

export async function readTodayRest(now = new Date()): Promise<TodayRest> {
  const [week, back, load, sentinel, reminder] = await Promise.all([
    readWeek(now),
    readComesBack(now),
    readLoad(now),
    readSentinel(),
    readReminder(),
  ]);
  return { week, back, load, sentinel, reminder };
}
