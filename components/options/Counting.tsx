import { useEffect, useRef, useState } from 'preact/hooks';
import { readIgnored, readLargest } from '../../prep/read-counting.ts';
import { IGNORED_WORDS, LARGEST_MEETING, type Settings } from '../../prep/records/settings.ts';
import { dropDraft, readDraft, writeDraft } from '../../storage/drafts.ts';
import { changeSettings } from '../../storage/settings.ts';
import { locale, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useSavedText } from '../ui/useSavedText.ts';
import styles from './options.module.css';
import { useWriting } from './useWriting.ts';

/** Which meetings count: those of not too many people, with none of the ignored words in their title. */
export function Counting({ settings }: { settings: Settings }) {
  const largest = useLeftText('largest-meeting', String(settings.largestMeeting), takeLargest);
  const ignored = useLeftText('ignored-words', settings.ignoredWords.join('\n'), takeIgnored);
  return (
    <section class={styles.block} aria-labelledby="counting">
      <h2 id="counting">{t('optionsCounting')}</h2>
      <p>{t('optionsCountingHelp')}</p>
      <form class={styles.counting} onSubmit={largest.leave} noValidate>
        <label class="label" for="largest-meeting">
          {t('optionsLargest')}
        </label>
        <input {...largest.field} class={`field ${styles.number}`} inputMode="numeric" maxLength={20} />
        <Wrong id="largest-meeting-error" error={largest.error} />
        <label class="label" for="ignored-words">
          {t('optionsIgnored')}
        </label>
        <textarea {...ignored.field} class="field" dir="auto" rows={3} maxLength={20_000} />
        <Wrong id="ignored-words-error" error={ignored.error} />
      </form>
    </section>
  );
}

function Wrong({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p class="error" id={id} role="alert">
      <Icon name="warning" size={14} />
      {error}
    </p>
  );
}

/** What was typed, ready to be set, as the field is to show it; or what is wrong with it. */
type Taken = { change: Partial<Settings>; shown: string } | { error: string };

const figure = (number: number) => number.toLocaleString(locale());

function takeLargest(text: string): Taken {
  const largestMeeting = readLargest(text);
  if (largestMeeting !== undefined) return { change: { largestMeeting }, shown: String(largestMeeting) };
  const { min, max } = LARGEST_MEETING;
  return { error: t('optionsLargestWrong', figure(min), figure(max)) };
}

function takeIgnored(text: string): Taken {
  const read = readIgnored(text);
  if ('words' in read) return { change: { ignoredWords: read.words }, shown: read.words.join('\n') };
  if (read.wrong === 'many') return { error: t('optionsIgnoredMany', figure(IGNORED_WORDS.most)) };
  if (read.wrong === 'short') return { error: t('optionsIgnoredShort', read.word) };
  return { error: t('optionsIgnoredLong', `${read.word.slice(0, 20)}…`, figure(IGNORED_WORDS.length)) };
}

/**
 * A field that is kept as a draft while it is typed in and set when it is left: half a number or half a phrase would
 * make other meetings count. `id`: of the field, and of its draft.
 */
function useLeftText(id: string, stored: string, take: (text: string) => Taken) {
  const [begun, setBegun] = useState(stored);
  /** What is set, as the field shows it. */
  const kept = useRef(stored);
  const { text, type, flush } = useSavedText(begun, (typed) =>
    typed === kept.current ? dropDraft(id) : writeDraft(id, typed),
  );
  const [error, setError] = useState<string>();
  const write = useWriting();

  const set = async (typed: string) => {
    if (typed === kept.current) return;
    const taken = take(typed);
    if ('error' in taken) return setError(taken.error);
    if (!(await write(() => changeSettings(taken.change)))) return;
    kept.current = taken.shown;
    // Typed while it was written: that is set when the field is left again.
    if (latest.current.text !== typed) return;
    type(taken.shown);
    flush();
  };
  const latest = useRef({ text, set, type });
  latest.current = { text, set, type };

  useEffect(() => {
    const { type } = latest.current;
    readDraft(id).then((draft) => {
      if (typeof draft !== 'string') return;
      type(draft);
      return latest.current.set(draft);
    }, console.error);
  }, [id]);
  // Set elsewhere; what is being typed here stays.
  useEffect(() => {
    if (latest.current.text === kept.current) setBegun(stored);
    kept.current = stored;
  }, [stored]);

  const leave = (event?: Event) => {
    if (event?.type === 'submit') event.preventDefault();
    flush();
    void set(text);
  };
  return {
    error,
    leave,
    field: {
      id,
      value: text,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': error ? `${id}-error` : undefined,
      onInput: (event: { currentTarget: { value: string } }) => {
        type(event.currentTarget.value);
        setError(undefined);
      },
      onBlur: () => leave(),
    },
  };
}
