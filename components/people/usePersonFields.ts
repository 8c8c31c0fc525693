import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';
import type { Undo } from '../../storage/remove.ts';
import { useSaveSoon } from '../ui/useSaveSoon.ts';
import { differing, draftFields, type Fields, fieldsOf } from './fields.ts';

/**
 * What is typed into the form of a person, kept outside the page until it is saved or given up: after a crash or a
 * closed page it is there again (`restored`). Only what was changed here is held (`changed`); the rest follows what
 * is stored, as the same person may be changed in another window.
 */
export function usePersonFields(person: Person | undefined) {
  const key = `person ${person?.id ?? 'new'}`;
  const stored = fieldsOf(person);
  const [changed, setChanged] = useState<Partial<Fields>>({});
  const [restored, setRestored] = useState(false);
  const [ready, setReady] = useState(false);
  const unwritten = useRef<Partial<Fields> | undefined>(undefined);
  /** The draft as this form knows it: another one is that of the same form in another window. */
  const written = useRef<unknown>(undefined);

  const write = useCallback(async () => {
    const next = unwritten.current;
    unwritten.current = undefined;
    if (!next) return;
    written.current = next;
    await writeDraft(key, next).catch(console.error);
  }, [key]);
  const { soon, stop } = useSaveSoon(write);

  // Another person is another form.
  useEffect(() => {
    let current = true;
    const start = fieldsOf(person);
    readDraft(key)
      .then((draft) => {
        const old = draftFields(draft, start);
        if (!current || !old) return;
        // What was typed here while it was read is newer.
        const differs = differing({ ...old, ...latest.current }, start);
        if (Object.keys(differs).length === 0) return;
        written.current = draft;
        latest.current = differs;
        if (unwritten.current) unwritten.current = differs;
        setChanged(differs);
        setRestored(true);
      }, console.error)
      .finally(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, [key]);

  const latest = useRef(changed);
  const change = (some: Partial<Fields>) => {
    latest.current = differing({ ...stored, ...latest.current, ...some }, stored);
    unwritten.current = latest.current;
    setChanged(latest.current);
    soon();
  };

  /** Saved or given up: the draft goes. */
  const done = async () => {
    stop();
    unwritten.current = undefined;
    const draft = await readDraft(key).catch(console.error);
    // As fields: extension storage gives the members of an object back in another order.
    const asFields = (one: unknown) => JSON.stringify(draftFields(one, stored));
    if (asFields(draft) === asFields(written.current)) await dropDraft(key).catch(console.error);
  };

  /** Gives up what was typed; answers how to have it back, if there was anything. */
  const giveUp = async (): Promise<Undo | undefined> => {
    const typed = latest.current;
    latest.current = {};
    setChanged({});
    setRestored(false);
    await done();
    if (Object.keys(typed).length === 0) return undefined;
    return async () => {
      written.current = typed;
      await writeDraft(key, typed);
      latest.current = typed;
      setChanged(typed);
    };
  };

  return { fields: { ...stored, ...changed }, changed, change, ready, restored, done, giveUp };
}
