import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';
import { draftFields, type Fields, fieldsOf } from './fields.ts';

/** A pause between two writes of the draft while typing goes on. */
const PAUSE_MS = 200;

/**
 * What is typed into the form of a person, kept outside the page until it is saved or given up: after a crash or a
 * closed page it is there again (`restored`).
 */
export function usePersonFields(person: Person | undefined) {
  const key = `person ${person?.id ?? 'new'}`;
  const [fields, setFields] = useState(() => fieldsOf(person));
  const [restored, setRestored] = useState(false);
  const [ready, setReady] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const unwritten = useRef<Fields | undefined>(undefined);

  const write = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const next = unwritten.current;
    unwritten.current = undefined;
    if (next) await writeDraft(key, next).catch(console.error);
  }, [key]);

  // Another person is another form; the same one, changed elsewhere meanwhile, is not read over what is typed.
  useEffect(() => {
    let current = true;
    const start = fieldsOf(person);
    readDraft(key)
      .then((draft) => {
        const old = draftFields(draft, start);
        if (!current || !old || JSON.stringify(old) === JSON.stringify(start)) return;
        setFields(old);
        setRestored(true);
      }, console.error)
      .finally(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, [key]);

  // A layout effect: its end comes with the form's, not some time after it.
  useLayoutEffect(() => {
    const hide = () => void write();
    addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
      hide();
    };
  }, [write]);

  const latest = useRef(fields);
  latest.current = fields;
  const change = (some: Partial<Fields>) => {
    latest.current = { ...latest.current, ...some };
    unwritten.current = latest.current;
    setFields(latest.current);
    timer.current ??= setTimeout(write, PAUSE_MS);
  };

  /** Saved or given up: the draft goes. */
  const done = async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    unwritten.current = undefined;
    await dropDraft(key).catch(console.error);
  };

  const reset = () => {
    setFields(fieldsOf(person));
    setRestored(false);
    void done();
  };

  return { fields, change, ready, restored, done, reset };
}
