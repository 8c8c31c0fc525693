import { t } from '../../storage/words.ts';
import '../ui/more-icons.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Row.module.css';

interface RowActsProps {
  text: string;
  /** Only rows that have a date. */
  onDate: (() => void) | undefined;
  onEdit: () => void;
  onDrop: () => void;
}

/** What a row offers on hover and focus: its date, edit, drop. */
export function RowActs({ text, onDate, onEdit, onDrop }: RowActsProps) {
  return (
    <span class={styles.acts}>
      {onDate && <RowButton icon="date" name={t('rowDate')} of={text} onClick={onDate} />}
      <RowButton icon="edit" name={t('rowEdit')} of={text} onClick={onEdit} />
      <RowButton icon="close" name={t('rowDrop')} of={text} onClick={onDrop} />
    </span>
  );
}

function RowButton(props: {
  icon: 'date' | 'edit' | 'close';
  name: string;
  of: string;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="ib s"
      title={props.name}
      aria-label={`${props.name}: ${props.of}`}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={14} />
    </button>
  );
}
