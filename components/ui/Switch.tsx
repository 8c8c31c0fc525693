import styles from './Switch.module.css';

interface SwitchProps {
  on: boolean;
  /** @returns whether that is stored: where it is not, the switch stands as it was */
  onSwitch: (on: boolean) => Promise<boolean>;
  /** What it is called, where no label stands around it. */
  name?: string;
  /** The id of what tells more. */
  help?: string;
}

/** What is on or off from the moment when it is pressed. */
export function Switch({ on, onSwitch, name, help }: SwitchProps) {
  return (
    <input
      class={styles.switch}
      type="checkbox"
      role="switch"
      checked={on}
      aria-checked={on}
      aria-label={name}
      aria-describedby={help}
      onChange={async ({ currentTarget: box }) => {
        const next = box.checked;
        if (!(await onSwitch(next))) box.checked = !next;
      }}
    />
  );
}
