import { useState } from 'preact/hooks';
import { addSamplePeople, hasSamplePeople, removeSamplePeople } from '../../storage/sample.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import styles from './people.module.css';

/** Made-up people to look around with: put them in with one click, take all of them away with another. */
export function SamplePeople() {
  const live = useLive(hasSamplePeople, []);
  const [failed, setFailed] = useState(false);
  const say = useToast();
  const act = async (what: () => Promise<void>) => {
    try {
      await what();
      setFailed(false);
    } catch (error) {
      console.error('peerside: the sample people', error);
      setFailed(true);
    }
  };
  const add = async () => {
    await addSamplePeople();
    say(t('peopleSampleAdded'));
  };
  const take = async () => say(t('peopleSampleRemoved'), await removeSamplePeople());
  return (
    <section class={styles.sample} aria-labelledby="sample">
      <h2 class="h2" id="sample">
        {t('peopleSample')}
      </h2>
      <Ready live={live}>
        {(there) => (
          <>
            <p class="meta">{t(there ? 'peopleSampleThere' : 'peopleSampleHelp')}</p>
            <button type="button" class="btn small" onClick={() => void act(there ? take : add)}>
              {t(there ? 'peopleSampleRemove' : 'firstSample')}
            </button>
          </>
        )}
      </Ready>
      {failed && (
        <p class="error" role="alert">
          <Icon name="warning" size={14} />
          {t('peopleSampleFailed')}
        </p>
      )}
    </section>
  );
}
