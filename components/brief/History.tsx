import type { Note } from '../../prep/records/note.ts';
import { t } from '../../storage/words.ts';
import { agoText, dayText, fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './History.module.css';

/** The notes of one meeting, or a thought of its own. */
interface Entry {
  key: string;
  at: string;
  notes: Note[];
}

/** Notes by meeting, newest first; `notes` come newest first. */
function entries(notes: readonly Note[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const note of notes) {
    const key = note.meetingId ?? note.id;
    const entry = found.get(key) ?? { key, at: note.at, notes: [] };
    entry.notes.push(note);
    found.set(key, entry);
  }
  return [...found.values()];
}

/** The last meeting's notes in full, the earlier ones folded, by date. */
export function History({ notes, today }: { notes: Note[]; today: string }) {
  const all = entries(notes);
  // The last meeting's stand open, and with them what was thought of since.
  const last = Math.max(
    0,
    all.findIndex((entry) => entry.notes[0]?.meetingId),
  );
  if (all.length === 0) return <p class="meta">{t('briefNoHistory')}</p>;
  return (
    <div class={styles.history}>
      {all.map((entry, index) => (
        <details key={entry.key} open={index <= last}>
          <summary>
            <Icon name="right" size={12} />
            <b>
              <time dateTime={entry.at} title={fullDay(entry.at)}>
                {dayText(entry.at, today)}
              </time>
            </b>
            <span class={`meta ${styles.peek}`}>
              {entry.notes[0]?.kind === 'thought' ? `${t('briefThought')} ` : ''}
              <bdi class={styles.line}>{entry.notes[0]?.text.split('\n')[0]}</bdi>
              <span class={styles.ago}>{agoText(entry.at, today)}</span>
            </span>
          </summary>
          {[...entry.notes].sort(saidFirst).map((note) => (
            <p key={note.id} dir="auto">
              {note.kind === 'before' && <bdi class="meta">{t('briefPrepared')} </bdi>}
              {note.text}
              {note.origin && <Source url={note.origin.url} title={note.origin.title} />}
            </p>
          ))}
        </details>
      ))}
    </div>
  );
}

function saidFirst(a: Note, b: Note): number {
  return Number(a.kind === 'before') - Number(b.kind === 'before');
}

function Source({ url, title }: { url: string; title: string }) {
  if (!/^https?:\/\//.test(url)) return null;
  return (
    <>
      {' '}
      <a href={url} target="_blank" rel="noopener noreferrer">
        <bdi>{title || url}</bdi>
      </a>
    </>
  );
}
