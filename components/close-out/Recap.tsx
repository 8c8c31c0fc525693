import { useId } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import '../ui/more-icons.ts';
import styles from './close-out.module.css';

/** What can be shared of a meeting, to copy; it says what was left out. */
export function Recap({ text }: { text: string }) {
  const say = useToast();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(t('recapCopied'));
    } catch (error) {
      console.error('peerside: not copied', error);
      say(t('recapNotCopied'));
    }
  };
  return (
    <section class={`card ${styles.block} ${styles.recap}`} aria-labelledby={id}>
      <div class="row">
        <h2 class="h2 grow" id={id}>
          {t('recapHeading')}
        </h2>
        {text && (
          <button type="button" class="btn small" onClick={copy}>
            <Icon name="copy" size={14} />
            {t('recapCopy')}
          </button>
        )}
      </div>
      {text ? <pre dir="auto">{text}</pre> : <p class="meta">{t('recapEmpty')}</p>}
      <p class={`hint ${styles.private}`}>
        <Icon name="private" size={14} />
        {t('recapLeftOut')}
      </p>
    </section>
  );
}
