import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';

interface ReorderProps {
  /** In order, as stored. */
  ids: readonly string[];
  nameOf: (id: string) => string;
  /** Moves one to a place (from 0); the stored order follows. */
  onMove: (id: string, to: number) => Promise<void>;
}

/** How near to the edge a drag scrolls the page, and how far with each move; in px. */
const EDGE = 48;
const SCROLL = 24;

/**
 * A list that is put in order by dragging a grip, or with Alt and an arrow key, Home or End from anywhere in a row.
 * The new order shows at once; `said` tells a screen reader where the row went. The focus stays with the moved row.
 */
export function useReorder({ ids, nameOf, onMove }: ReorderProps) {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const [ahead, setAhead] = useState<readonly string[]>();
  const [said, setSaid] = useState('');
  const [drag, setDrag] = useState<{ id: string; before: number }>();
  const say = useToast();
  const waiting = useRef(0);
  const refocus = useRef<string | undefined>(undefined);
  const shown = ahead && ahead.length === ids.length && ids.every((id) => ahead.includes(id)) ? ahead : ids;

  // The stored order has caught up, or was changed elsewhere.
  const stored = ids.join(' ');
  useEffect(() => {
    setAhead((now) => (now && (now.join(' ') === stored || waiting.current === 0) ? undefined : now));
  }, [stored]);

  useEffect(() => {
    const row = refocus.current && rows(list.current).find((one) => one.dataset.row === refocus.current);
    refocus.current = undefined;
    if (row && !row.contains(document.activeElement)) row.querySelector<HTMLElement>('[data-grip]')?.focus();
  });

  const move = useCallback(
    async (id: string, to: number) => {
      const place = Math.min(Math.max(to, 0), shown.length - 1);
      if (place === shown.indexOf(id)) return;
      const next = shown.filter((one) => one !== id);
      next.splice(place, 0, id);
      setAhead(next);
      setSaid(t('setsMoved', nameOf(id), place + 1, next.length));
      waiting.current += 1;
      try {
        await onMove(id, place);
      } catch (error) {
        setAhead(undefined);
        setSaid('');
        console.error('peerside: not moved', error);
        say(t('uiNotStored'));
      } finally {
        waiting.current -= 1;
      }
    },
    [shown, nameOf, onMove, say],
  );

  const onKeyDown = (id: string) => (event: KeyboardEvent) => {
    if (!event.altKey || event.target instanceof HTMLTextAreaElement) return;
    const at = shown.indexOf(id);
    const places: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: shown.length - 1,
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    refocus.current = id;
    void move(id, to);
  };

  /** How many rows have their middle above the pointer. */
  const above = (y: number) =>
    rows(list.current).filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < y;
    }).length;

  const drop = () => {
    if (!drag) return;
    setDrag(undefined);
    const from = shown.indexOf(drag.id);
    refocus.current = drag.id;
    void move(drag.id, drag.before > from ? drag.before - 1 : drag.before);
  };

  return {
    list,
    shown,
    said,
    row: (id: string) => {
      const at = shown.indexOf(id);
      const last = drag?.before === shown.length && at === shown.length - 1;
      return {
        'data-row': id,
        'data-moving': drag?.id === id ? true : undefined,
        'data-drop': drag?.before === at ? 'before' : last ? 'after' : undefined,
        onKeyDown: onKeyDown(id),
      };
    },
    grip: (id: string) => ({
      'data-grip': true,
      'aria-label': t('setsMove', nameOf(id)),
      title: t('setsMoveHow'),
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return;
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        setDrag({ id, before: shown.indexOf(id) });
      },
      onPointerMove: (event: PointerEvent) => {
        if (!drag) return;
        setDrag({ ...drag, before: above(event.clientY) });
        // Near an edge of the window the page goes along, so that a long list can be crossed.
        if (event.clientY < EDGE) scrollBy(0, -SCROLL);
        else if (event.clientY > innerHeight - EDGE) scrollBy(0, SCROLL);
      },
      onPointerUp: drop,
      onPointerCancel: () => setDrag(undefined),
    }),
  };
}

function rows(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(':scope > [data-row]') ?? [])];
}
