import { matchIn } from '../../prep/capture-names.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Option } from '../ui/Option.tsx';
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
  return (
    <div
      class={`menu ${styles.pick}`}
      style={{ top: `${top}px` }}
      role="listbox"
      id={`${id}-list`}
      aria-label={t('capturePeers')}
    >
      {people.map((person, index) => (
        <Option
          key={person.id}
          id={`${id}-${index}`}
          active={index === active}
          label={person.team ? `${person.name} ${person.team}` : person.name}
          onPoint={() => onActive(index)}
          onChoose={() => onTake(person)}
        >
          <bdi class={styles.peer}>
            <Match name={person.name} typed={typed} />
          </bdi>
          {person.team && <bdi class="meta"> {person.team}</bdi>}
        </Option>
      ))}
      {addable && (
        <Option id={`${id}-0`} active={active === 0} onChoose={onAdd}>
          <Icon name="add" size={14} />
          <bdi class={styles.peer}>{t('captureAdd', addable)}</bdi>
        </Option>
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
