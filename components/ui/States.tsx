import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Live } from '../../storage/live.ts';
import { t } from '../../storage/words.ts';
import { Icon } from './Icon.tsx';
import { lazy } from './lazy.tsx';
import styles from './States.module.css';

/** Nothing for 300 ms, so that what is quick does not flicker; then still bars; after 5 s what to do. */
export function Loading() {
  const [stage, setStage] = useState<'quiet' | 'bars' | 'long'>('quiet');
  useEffect(() => {
    const timers = [setTimeout(() => setStage('bars'), 300), setTimeout(() => setStage('long'), 5_000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (stage === 'quiet') return null;
  return (
    <div role="status" class={styles.loading}>
      <span class="vh">{t('uiLoading')}</span>
      <i class={styles.bar} />
      <i class={styles.bar} />
      <i class={styles.bar} />
      {stage === 'long' && (
        <div class="banner">
          <Icon name="warning" />
          <h3>{t('uiSlow')}</h3>
          <p>{t('uiSlowHelp')}</p>
        </div>
      )}
    </div>
  );
}

// Seldom seen: the first content does without it.
export const Failure = lazy(async () => (await import('./Failure.tsx')).Failure);

/** Draws a live query in each of its states; `children` draws the content. A failure stands above the last content. */
export function Ready<T>({ live, children }: { live: Live<T>; children: (value: T) => ComponentChildren }) {
  return (
    <>
      {live.state === 'failed' && <Failure error={live.error} />}
      {live.state === 'loading' && <Loading />}
      {(live.state === 'ready' || live.value !== undefined) && children(live.value as T)}
    </>
  );
}
