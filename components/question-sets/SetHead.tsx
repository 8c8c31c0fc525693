import { useRef, useState } from 'preact/hooks';
import type { SetWithQuestions } from '../../prep/question-import.ts';
import { changeSet } from '../../storage/question-sets.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { EditLine } from './EditLine.tsx';
import styles from './set-editor.module.css';
import { useUnwritten } from './useUnwritten.ts';

interface SetHeadProps {
  set: SetWithQuestions;
  /** Starts with the name being written: a new set. */
  naming: boolean;
  onDuplicate: () => void;
  onExport: () => void;
  onDelete: () => void;
}

/** The title and description of a set, and what can be done with the whole of it. */
export function SetHead({ set, naming, onDuplicate, onExport, onDelete }: SetHeadProps) {
  const [editing, setEditing] = useState(naming);
  const done = () => {
    setEditing(false);
    keepFocus(() => rename.current);
  };
  const rename = useRef<HTMLButtonElement>(null);
  const drafts = { title: `set title ${set.id}`, description: `set description ${set.id}` };
  useUnwritten(drafts.title, (title) => changeSet(set.id, { title }));
  useUnwritten(drafts.description, (description) => changeSet(set.id, { description }));
  if (editing) {
    return (
      <div
        class={styles.rename}
        onFocusOut={(event) => {
          const to = event.relatedTarget as Node | null;
          if (to && !event.currentTarget.contains(to)) done();
        }}
      >
        <h2 class="vh" id="set-title">
          {set.title}
        </h2>
        <EditLine
          label={t('setsName')}
          value={set.title}
          needed={t('setsNeedsName')}
          draft={drafts.title}
          focus="all"
          onSave={(title) => changeSet(set.id, { title })}
          onDone={done}
        />
        <EditLine
          label={t('setsDescription')}
          value={set.description}
          draft={drafts.description}
          onSave={(description) => changeSet(set.id, { description })}
          onDone={done}
        />
      </div>
    );
  }
  return (
    <>
      <div class={styles.title}>
        <h2 class="grow" id="set-title" dir="auto">
          {set.title}
        </h2>
        <button
          ref={rename}
          type="button"
          class="ib"
          aria-label={t('setsRename')}
          title={t('setsRename')}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" />
        </button>
        <button
          type="button"
          class="ib"
          aria-label={t('setsDuplicateSet')}
          title={t('setsDuplicateSet')}
          onClick={onDuplicate}
        >
          <Icon name="copy" />
        </button>
        <button
          type="button"
          class="ib"
          aria-label={t('setsExportSet')}
          title={t('setsExportSet')}
          onClick={onExport}
        >
          <Icon name="download" />
        </button>
        <button
          type="button"
          class="ib"
          aria-label={t('setsDeleteSet')}
          title={t('setsDeleteSet')}
          onClick={onDelete}
        >
          <Icon name="delete" />
        </button>
      </div>
      <p class={styles.description} dir="auto">
        {set.description || t('setsNoDescription')}
      </p>
    </>
  );
}
