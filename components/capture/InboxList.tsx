import type { ComponentChildren } from 'preact';
import { readMark } from '../../prep/capture-marks.ts';
import type { Capture } from '../../prep/records/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { fileCapture } from '../../storage/captures.ts';
import { localDay } from '../../storage/record.ts';
import { remove } from '../../storage/remove.ts';
import { plural, t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { agoText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import { useTakeAway } from '../ui/useTakeAway.ts';
import styles from './Inbox.module.css';
import { type Shape, shapeIcon, shapeText } from './labels.ts';

interface InboxListProps {
  captures: readonly Capture[];
  /** Everybody who is not archived. */
  people: readonly Person[];
  today: string;
}

/** Thoughts that wait for a person, the newest first, on Today and in the popup: each is filed or deleted, with undo. */
export function InboxList({ captures, people, today }: InboxListProps) {
  const takeAway = useTakeAway(captures.map(({ id }) => id));
  const options = people
    .map((person) => ({ value: person.id, text: person.name }))
    .sort((a, b) => a.text.localeCompare(b.text));
  const file = (id: string, person: string) =>
    takeAway(id, t('todayFiled', people.find((one) => one.id === person)?.name ?? ''), () =>
      fileCapture(id, person),
    );
  const drop = (id: string) => takeAway(id, t('todayDeleted'), () => remove('captures', [id]));
  return (
    <ul class={styles.rows} aria-label={plural('todayWaiting', captures.length)}>
      {captures.map((capture) => {
        const { shape, words } = read(capture.text);
        const name = words.slice(0, 80);
        return (
          <Row key={capture.id}>
            <span class={styles.kind} title={shapeText(shape)}>
              <Icon name={shapeIcon(shape)} label={shapeText(shape)} />
            </span>
            <span class="grow">
              <bdi class={styles.text} title={words}>
                {words}
              </bdi>
              <From capture={capture} today={today} />
            </span>
            {people.length > 0 && (
              <Choice
                class="btn small"
                label={t('todayFileOf', name)}
                options={options}
                onChoose={(id) => file(capture.id, id)}
              >
                {t('todayFile')}
              </Choice>
            )}
            <button
              type="button"
              class="ib s"
              title={t('todayDelete')}
              aria-label={t('todayDeleteOf', name)}
              onClick={() => drop(capture.id)}
            >
              <Icon name="delete" size={14} />
            </button>
          </Row>
        );
      })}
    </ul>
  );
}

/** What its mark says it is, and the words without the mark. */
function read(text: string): { shape: Shape; words: string } {
  const { kind, owner = 'me', length } = readMark(text);
  return { shape: kind === 'promise' ? owner : kind, words: text.slice(length) || text };
}

/** When it was caught, unless that was today, and the page it was taken from; only a web address becomes a link. */
function From({ capture: { createdAt, origin }, today }: { capture: Capture; today: string }) {
  const isOld = localDay(new Date(createdAt)) !== today;
  if (!isOld && !origin) return null;
  const title = origin && (origin.title || origin.url);
  return (
    <span class={`meta ${styles.from}`}>
      {isOld && agoText(createdAt, today)}
      {isOld && origin && ', '}
      {origin && /^https?:\/\//.test(origin.url) ? (
        <a href={origin.url} target="_blank" rel="noopener noreferrer">
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
    </span>
  );
}

/** One that goes while it has the focus hands it on to the next. */
function Row({ children }: { children: ComponentChildren }) {
  return <li ref={useKeptFocus<HTMLLIElement>('button')}>{children}</li>;
}
