import { useLayoutEffect, useState } from 'preact/hooks';
import type { CloseOutDraft } from '../../storage/close-out-draft.ts';
import { readThings } from './read-things.ts';

type Things = CloseOutDraft['things'];

/** The things as they will be kept, read again as they are typed; until one was read for the first time, as it is typed. */
export function useReadThings(things: Things, before: Things): Things {
  const [read, setRead] = useState<Things>({});
  // Before it is painted, so that no word comes and goes.
  useLayoutEffect(() => {
    let current = true;
    void readThings(things, before).then((all) => current && setRead(all));
    return () => {
      current = false;
    };
  }, [things, before]);
  return Object.fromEntries(Object.entries(things).map(([whose, thing]) => [whose, read[whose] ?? thing]));
}
