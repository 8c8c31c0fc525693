import { useId } from 'preact/hooks';
import { daysBetween } from '../../prep/days.ts';
import type { Fact } from '../../prep/records/fact.ts';
import type { Person } from '../../prep/records/person.ts';
import type { CloseOutDraft } from '../../storage/close-out-draft.ts';
import { t } from '../../storage/words.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './close-out.module.css';
import { FACT_KINDS, factKindText } from './words.ts';

interface RememberProps {
  people: readonly Person[];
  fact: CloseOutDraft['fact'];
  /** Of the meeting: each has one thing to think of, in turn. */
  day: string;
  onChange: (fact: CloseOutDraft['fact']) => void;
}

/** A fact learnt, with its kind; below it one thing to ask oneself, never the peer (Relationships). */
export function Remember({ people, fact, day, onChange }: RememberProps) {
  const id = useId();
  return (
    <div class={styles.block}>
      <label class={`h2 ${styles.head}`} for={id}>
        {t('closeOutRemember')} <span class={styles.only}>{t('closeOutOnlyYou')}</span>
      </label>
      <div class={styles.fact}>
        <input
          class="field"
          id={id}
          dir="auto"
          maxLength={1_000}
          placeholder={reflection(day)}
          value={fact.text}
          onInput={(event) => onChange({ ...fact, text: event.currentTarget.value })}
        />
        {people.length > 1 && (
          <select
            class="field"
            aria-label={t('closeOutFactOf')}
            value={fact.personId}
            onChange={(event) => onChange({ ...fact, personId: event.currentTarget.value })}
          >
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {firstName(person.name)}
              </option>
            ))}
          </select>
        )}
        <select
          class="field"
          aria-label={t('closeOutFactKind')}
          value={fact.kind}
          onChange={(event) => onChange({ ...fact, kind: event.currentTarget.value as Fact['kind'] })}
        >
          {FACT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {factKindText(kind)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function reflection(day: string): string {
  const all = [
    t('closeOutReflectValue'),
    t('closeOutReflectProblems'),
    t('closeOutReflectTalk'),
    t('closeOutReflectIdea'),
  ];
  return all[Math.abs(daysBetween('2026-01-01', day)) % all.length] ?? '';
}
