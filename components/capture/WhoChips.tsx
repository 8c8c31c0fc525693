import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './Capture.module.css';
import { namesOf, whoText } from './labels.ts';

interface WhoChipsProps {
  personIds: readonly string[];
  /** Whom it may be, to say so with one press. */
  maybe: readonly string[];
  people: readonly Person[];
  /** All of those it may be can be meant at once. */
  together: boolean;
  /** The peer that the Tab key would take. */
  offered?: Person | undefined;
  onChoose: (chosen: Person[]) => void;
  /** One of those it may be is the one. */
  onSettle: (person: Person) => void;
}

/** Of several that it may be, so many are offered beside each other; the list has them all. */
const MAYBE_SHOWN = 3;
const LATER = '';

/** Whom an item is for: a list to choose from and, when that is not settled, the likely ones as buttons of their own. */
export function WhoChips(props: WhoChipsProps) {
  const { personIds, maybe, people, together, offered, onChoose, onSettle } = props;
  const find = (ids: readonly string[]) =>
    ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
  const likely = find(maybe).slice(0, MAYBE_SHOWN);
  const rest = people.filter((person) => !maybe.includes(person.id));
  const options = [...find(maybe), ...rest].map((person) => ({ value: person.id, text: person.name }));
  const who = whoText(personIds, people);
  const [only] = personIds;
  if (offered) {
    return (
      <>
        <span class={styles.maybe}>
          <bdi>{`${offered.name}?`}</bdi>
        </span>
        <span class="meta">
          <kbd>Tab</kbd> {t('captureToAccept')}
        </span>
      </>
    );
  }
  return (
    <>
      <Choice
        class="btn small plain"
        label={t('captureFor', who)}
        options={[...options, { value: LATER, text: t('captureLater') }]}
        value={personIds.length === 1 ? only : personIds.length === 0 ? LATER : undefined}
        onChoose={(id) => onChoose(find([id]))}
      >
        <bdi class={styles.who}>{who}</bdi>
        <Icon name="down" size={12} />
      </Choice>
      {likely.map((person) => (
        <button key={person.id} type="button" class={styles.maybe} onClick={() => onSettle(person)}>
          <bdi>{`${person.name}?`}</bdi>
        </button>
      ))}
      {together && maybe.length > 1 && (
        <button
          type="button"
          class={styles.maybe}
          title={namesOf(maybe, people).join(', ')}
          onClick={() => onChoose(find(maybe))}
        >
          {t('captureAll')}
        </button>
      )}
    </>
  );
}
