import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { PersonEntry } from '../../storage/person-page.ts';
import { plural, t } from '../../storage/words.ts';
import { factKindText } from '../close-out/words.ts';
import { dayText, dueSpoken, dueText } from '../ui/dates.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { type EditableEntry, isEditable } from './entry-values.ts';
import { tagText } from './entry-words.ts';
import styles from './Person.module.css';

const EntryForm = lazy(async () => (await import('./EntryForm.tsx')).EntryForm);

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
  /** The page was opened for it. */
  shown: boolean;
  onTick: (item: ActionItem, kept: boolean) => void;
}

/** One record of a person's history. */
export function EntryRow({ entry, today, shown, onTick }: EntryRowProps) {
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
        <div>{body(entry, today)}</div>
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

function body(entry: PersonEntry, today: string): ComponentChildren {
  switch (entry.table) {
    case 'notes':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.text}
          </p>
          <Meta
            all={[
              entry.row.kind === 'before' && t('search_before_meeting'),
              entry.row.sensitivity === 'vent' && t('person_page_vent'),
              entry.row.sensitivity === 'half-baked' && t('search_half_baked'),
              entry.row.expiresOn !== null && t('person_page_expires', dayText(entry.row.expiresOn, today)),
              entry.row.shareable && t('person_page_shareable'),
              ...entry.row.tags.map(tagText),
            ]}
          />
        </>
      );
    case 'askings':
      return (
        <>
          <p class="meta" dir="auto">
            {entry.row.text}
          </p>
          <p class={styles.text} dir="auto">
            {entry.row.answer || t('person_page_no_answer')}
          </p>
        </>
      );
    case 'actionItems':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.text}
          </p>
          <Meta all={[state(entry.row, today), whose(entry.row)]} late={isLate(entry.row, today)} />
        </>
      );
    case 'topics':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.text}
          </p>
          <Meta
            all={[
              entry.row.state === 'covered' && t('search_covered'),
              entry.row.state === 'dropped' && t('search_let_go'),
              entry.row.state === 'open' && t('person_page_to_raise'),
              entry.row.raisedIn.length > 0 && plural('search_raised', entry.row.raisedIn.length),
            ]}
          />
        </>
      );
    case 'decisions':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.text}
          </p>
          <Meta
            all={[
              entry.row.state === 'changed' && t('person_page_changed'),
              entry.row.state === 'dropped' && t('person_page_given_up'),
              entry.row.state === 'standing' &&
                entry.row.againOn !== null &&
                t('search_decide_again', dayText(entry.row.againOn, today)),
            ]}
          />
        </>
      );
    case 'projects':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.title}
          </p>
          <Meta own all={[entry.row.outcome]} />
        </>
      );
    case 'agendas':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.title}
          </p>
          <Meta
            own
            all={[
              entry.row.myView,
              entry.row.theirView,
              ...entry.row.options.filter(({ verdict }) => verdict === 'agreed').map(({ text }) => text),
            ]}
          />
        </>
      );
    case 'facts':
      return (
        <>
          <p class={styles.text} dir="auto">
            {entry.row.text}
          </p>
          <Meta all={[entry.row.kind !== 'other' && factKindText(entry.row.kind)]} />
        </>
      );
  }
}

/** The words of a record for the name of its button: its beginning is enough to tell it from the others. */
function wordsOf(entry: EditableEntry): string {
  return (entry.table === 'askings' ? entry.row.answer || entry.row.text : entry.row.text).slice(0, 80);
}

/** What else there is to say, in one line; nothing when there is nothing. `own`: in the user's own words, whichever way they run. */
function Meta({ all, late, own }: { all: (string | false)[]; late?: boolean; own?: boolean }) {
  const said = all.filter((one) => one !== false && one !== '');
  if (said.length === 0) return null;
  return (
    <p class={`meta ${late ? 'late' : ''}`} dir={own ? 'auto' : undefined}>
      {said.join(', ')}
    </p>
  );
}

const isLate = ({ state, due }: ActionItem, today: string) => state === 'open' && due !== null && due < today;

function whose({ owner }: ActionItem): string {
  if (owner === 'both') return t('person_page_both');
  return t(owner === 'me' ? 'person_page_mine' : 'person_page_theirs');
}

function state(item: ActionItem, today: string): string {
  if (item.state === 'open') return item.due === null ? t('dateNoDue') : dueText(item.due, today);
  const on = dayText(item.closedAt ?? item.updatedAt, today);
  return item.state === 'kept' ? t('search_kept', on) : t('search_dropped', on);
}
