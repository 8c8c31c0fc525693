import { useId } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import type { CloseOutDraft } from '../../storage/close-out-draft.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { dueSpoken, fullDay } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './close-out.module.css';
import { DateButton } from './DateButton.tsx';

interface ThingsProps {
  people: readonly Person[];
  things: CloseOutDraft['things'];
  /** As they will be kept: with the days that their words end with. */
  read: CloseOutDraft['things'];
  onChange: (things: CloseOutDraft['things']) => void;
}

/** One small thing each, and one together; a talk is only worth it when something is done about it (Evanish). */
export function Things({ people, things, read, onChange }: ThingsProps) {
  const id = useId();
  const today = localDay(new Date());
  const [only] = people.length === 1 ? people : [];
  const both = only ? t('closeOutBoth') : t('closeOutAll');
  const rows = [
    { whose: 'me', who: t('closeOutYou'), label: t('closeOutYouWill') },
    ...people.map((person) => ({
      whose: person.id,
      who: firstName(person.name),
      label: t('closeOutNameWill', person.name),
    })),
    { whose: 'both', who: both, label: t('closeOutBothWill') },
  ];
  return (
    <section class={styles.block} aria-labelledby={id}>
      <h2 class={`h2 ${styles.head}`} id={id}>
        {t('closeOutThings')}
      </h2>
      <ul class={styles.each}>
        {rows.map(({ whose, who, label }) => {
          const thing = things[whose] ?? { text: '', due: null };
          const due = read[whose]?.due ?? null;
          const isRead = due !== thing.due;
          const set = (some: Partial<typeof thing>) =>
            onChange({ ...things, [whose]: { ...thing, ...some } });
          return (
            <li key={whose}>
              <bdi class="meta">{who}</bdi>
              <input
                class="field"
                dir="auto"
                aria-label={label}
                placeholder={whose === 'both' ? t('closeOutTogether') : ''}
                maxLength={1_000}
                value={thing.text}
                onInput={(event) => set({ text: event.currentTarget.value, on: today })}
              />
              <DateButton
                label={label}
                value={due}
                onChange={(chosen) => set({ due: chosen, byHand: true })}
              />
              <p class={styles.understood} aria-live="polite">
                {isRead && due && <Due day={due} today={today} />}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The day that was read in the words, said as in the line that adds a promise. */
function Due({ day, today }: { day: string; today: string }) {
  if (day >= today) return dueSpoken(day, today);
  return (
    <>
      {t('dateDue', fullDay(day))}. <span class="late">{t('briefDuePast')}</span>
    </>
  );
}
