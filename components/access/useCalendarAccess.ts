import { useEffect, useState } from 'preact/hooks';
import { followCalendarAccess } from '../../storage/calendar-access.ts';

/** Whether the browser lets Peerside into the calendar page, up to date; true until it says otherwise. */
export function useCalendarAccess(): boolean {
  const [may, setMay] = useState(true);
  useEffect(() => {
    const stop = new AbortController();
    followCalendarAccess(setMay, stop.signal);
    return () => stop.abort();
  }, []);
  return may;
}
