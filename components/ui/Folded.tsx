import type { ComponentChildren } from 'preact';
import styles from './Folded.module.css';
import { Icon } from './Icon.tsx';

/** What is seldom looked at, under its title until that is pressed. */
export function Folded({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class={styles.folded}>
      <summary>
        <Icon name="right" size={12} />
        <bdi>{title}</bdi>
      </summary>
      {children}
    </details>
  );
}
