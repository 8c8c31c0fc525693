import { useId } from 'preact/hooks';
import type { Person } from '../../prep/records/person.ts';
import type { CloseOutDraft } from '../../storage/close-out-draft.ts';
import { t } from '../../storage/words.ts';
import { firstName } from '../ui/first-name.ts';
import styles from './close-out.module.css';
import { DateButton } from './DateButton.tsx';

interface ThingsProps {
  people: readonly Person[];
  things: CloseOutDraft['things'];
  onChange: (things: CloseOutDraft['things']) => void;
}

/** One small thing each, and one together; a talk is only worth it when something is done about it (Evanish). */
export function Things({ people, things, onChange }: ThingsProps) {
  const id = useId();
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
                onInput={(event) => set({ text: event.currentTarget.value })}
              />
              <DateButton label={label} value={thing.due} onChange={(due) => set({ due })} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
