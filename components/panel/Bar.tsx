import { setCovered } from '../../storage/cover.ts';
import { openOptions } from '../../storage/pages.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useLastUndo } from '../ui/Toast.tsx';

interface BarProps {
  /** Without it: this is Today. */
  onBack?: () => void;
  onCapture: () => void;
  capturing: boolean;
  /** After the brand, on Today. */
  date?: string;
}

/** The bar over every view of the panel. */
export function Bar({ onBack, onCapture, capturing, date }: BarProps) {
  const last = useLastUndo();
  return (
    <header class="bar">
      {onBack ? (
        <button type="button" class="btn quiet small" onClick={onBack}>
          <Icon name="back" />
          {t('panelToday')}
        </button>
      ) : (
        <>
          <span class="brand">
            <span style={{ color: 'var(--ps-accent)' }}>
              <Icon name="brand" size={18} />
            </span>
            {t('panelToday')}
          </span>
          <span class="meta">{date}</span>
        </>
      )}
      <span class="grow" />
      <button
        type="button"
        class="ib"
        aria-label={t('panelCapture')}
        title={t('panelCapture')}
        aria-expanded={capturing}
        onClick={onCapture}
      >
        <Icon name="add" />
      </button>
      <Choice
        class="ib"
        label={t('panelMore')}
        options={[
          ...(last ? [{ value: 'undo', text: t('panelUndo', last.text) }] : []),
          { value: 'people', text: t('panelPeople') },
          { value: 'question-sets', text: t('panelSets') },
          { value: 'calendar', text: t('panelOptions') },
          { value: 'cover', text: t('cover_menu') },
        ]}
        onChoose={(chosen) => {
          if (chosen === 'undo') void last?.takeBack();
          else if (chosen === 'cover') void setCovered(true);
          else openOptions(chosen);
        }}
      >
        <Icon name="more" />
      </Choice>
    </header>
  );
}
