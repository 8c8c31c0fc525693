import type { Capture } from '../../prep/records/capture.ts';
import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { agoText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Inbox.module.css';

interface InboxViewProps {
  captures: readonly Capture[];
  /** Everybody who is not archived. */
  people: readonly Person[];
  /** `YYYY-MM-DD`. */
  today: string;
  onFile: (capture: Capture, personId: string) => void;
  onDelete: (capture: Capture) => void;
}

/** Thoughts that wait for a person, newest first. */
export function InboxView({ captures, people, today, onFile, onDelete }: InboxViewProps) {
  if (captures.length === 0) return <p class={`meta ${styles.empty}`}>{t('captureInboxEmpty')}</p>;
  const options = people.map((person) => ({ value: person.id, text: person.name }));
  return (
    <>
      {people.length === 0 && <p class="hint">{t('captureInboxNoPeers')}</p>}
      <ul class={styles.rows} aria-label={t('captureInbox')}>
        {captures.map((capture) => (
          <li key={capture.id}>
            <p class={styles.text} dir="auto">
              {capture.text}
            </p>
            <div class={styles.acts}>
              <span class="meta grow">
                {agoText(capture.createdAt, today)}
                {capture.origin && <Page origin={capture.origin} />}
              </span>
              {people.length > 0 && (
                <Choice
                  class="btn small"
                  label={t('captureFileOf', capture.text.slice(0, 80))}
                  options={options}
                  onChoose={(id) => onFile(capture, id)}
                >
                  {t('captureFile')}
                  <Icon name="down" size={12} />
                </Choice>
              )}
              <button
                type="button"
                class="ib s"
                title={t('captureDelete')}
                aria-label={t('captureDeleteOf', capture.text.slice(0, 80))}
                onClick={() => onDelete(capture)}
              >
                <Icon name="delete" size={14} />
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The page a text was taken from; only a web address becomes a link. */
function Page({ origin }: { origin: NonNullable<Capture['origin']> }) {
  const title = origin.title || origin.url;
  return (
    <>
      {', '}
      {/^https?:\/\//.test(origin.url) ? (
        <a href={origin.url} target="_blank" rel="noopener noreferrer">
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
    </>
  );
}
