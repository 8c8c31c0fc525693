import { timesRaised } from '../../prep/order.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { PersonEntry } from '../../storage/person-history.ts';
import { plural, t } from '../../storage/words.ts';
import { factKindText } from '../close-out/words.ts';
import { dayText, dueText } from '../ui/dates.ts';
import { tagText } from './entry-words.ts';
import styles from './Person.module.css';

interface EntryBodyProps {
  entry: PersonEntry;
  today: string;
  /** The meetings that have raised nothing yet. */
  notYet: readonly string[];
}

/** What one record says: its words, and what else there is to say of it. */
export function EntryBody({ entry, today, notYet }: EntryBodyProps) {
  return (
    <div>
      {entry.table === 'askings' && (
        <p class="meta" dir="auto">
          {entry.row.text}
        </p>
      )}
      <p class={styles.text} dir="auto">
        {words(entry)}
      </p>
      <Aside {...asideOf(entry, today, notYet)} />
    </div>
  );
}

function words(entry: PersonEntry): string {
  if (entry.table === 'askings') return entry.row.answer || t('person_page_no_answer');
  return 'title' in entry.row ? entry.row.title : entry.row.text;
}

interface AsideProps {
  all: (string | false)[];
  late?: boolean;
  /** In the user's own words, whichever way they run. */
  own?: boolean;
}

function asideOf(entry: PersonEntry, today: string, notYet: readonly string[]): AsideProps {
  switch (entry.table) {
    case 'notes': {
      const { kind, sensitivity, expiresOn, shareable, tags } = entry.row;
      return {
        all: [
          kind === 'before' && t('search_before_meeting'),
          sensitivity === 'vent' && t('person_page_vent'),
          sensitivity === 'half-baked' && t('search_half_baked'),
          expiresOn !== null && t('person_page_expires', dayText(expiresOn, today)),
          shareable && t('person_page_shareable'),
          ...tags.map(tagText),
        ],
      };
    }
    case 'askings':
      return { all: [] };
    case 'actionItems':
      return { all: [state(entry.row, today), whose(entry.row)], late: isLate(entry.row, today) };
    case 'topics': {
      const { state, presentOn } = entry.row;
      const raised = timesRaised(entry.row, notYet);
      return {
        all: [
          state === 'covered' && t('search_covered'),
          state === 'dropped' && t('search_let_go'),
          state === 'open' && t('person_page_to_raise'),
          presentOn !== null && t('person_page_present_on', dayText(presentOn, today)),
          raised > 0 && plural('search_raised', raised),
        ],
      };
    }
    case 'decisions': {
      const { state, againOn } = entry.row;
      return {
        all: [
          state === 'changed' && t('person_page_changed'),
          state === 'dropped' && t('person_page_given_up'),
          state === 'standing' && againOn !== null && t('search_decide_again', dayText(againOn, today)),
        ],
      };
    }
    case 'projects':
      return { all: [entry.row.outcome], own: true };
    case 'agendas': {
      const { myView, theirView, options } = entry.row;
      const agreed = options.filter(({ verdict }) => verdict === 'agreed').map(({ text }) => text);
      return { all: [myView, theirView, ...agreed], own: true };
    }
    case 'facts':
      return { all: [entry.row.kind !== 'other' && factKindText(entry.row.kind)] };
  }
}

/** In one line; nothing when there is nothing. */
function Aside({ all, late, own }: AsideProps) {
  const said = all.filter((one) => one !== false && one !== '');
  if (said.length === 0) return null;
  return (
    <p class={`meta ${late ? 'late' : ''}`} dir={own ? 'auto' : undefined}>
      {said.join(', ')}
    </p>
  );
}

const isLate = ({ state, due }: ActionItem, today: string) => state === 'open' && due !== null && due < today;

/** Whose promise it is, in words. */
export function whose({ owner }: ActionItem): string {
  if (owner === 'both') return t('person_page_both');
  return t(owner === 'me' ? 'person_page_mine' : 'person_page_theirs');
}

function state(item: ActionItem, today: string): string {
  if (item.state === 'open') return item.due === null ? t('dateNoDue') : dueText(item.due, today);
  const on = dayText(item.closedAt ?? item.updatedAt, today);
  return item.state === 'kept' ? t('search_kept', on) : t('search_dropped', on);
}
