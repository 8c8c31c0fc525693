import type { Understood } from '../../prep/capture.ts';
import type { CaptureChange } from '../../prep/capture-edit.ts';
import { newName } from '../../prep/capture-names.ts';
import { LINE, LONG } from '../../prep/limits.ts';
import type { Person } from '../../prep/records/person.ts';
import { locale, t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { dayText } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Capture.module.css';
import { DueChip } from './DueChip.tsx';
import { shapeIcon, shapeOf, shapeOptions, shapeText, toShape } from './labels.ts';
import { WhoChips } from './WhoChips.tsx';

interface UnderstoodItemProps {
  item: Understood;
  people: readonly Person[];
  today: string;
  /** The peer that Tab would take, when the cursor is in this item. */
  offered: Person | undefined;
  onChange: (change: CaptureChange) => void;
  onAssign: (people: Person[]) => void;
  onSettle: (person: Person) => void;
  onAddPeer: (name: string) => void;
}

/** One thing that was understood, and what it can be changed to. */
export function UnderstoodItem(props: UnderstoodItemProps) {
  const { item, people, today, offered, onChange, onAssign, onSettle, onAddPeer } = props;
  const shape = shapeOf(item);
  const open = item.open?.typed ?? '';
  const name = newName(open);
  return (
    <li class={styles.item}>
      <Icon name={shapeIcon(shape)} />
      <div>
        <p class={styles.text} dir="auto">
          {item.text}
        </p>
        <div class={styles.chips}>
          <Choice
            class="btn small plain"
            label={t('captureKind', shapeText(shape))}
            options={shapeOptions()}
            value={shape}
            onChoose={(next) => onChange(toShape(next))}
          >
            {shapeText(shape)}
            <Icon name="down" size={12} />
          </Choice>
          <WhoChips
            personIds={item.personIds}
            maybe={item.maybe}
            people={people}
            together={item.open === undefined}
            offered={offered}
            onChoose={onAssign}
            onSettle={onSettle}
          />
          {item.kind === 'promise' && (
            <DueChip due={item.due} today={today} onChange={(due) => onChange({ due })} />
          )}
        </div>
        {item.problem === 'empty' && <p class="hint">{t('captureNoWords')}</p>}
        {item.problem === 'long' && (
          <p class="error">
            <Icon name="warning" size={14} />
            {item.kind === 'note' ? t('captureLongNote', number(LONG)) : t('captureLong', number(LINE))}
          </p>
        )}
        {item.noDay !== '' && <p class="hint late">{t('captureNoDay', item.noDay)}</p>}
        {item.due !== null && item.due < today && (
          <p class="hint late">{t('capturePast', dayText(item.due, today))}</p>
        )}
        {item.open?.personIds.length === 0 && !offered && (
          <p class="hint">
            {t('captureUnknown', open)}{' '}
            {name && (
              <button type="button" class="link" onClick={() => onAddPeer(name)}>
                {t('captureAdd', name)}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

function number(value: number): string {
  return value.toLocaleString(locale());
}
