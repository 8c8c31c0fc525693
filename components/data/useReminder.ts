import { useEffect, useState } from 'preact/hooks';
import { followReminder, type Reminder } from '../../storage/reminder.ts';

/** When to be reminded of a backup, up to date; undefined until it is read. */
export function useReminder(): Reminder | undefined {
  const [reminder, setReminder] = useState<Reminder>();
  useEffect(() => {
    const stop = new AbortController();
    followReminder(setReminder, stop.signal);
    return () => stop.abort();
  }, []);
  return reminder;
}
