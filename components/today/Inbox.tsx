import type { ComponentChildren } from 'preact';
import { readMark } from '../../prep/capture-marks.ts';
import type { Capture } from '../../prep/records/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { plural, t } from '../../storage/words.ts';
import { type Shape, shapeIcon, shapeText } from '../capture/labels.ts';
import '../ui/more-icons.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import styles from './Inbox.module.css';

interface InboxProps {
  captures: Capture[];
  people: Person[];
  onFile: (capture: Capture, personId: string) => void;
  onDelete: (capture: Capture) => void;
}

/** Thoughts that wait for a person. */
export function Inbox({ captures, people, onFile, onDelete }: InboxProps) {
  if (captures.length === 0) return null;
  const options = people.map((person) => ({ value: person.id, text: person.name }));
  return (
    <section class="sec" aria-labelledby="h-inbox">
      <header>
        <h2 class="grow" id="h-inbox">
          {t('todayInbox')} <span class="n">{captures.length}</span>
        </h2>
      </header>
      <ul class={styles.rows} aria-label={plural('todayWaiting', captures.length)}>
        {captures.map((capture) => {
          const { shape, words } = read(capture.text);
          return (
            <Row key={capture.id}>
              <span class={styles.kind} title={shapeText(shape)}>
                <Icon name={shapeIcon(shape)} label={shapeText(shape)} />
              </span>
              <bdi class={`grow ${styles.text}`} title={words}>
                {words}
              </bdi>
              <Choice
                class="btn small"
                label={t('todayFileOf', words)}
                options={options}
                onChoose={(id) => onFile(capture, id)}
              >
                {t('todayFile')}
              </Choice>
              <button
                type="button"
                class="ib s"
                title={t('todayDelete')}
                aria-label={t('todayDeleteOf', words)}
                onClick={() => onDelete(capture)}
              >
                <Icon name="delete" size={14} />
              </button>
            </Row>
          );
        })}
      </ul>
    </section>
  );
}

/** What its mark says it is, and the words without the mark. */
function read(text: string): { shape: Shape; words: string } {
  const { kind, owner = 'me', length } = readMark(text);
  return { shape: kind === 'promise' ? owner : kind, words: text.slice(length) || text };
}

/** One that goes while it has the focus hands it on to the next. */
function Row({ children }: { children: ComponentChildren }) {
  return <li ref={useKeptFocus<HTMLLIElement>('button')}>{children}</li>;
}
