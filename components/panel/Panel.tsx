import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CurrentEvent } from '../../storage/current-event.ts';
import { localDay } from '../../storage/record.ts';
import { saveUnsavedNotes } from '../../storage/unsaved-notes.ts';
import { lazy } from '../ui/lazy.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import type { Target } from './target.ts';

// Only one of the two is needed for the first content; the panel's size budget counts the larger.
const BriefPage = lazy(async () => (await import('./BriefPage.tsx')).BriefPage);
const TodayPage = lazy(async () => (await import('./TodayPage.tsx')).TodayPage);

/** Fetches the code of the page that the panel will open on. */
export const preload = (current: CurrentEvent | undefined) =>
  (targetOf(current) ? BriefPage : TodayPage).preload();

interface PanelProps {
  /** The event this window was at when the panel opened. */
  current: CurrentEvent | undefined;
  /** Calls back with each newer one until the signal aborts. */
  onCurrent: (listener: (current: CurrentEvent) => void, signal: AbortSignal) => void;
}

/** The side panel: a brief while an event is chosen, Today otherwise. It follows the event that is opened on the calendar. */
export function Panel({ current, onCurrent }: PanelProps): ComponentChildren {
  const [target, setTarget] = useState<Target | undefined>(() => targetOf(current));
  useEffect(() => {
    const stop = new AbortController();
    onCurrent(
      (next) => next.open && setTarget((now) => (sameEvent(now, next) ? now : (targetOf(next) ?? now))),
      stop.signal,
    );
    return () => stop.abort();
  }, [onCurrent]);
  // What the database would not take before, or the panel closed over, is tried again.
  useEffect(() => void saveUnsavedNotes().catch(console.error), [target]);
  return (
    <ToastProvider>
      {target ? (
        <BriefPage key={keyOf(target)} target={target} onBack={() => setTarget(undefined)} />
      ) : (
        <TodayPage onOpen={setTarget} />
      )}
    </ToastProvider>
  );
}

/** Where the panel opens; an event that was opened on an earlier day is over. */
function targetOf(current: CurrentEvent | undefined): Target | undefined {
  if (!current || localDay(new Date(current.at)) !== localDay(new Date())) return undefined;
  return { kind: 'event', event: current.event, personIds: current.personIds };
}

function sameEvent(target: Target | undefined, next: CurrentEvent): boolean {
  return (
    target?.kind === 'event' &&
    target.event.key === next.event.key &&
    target.personIds.join() === next.personIds.join()
  );
}

function keyOf(target: Target): string {
  return target.kind === 'event' ? target.event.key : target.meetingId;
}
