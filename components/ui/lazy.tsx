import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from './Icon.tsx';

/**
 * A component whose code is fetched from the extension when it is first drawn; code that cannot be had (the extension
 * was updated in place) says so where it would stand. `preload()` fetches ahead and never fails: drawing tells.
 * `Meanwhile`: what holds its place until then, for what is waited for. All else leaves the page as it is: bars that come
 * and go between what is there already would move it under a hand that presses.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, Meanwhile?: ComponentType) {
  let known: ComponentType<P> | undefined;
  const fetchCode = async () => {
    known ??= await load();
  };
  function Lazy(props: P) {
    // How often it could not be had. While it is asked for again the banner stays, and the focus with it.
    const [failed, setFailed] = useState(0);
    const [, redraw] = useState(false);
    const Known = known;
    const draw = async () => {
      try {
        await fetchCode();
        redraw(true);
      } catch (error) {
        console.error('peerside: code', error);
        setFailed((times) => times + 1);
      }
    };
    useEffect(() => {
      // As it was drawn: it may have come since.
      if (!Known) void draw();
    }, []);
    if (Known) return <Known {...props} />;
    if (failed > 0) return <NotLoaded again={failed > 1} onAgain={draw} />;
    return Meanwhile && <Meanwhile />;
  }
  return Object.assign(Lazy, { preload: () => fetchCode().catch(() => undefined) });
}

/** What stands in the place of code that could not be fetched. */
function NotLoaded({ again, onAgain }: { again: boolean; onAgain: () => void }) {
  return (
    <div class="banner danger" role="alert">
      <Icon name="warning" />
      <h3>{t('uiNotLoaded')}</h3>
      <p>{t(again ? 'uiNotLoadedStill' : 'uiNotLoadedHelp')}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={onAgain}>
          {t('uiTryAgain')}
        </button>
        <button type="button" class="btn" onClick={() => location.reload()}>
          {t('uiReload')}
        </button>
      </div>
    </div>
  );
}
