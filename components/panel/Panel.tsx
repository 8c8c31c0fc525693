import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type BriefData, readPreparedBrief } from '../../storage/brief.ts';
import type { CurrentEvent } from '../../storage/current-event.ts';
import { localDay } from '../../storage/record.ts';
import { lazy } from '../ui/lazy.tsx';
import { onceSettled } from '../ui/once-settled.ts';
import { Loading } from '../ui/States.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import type { Target } from './target.ts';

// Only one of the two is needed for the first content; the panel's size budget counts the larger.
const briefPage = () => import('./BriefPage.tsx');
const BriefPage = lazy(async () => (await briefPage()).BriefPage, Loading);
const TodayPage = lazy(async () => (await import('./TodayPage.tsx')).TodayPage, Loading);
/** Search and people, named in the address, so that links lead there and the way back leads here. */
const AsidePage = lazy(async () => (await import('./AsidePage.tsx')).AsidePage, Loading);

const catchUp = () => import('./catch-up.ts');

/** As long as nothing is drawn in the brief's place: reading that takes longer shows that it loads. */
const PATIENCE_MS = 250;

/**
 * Fetches the code of the page that the panel will open on and reads its brief meanwhile, so that the first thing
 * painted is all of it.
 * @returns the brief; undefined when the panel opens on Today, or the page has to say what is wrong
 */
export async function preload(
  current: CurrentEvent | undefined,
  patienceMs = PATIENCE_MS,
): Promise<BriefData | undefined> {
  const target = targetOf(current);
  if (!target) return void (await TodayPage.preload());
  const patience = new Promise<undefined>((done) => setTimeout(done, patienceMs));
  const read = readPreparedBrief(target).catch(() => undefined);
  const [first] = await Promise.all([Promise.race([read, patience]), BriefPage.preload()]);
  try {
    if (first) await (await briefPage()).loadTop(first);
  } catch {
    // Code that cannot be had: the drawing tells.
  }
  return first;
}

interface PanelProps {
  /** The event this window was at when the panel opened. */
  current: CurrentEvent | undefined;
  /** What `preload()` has read. */
  first?: BriefData | undefined;
  /** Calls back with each newer one until the signal aborts. */
  onCurrent: (listener: (current: CurrentEvent) => void, signal: AbortSignal) => void;
}

/** The side panel: a brief while an event is chosen, Today otherwise. It follows the event that is opened on the calendar. */
export function Panel({ current, first, onCurrent }: PanelProps): ComponentChildren {
  const [opened] = useState(() => targetOf(current));
  const [target, setTarget] = useState(opened);
  const [hash, setHash] = useState(location.hash);
  const fresh = useRef(true);
  const since = useRef(current?.at);
  if (hash || target !== opened) fresh.current = false;
  useEffect(() => {
    const stop = new AbortController();
    onCurrent((next) => {
      // Told again of what stood open before: who has gone elsewhere since stays there.
      const isNew = next.at !== since.current;
      since.current = next.at;
      if (!next.open) return;
      setTarget((now) =>
        (isNew || isAt(now, next)) && !sameEvent(now, next) ? (targetOf(next) ?? now) : now,
      );
    }, stop.signal);
    addEventListener('hashchange', () => setHash(location.hash), stop);
    return () => stop.abort();
  }, [onCurrent]);
  useEffect(() => {
    if (target !== opened && location.hash) location.hash = '';
    return onceSettled(() =>
      catchUp()
        .then((code) => code.catchUp())
        .catch(console.error),
    );
  }, [target]);
  return (
    <ToastProvider>
      {hash ? (
        <AsidePage hash={hash} onOpen={setTarget} />
      ) : target ? (
        <BriefPage
          key={keyOf(target)}
          target={target}
          first={fresh.current ? first : undefined}
          onBack={() => setTarget(undefined)}
        />
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

function isAt(target: Target | undefined, { event }: CurrentEvent): boolean {
  return target?.kind === 'event' && target.event.key === event.key;
}

function sameEvent(target: Target | undefined, next: CurrentEvent): boolean {
  const said = ({ event, personIds }: Pick<Target & { kind: 'event' }, 'event' | 'personIds'>) =>
    JSON.stringify([event.key, event.title, event.day, event.start, event.end, personIds]);
  return target?.kind === 'event' && said(target) === said(next);
}

function keyOf(target: Target): string {
  return target.kind === 'event' ? target.event.key : target.meetingId;
}
