import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import styles from './cover.module.css';

interface CoverScreenProps {
  onLift: () => void;
}

/** What stands over a page of ours while it is covered: no name, no text, one way back. */
export function CoverScreen({ onLift }: CoverScreenProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <main class={styles.cover}>
      <div class={styles.mid}>
        <span class={styles.mark}>
          <Icon name="brand" size={48} />
        </span>
        <div role="status">
          <h1>{t('cover_title')}</h1>
          <p>{t('cover_help')}</p>
        </div>
        <button ref={button} type="button" class="btn" aria-keyshortcuts="F2" onClick={onLift}>
          <Icon name="show" />
          {t('cover_show')}
        </button>
      </div>
      <p class={styles.end}>
        <kbd>F2</kbd> {t('cover_keys')}
      </p>
    </main>
  );
}

/** Draws it into an element that is in the page. */
export function drawCover(into: HTMLElement, onLift: () => void): void {
  render(null, into);
  render(<CoverScreen onLift={onLift} />, into);
}
