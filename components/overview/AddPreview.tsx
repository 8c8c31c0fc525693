import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { addDays, isDay } from '../../prep/days.ts';
import type { Person } from '../../prep/records/person.ts';
import { remove } from '../../storage/remove.ts';
import { addTopic, changeTopic } from '../../storage/topics.ts';
import { locale, t } from '../../storage/words.ts';
import { useKeptForm } from '../drafts/useKeptForm.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import styles from './overview.module.css';

interface AddPreviewProps {
  people: readonly Person[];
  today: string;
  onClose: () => void;
}

interface Form {
  text: string;
  day: string;
  personIds: string[];
}

/** Something to present, on a day, that some peers should hear of in the week before. What is typed is kept. */
export function AddPreview({ people, today, onClose }: AddPreviewProps) {
  const empty: Form = { text: '', day: addDays(today, 7), personIds: [] };
  const form = useKeptForm<Form>('preview topic', empty, readForm);
  const { text, day, personIds } = form.value;
  const [error, setError] = useState('');
  const attempt = useAttempt();
  const say = useToast();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const id = useId();
  const byName = useMemo(() => [...people].sort((a, b) => a.name.localeCompare(b.name, locale())), [people]);

  const add = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return setError(t('previewNeedsText'));
    if (!isDay(day) || day < today) return setError(t('previewNeedsDay'));
    if (personIds.length === 0) return setError(t('previewNeedsPeople'));
    const stored = await attempt(async () => {
      const topic = await addTopic(personIds, text.trim());
      await changeTopic(topic.id, { presentOn: day });
      say(t('previewAdded', text.trim()), async () => void (await remove('topics', [topic.id])));
      await form.done();
    });
    if (stored) onClose();
  };
  const toggle = (personId: string) =>
    form.change({
      personIds: personIds.includes(personId)
        ? personIds.filter((one) => one !== personId)
        : [...personIds, personId],
    });
  return (
    <form class={styles.form} onSubmit={add} noValidate aria-label={t('backAddPreview')}>
      <label class="label" for={`${id}-text`}>
        {t('previewText')}
      </label>
      <input
        ref={first}
        id={`${id}-text`}
        class="field"
        type="text"
        dir="auto"
        maxLength={1_000}
        value={text}
        aria-invalid={error && text.trim() === '' ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => form.change({ text: event.currentTarget.value })}
      />
      <label class="label" for={`${id}-day`}>
        {t('previewDay')}
      </label>
      <input
        id={`${id}-day`}
        class="field"
        type="date"
        min={today}
        value={day}
        onInput={(event) => form.change({ day: event.currentTarget.value })}
      />
      <fieldset>
        <legend class="label">{t('previewPeople')}</legend>
        <div class="chips">
          {byName.map((person) => (
            <label key={person.id} class="chip">
              <input
                type="checkbox"
                checked={personIds.includes(person.id)}
                onChange={() => toggle(person.id)}
              />
              <bdi title={person.name}>{person.name}</bdi>
            </label>
          ))}
        </div>
      </fieldset>
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <div class="row">
        <button type="submit" class="btn primary">
          {t('previewAdd')}
        </button>
        <button type="button" class="btn" onClick={onClose}>
          {t('previewClose')}
        </button>
      </div>
    </form>
  );
}

function readForm(draft: unknown): Partial<Form> | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const { text, day, personIds } = draft as Record<string, unknown>;
  return {
    ...(typeof text === 'string' && { text }),
    ...(typeof day === 'string' && { day }),
    ...(Array.isArray(personIds) && { personIds: personIds.filter((one) => typeof one === 'string') }),
  };
}
