import { useEffect, useId, useState } from 'preact/hooks';
import type { Understood } from '../../prep/capture.ts';
import type { CaptureChange } from '../../prep/capture-edit.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { dueSpoken } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Capture.module.css';
import { shapeOf, shapeText, whoText } from './labels.ts';
import { UnderstoodItem } from './UnderstoodItem.tsx';
import { WhoChips } from './WhoChips.tsx';

interface UnderstoodListProps {
  items: readonly Understood[];
  /** How many of them are shown; more would stand in the way of typing. */
  most: number;
  people: readonly Person[];
  today: string;
  /** The peer that Tab would take at a place of the text. */
  offer: { person: Person; at: number } | undefined;
  /** A text from a page that is filed along. */
  taken: { text: string; personIds: readonly string[] } | undefined;
  onChange: (item: Understood, change: CaptureChange) => void;
  onAssign: (item: Understood, people: Person[]) => void;
  onSettle: (item: Understood, person: Person) => void;
  onTakenFor: (people: Person[]) => void;
  onAddPeer: (item: Understood, name: string) => void;
}

/** What is heard comes after a pause, not with each letter. */
const SPOKEN_AFTER_MS = 800;

/** What the text was understood as, one row for each thing in it. */
export function UnderstoodList(props: UnderstoodListProps) {
  const { items, most, people, today, offer, taken, onChange, onAssign, onSettle, onTakenFor, onAddPeer } =
    props;
  const id = useId();
  const shown = items.slice(0, most);
  const spoken = useSpoken(shown.map((item) => speak(item, people, today)).join('. '));
  return (
    <>
      <p class="vh" role="status">
        {spoken}
      </p>
      {(items.length > 0 || taken) && (
        <section aria-labelledby={id}>
          <h2 class={`label ${styles.heading}`} id={id}>
            {t('captureUnderstood')}
          </h2>
          <ul class={styles.items}>
            {shown.map((item, index) => (
              <UnderstoodItem
                key={index}
                item={item}
                people={people}
                today={today}
                offered={offer && offer.at > item.from && offer.at <= item.to ? offer.person : undefined}
                onChange={(change) => onChange(item, change)}
                onAssign={(chosen) => onAssign(item, chosen)}
                onSettle={(person) => onSettle(item, person)}
                onAddPeer={(name) => onAddPeer(item, name)}
              />
            ))}
            {taken && (
              <li class={styles.item}>
                <Icon name="link" />
                <div>
                  <p class={`${styles.text} ${styles.quote}`} dir="auto">
                    {taken.text}
                  </p>
                  <div class={styles.chips}>
                    <WhoChips
                      personIds={taken.personIds}
                      maybe={[]}
                      people={people}
                      together={false}
                      onChoose={onTakenFor}
                      onSettle={(person) => onTakenFor([person])}
                    />
                  </div>
                </div>
              </li>
            )}
          </ul>
          {items.length > most && <p class="meta">{t('captureMore', items.length - most)}</p>}
        </section>
      )}
    </>
  );
}

function speak(item: Understood, people: readonly Person[], today: string): string {
  const kind = shapeText(shapeOf(item));
  const who = whoText(item.personIds, people);
  const due = item.due === null ? who : `${who}, ${dueSpoken(item.due, today)}`;
  return t('captureSpoken', kind, due, item.text.slice(0, 100));
}

/** A text for screen readers, once it has stood still for a moment. */
function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
}
