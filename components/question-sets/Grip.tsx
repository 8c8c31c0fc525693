import { Icon } from '../ui/Icon.tsx';
import styles from './grip.module.css';
import type { useReorder } from './useReorder.ts';

/** The handle of a row that can be moved. */
export function Grip({ grip }: { grip: ReturnType<ReturnType<typeof useReorder>['grip']> }) {
  return (
    <button type="button" class={`ib s ${styles.grip}`} {...grip}>
      <Icon name="grip" />
    </button>
  );
}
