import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './close-out.module.css';

interface SegmentsProps<T extends string> {
  legend: ComponentChildren;
  options: readonly { value: T; text: string }[];
  value: T | null;
  onChoose: (value: T) => void;
  children?: ComponentChildren;
}

/** One of a few, side by side; arrows move. */
export function Segments<T extends string>({ legend, options, value, onChoose, children }: SegmentsProps<T>) {
  const id = useId();
  return (
    <fieldset class={styles.block}>
      <legend class={styles.head}>{legend}</legend>
      <div class="seg full">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
