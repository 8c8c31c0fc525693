import { INTERVALS, latestFor } from '../../prep/cadence-presets.ts';
import type { Cadence, Person } from '../../prep/records/person.ts';
import { openOptions } from '../../storage/pages.ts';
import { t } from '../../storage/words.ts';
import { afterText, everyText } from '../people/words.ts';
import styles from './cadence.module.css';

interface CadencePickProps {
  person: Person;
  onSet: (cadence: Cadence | null) => void;
}

const OTHER = 'other';

/** The ideal interval and the latest one, from the usual ones; any other number of days is typed in the options. */
export function CadencePick({ person, onSet }: CadencePickProps) {
  const { cadence } = person;
  const steps = (own: number | undefined, from = 0) =>
    [...new Set<number>([...INTERVALS, ...(own === undefined ? [] : [own])])]
      .filter((days) => days >= from)
      .sort((a, b) => a - b);
  const chooseIdeal = (value: string) => {
    if (value === OTHER) return openOptions(`person/${person.id}`);
    const ideal = Number(value);
    onSet(value === '' ? null : { ideal, latest: latestFor(ideal) });
  };
  return (
    <div class={styles.pick}>
      <select
        class="field"
        aria-label={t('peopleIdeal')}
        value={cadence ? String(cadence.ideal) : ''}
        onChange={({ currentTarget }) => {
          chooseIdeal(currentTarget.value);
          // Not chosen here: it shows what is.
          if (currentTarget.value === OTHER) currentTarget.value = cadence ? String(cadence.ideal) : '';
        }}
      >
        <option value="">{t('peopleNoCadence')}</option>
        {steps(cadence?.ideal).map((days) => (
          <option key={days} value={String(days)}>
            {everyText(days)}
          </option>
        ))}
        <option value={OTHER}>{t('cadenceOther')}</option>
      </select>
      {cadence && (
        <select
          class="field"
          aria-label={t('peopleLatest')}
          value={String(cadence.latest)}
          onChange={({ currentTarget: { value } }) => onSet({ ideal: cadence.ideal, latest: Number(value) })}
        >
          {steps(cadence.latest, cadence.ideal).map((days) => (
            <option key={days} value={String(days)}>
              {t('peopleLatestAfter', afterText(days))}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
