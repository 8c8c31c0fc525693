import { words } from '../../prep/fold.ts';
import type { Capture } from '../../prep/records/capture.ts';
import { plural, t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Capture.module.css';

interface TakenProps {
  capture: Capture;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** The page that a text was selected on: to be filed along, or left in the inbox. */
export function Taken({ capture, checked, onChange }: TakenProps) {
  const title = capture.origin?.title || capture.origin?.url || '';
  const said = plural('captureTaken', words(capture.text).length, title);
  return (
    <label class={styles.take}>
      <input
        class="tick"
        type="checkbox"
        checked={checked}
        aria-label={`${t('captureTake')}: ${said}`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Icon name="link" size={14} />
      <bdi class={styles.page} title={capture.origin?.url}>
        {said}
      </bdi>
    </label>
  );
}
