import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '../../storage/words.ts';
import styles from './FirstRun.module.css';

interface FirstRunProps {
  onSample: () => void;
  onAddPerson: () => void;
  /** How many captures wait already. */
  inbox: number;
}

/** Before there is anybody: what to do, in three steps, and a way to look around first. */
export function FirstRun({ onSample, onAddPerson, inbox }: FirstRunProps) {
  const isNew = useIsNew();
  if (!isNew) return null;
  return (
    <div class={styles.hello}>
      <h1>{t('firstTitle')}</h1>
      <p>{t('firstLede')}</p>
      <ol class={styles.steps}>
        <li>
          <h2>{t('firstStep1')}</h2>
          <p>{t('firstStep1Help')}</p>
          <button type="button" class="btn primary" onClick={onAddPerson}>
            {t('firstAdd')}
          </button>
        </li>
        <li>
          <h2>{t('firstStep2')}</h2>
          <p>{t('firstStep2Help')}</p>
        </li>
        <li>
          <h2>{t('firstStep3')}</h2>
          <p>{t('firstStep3Help')}</p>
        </li>
      </ol>
      <div class={styles.sample}>
        <p>{t('firstSampleHelp')}</p>
        <button type="button" class="btn" onClick={onSample}>
          {t('firstSample')}
        </button>
      </div>
      {inbox > 0 && <p class="meta">{plural('todayWaiting', inbox)}</p>}
    </div>
  );
}

/** Whether there is nobody because nobody was ever here: somebody whose data was lost is not greeted as new. */
function useIsNew(): boolean {
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    const check = async () => {
      const { checkSentinel } = await import('../../storage/sentinel.ts');
      setNew((await checkSentinel()).loss === null);
    };
    check().catch(console.error);
  }, []);
  return isNew;
}
