import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { putBack } from '../../storage/draft-slots.ts';
import type { Undo } from '../../storage/remove.ts';
import { usePlace } from '../drafts/usePlace.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';
import { differing, draftFields, type Fields, fieldsOf } from './fields.ts';

/**
 * What is typed into the form of a person, kept outside the page until it is saved or given up: after a crash or a
 * closed page it is there again (`restored`). Only what was changed here is held (`changed`); the rest follows what
 * is stored, as the same person may be changed in another window, which keeps what is typed there apart.
 */
export function usePersonFields(person: Person | undefined) {
  const key = `person ${person?.id ?? 'new'}`;
  const stored = fieldsOf(person);
  const [changed, setChanged] = useState<Partial<Fields>>({});
  const [restored, setRestored] = useState(false);
  const [ready, setReady] = useState(false);
  const unwritten = useRef(false);
  const latest = useRef(changed);
  const here = useRef(true);

  const keep = usePlace<Partial<Fields>>(
    key,
    (draft) => {
      const old = draftFields(draft, stored);
      return old && differing(old, stored);
    },
    (begun) => {
      setReady(true);
      if (!begun) return;
      // Set elsewhere meanwhile.
      if (isEmpty(begun)) return void keep(() => undefined);
      // What was typed before the draft was read wins.
      latest.current = { ...begun, ...latest.current };
      setChanged(latest.current);
      setRestored(true);
    },
  );
  const write = useCallback(async () => {
    if (!unwritten.current) return;
    unwritten.current = false;
    await keep(() => (isEmpty(latest.current) ? undefined : latest.current)).catch(console.error);
  }, [keep]);
  const { soon, stop } = useSaveSoon(write);
  useLayoutEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const change = (some: Partial<Fields>) => {
    latest.current = differing({ ...stored, ...latest.current, ...some }, stored);
    unwritten.current = true;
    setChanged(latest.current);
    soon();
  };

  /** Saved or given up: the draft goes. */
  const done = async () => {
    stop();
    unwritten.current = false;
    await keep(() => undefined).catch(console.error);
  };

  /** Gives up what was typed; answers how to have it back, if there was anything. */
  const giveUp = async (): Promise<Undo | undefined> => {
    const typed = latest.current;
    latest.current = {};
    setChanged({});
    setRestored(false);
    await done();
    if (isEmpty(typed)) return undefined;
    return async () => {
      // The form may be closed: it is offered when it is opened again.
      if (!here.current) return putBack(key, typed);
      await keep(() => typed);
      latest.current = typed;
      setChanged(typed);
    };
  };

  return { fields: { ...stored, ...changed }, changed, change, ready, restored, done, giveUp };
}

const isEmpty = (fields: Partial<Fields>) => Object.keys(fields).length === 0;
