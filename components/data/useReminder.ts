import { useEffect, useState } from 'preact/hooks';
import { followReminder, type Reminder } from '../../storage/reminder.ts';

/** When to be reminded of a backup, up to date; undefined until it is read. `first`: what was read beforehand. */
export function useReminder(first?: Reminder): Reminder | undefined {
  const [reminder, setReminder] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    followReminder(setReminder, stop.signal);
    return () => stop.abort();
  }, []);
  return reminder;
}
