import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { PersonEntry } from '../../storage/person-history.ts';
import { t } from '../../storage/words.ts';
import { dueSpoken } from '../ui/dates.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Loading } from '../ui/States.tsx';
import { EntryBody, whose } from './EntryBody.tsx';
import { type EditableEntry, isEditable } from './entry-values.ts';
import styles from './Person.module.css';

const EntryForm = lazy(async () => (await import('./EntryForm.tsx')).EntryForm, Loading);

const ICONS: Record<PersonEntry['table'], { icon: IconName; name: () => string }> = {
  actionItems: { icon: 'promise', name: () => t('person_page_a_promise') },
  topics: { icon: 'topic', name: () => t('person_page_a_topic') },
  decisions: { icon: 'decision', name: () => t('person_page_a_decision') },
  projects: { icon: 'project', name: () => t('person_page_project') },
  notes: { icon: 'note', name: () => t('person_page_a_note') },
  askings: { icon: 'question', name: () => t('person_page_an_answer') },
  facts: { icon: 'fact', name: () => t('person_page_a_fact') },
  agendas: { icon: 'list', name: () => t('person_page_an_agenda') },
};

interface EntryRowProps {
  entry: PersonEntry;
  today: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
  /** The page was opened for it. */
  shown: boolean;
  onTick: (item: ActionItem, kept: boolean) => void;
}

/** One record of a person's history. */
export function EntryRow({ entry, today, notYet, shown, onTick }: EntryRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const [editing, setEditing] = useState(false);
  const back = useRef(false);
  const pencil = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!shown) return;
    row.current?.focus();
    row.current?.scrollIntoView?.({ block: 'center' });
  }, [shown]);
  useLayoutEffect(() => {
    if (!editing && back.current) pencil.current?.focus();
    back.current = editing;
  }, [editing]);
  const { icon, name } = ICONS[entry.table];
  const promise = entry.table === 'actionItems' ? entry.row : undefined;
  return (
    <li ref={row} class={shown ? styles.shown : ''} tabIndex={shown ? -1 : undefined}>
      {promise && promise.state !== 'dropped' ? (
        <input
          class="tick"
          type="checkbox"
          checked={promise.state === 'kept'}
          aria-label={t('briefKept', promise.text, whose(promise), dueSpoken(promise.due, today))}
          onChange={(event) => onTick(promise, event.currentTarget.checked)}
        />
      ) : (
        <Icon name={icon} label={name()} />
      )}
      {editing && isEditable(entry) ? (
        <EntryForm entry={entry} today={today} onClose={() => setEditing(false)} />
      ) : (
        <EntryBody entry={entry} today={today} notYet={notYet} />
      )}
      {!editing && isEditable(entry) && (
        <button
          ref={pencil}
          type="button"
          class="ib s"
          title={t('entry_change')}
          aria-label={t('entry_change_of', wordsOf(entry))}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" size={14} />
        </button>
      )}
    </li>
  );
}

/** The words of a record for the name of its button: its beginning is enough to tell it from the others. */
function wordsOf(entry: EditableEntry): string {
  return (entry.table === 'askings' ? entry.row.answer || entry.row.text : entry.row.text).slice(0, 80);
}
