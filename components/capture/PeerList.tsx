import { matchIn } from '../../prep/capture-names.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Capture.module.css';

interface PeerListProps {
  id: string;
  /** How far down in the box, in px. */
  top: number;
  typed: string;
  people: readonly Person[];
  /** The name that may be added, when nobody fits. */
  addable: string | undefined;
  active: number;
  onTake: (person: Person) => void;
  onAdd: () => void;
  onActive: (index: number) => void;
}

/** The list under an @name. The text box keeps the focus and the keys. */
export function PeerList(props: PeerListProps) {
  const { id, top, typed, people, addable, active, onTake, onAdd, onActive } = props;
  // The press must not take the focus out of the text box.
  const hold = (event: Event) => event.preventDefault();
  return (
    <div
      class={`menu ${styles.pick}`}
      style={{ top: `${top}px` }}
      role="listbox"
      id={`${id}-list`}
      aria-label={t('capturePeers')}
    >
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box takes the keys for all options.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box has the focus and names the active option.
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          aria-label={person.team ? `${person.name} ${person.team}` : person.name}
          onMouseDown={hold}
          onMouseMove={() => onActive(index)}
          onClick={() => onTake(person)}
        >
          <bdi class={styles.peer}>
            <Match name={person.name} typed={typed} />
          </bdi>
          {person.team && <bdi class="meta"> {person.team}</bdi>}
        </div>
      ))}
      {addable && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box takes the keys for all options.
        // biome-ignore lint/a11y/useFocusableInteractive: the text box has the focus and names the active option.
        <div id={`${id}-0`} role="option" aria-selected={active === 0} onMouseDown={hold} onClick={onAdd}>
          <Icon name="add" size={14} />
          <bdi class={styles.peer}>{t('captureAdd', addable)}</bdi>
        </div>
      )}
    </div>
  );
}

/** A name with the part that was typed set off. */
function Match({ name, typed }: { name: string; typed: string }) {
  const found = matchIn(name, typed);
  if (!found) return <>{name}</>;
  return (
    <>
      {name.slice(0, found.from)}
      <b>{name.slice(found.from, found.to)}</b>
      {name.slice(found.to)}
    </>
  );
}
