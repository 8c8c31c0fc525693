import { useEffect, useRef, useState } from 'preact/hooks';
import { writeQuestionFile } from '../../prep/question-file.ts';
import type { SetWithQuestions } from '../../prep/question-import.ts';
import { deletedBuiltIns, ensureBuiltInSets, restoreBuiltInSets } from '../../storage/built-in-sets.ts';
import { addSet, deleteSet, duplicateSet, listSets } from '../../storage/question-sets.ts';
import { plural, t } from '../../storage/words.ts';
import split from '../options/split.module.css';
import { useFocusWhenHidden } from '../options/useFocusWhenHidden.ts';
import { useWriting } from '../options/useWriting.ts';
import { type ExportLine, useExport } from '../ui/files/useExport.tsx';
import { Icon } from '../ui/Icon.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { ImportFile } from './ImportFile.tsx';
import { SetEditor } from './SetEditor.tsx';
import { SetList } from './SetList.tsx';
import styles from './sets.module.css';

interface QuestionSetsProps {
  /** The set whose editor is open; the first one when none is named or it is gone. */
  chosen: string | undefined;
  hrefOf: (id: string) => string;
  onChoose: (id: string) => void;
  /** Hands a file to the browser. */
  save?: (name: string, text: string) => void;
}

/** The section of the options: all sets and the editor of one, import and export. */
export function QuestionSets({ chosen, hrefOf, onChoose, save }: QuestionSetsProps) {
  const live = useLive(async () => ({ sets: await listSets(), deleted: await deletedBuiltIns() }), []);
  const [file, setFile] = useState<File>();
  const [naming, setNaming] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const importButton = useRef<HTMLButtonElement>(null);
  const say = useToast();
  const write = useWriting();
  const { give, asked } = useExport(hrefOf, save);

  useFocusWhenHidden('set', chosen);
  // The first page to be opened after an install can be here before the background is done.
  const none = live.value?.sets.length === 0;
  useEffect(() => {
    if (none) ensureBuiltInSets().catch(console.error);
  }, [none]);

  const create = async () => {
    const set = await addSet(t('setsNewTitle'));
    setNaming(set.id);
    onChoose(set.id);
  };
  const copy = async (set: SetWithQuestions) => {
    const made = await duplicateSet(set.id, t('setsCopyTitle', set.title));
    if (!made) return;
    setNaming(made.id);
    onChoose(made.id);
    say(t('setsCopied', set.title), async () => {
      await deleteSet(made.id);
    });
  };
  const drop = async (set: SetWithQuestions, sets: readonly SetWithQuestions[]) => {
    const at = sets.indexOf(set);
    const next = sets[at + 1] ?? sets[at - 1];
    const undo = await deleteSet(set.id);
    // Brought back, it is as it was left, not new again.
    setNaming(undefined);
    onChoose(next?.id ?? '');
    // The editor goes away with what has the focus, and another one, or none, comes.
    keepFocus(() => document.getElementById(next ? 'set' : 'title'));
    say(t('setsDeleted', set.title), async () => {
      await undo();
      onChoose(set.id);
      keepFocus(() => document.getElementById('set'));
    });
  };
  const exportSets = (sets: readonly SetWithQuestions[], title = 'question-sets') =>
    give(title, sets.flatMap(linesOf), () => writeQuestionFile(sets, new Date().toISOString()));
  const closeImport = () => {
    setFile(undefined);
    importButton.current?.focus();
  };

  return (
    <>
      <header>
        <h1 id="title" tabIndex={-1}>
          {t('optionsSets')}
        </h1>
        <span class="grow" />
        <button ref={importButton} type="button" class="btn quiet" onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {t('setsImport')}
        </button>
        <button
          type="button"
          class="btn quiet"
          disabled={!live.value || live.value.sets.length === 0}
          onClick={() => live.value && void exportSets(live.value.sets)}
        >
          <Icon name="download" />
          {t('setsExportAll')}
        </button>
        <button type="button" class="btn primary" onClick={() => void write(create)}>
          <Icon name="add" />
          {t('setsNewSet')}
        </button>
        <input
          ref={input}
          class="vh"
          type="file"
          accept=".json,application/json"
          aria-label={t('setsFile')}
          tabIndex={-1}
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </header>
      {file && <ImportFile file={file} onOther={() => input.current?.click()} onDone={closeImport} />}
      {asked}
      <Ready live={live}>
        {({ sets, deleted }) => {
          const own = sets.filter((set) => !set.builtIn);
          const builtIn = sets.filter((set) => set.builtIn);
          const open = sets.find((set) => set.id === chosen) ?? own[0] ?? builtIn[0];
          const gone = deleted.sets + deleted.questions;
          return (
            <div class={split.split} data-open={Boolean(chosen)}>
              <section class={styles.sets} aria-label={t('setsInOrder')}>
                {own.length > 0 ? (
                  <SetList heading={t('setsYours')} sets={own} chosen={open?.id} hrefOf={hrefOf} />
                ) : (
                  <>
                    <h2>{t('setsYours')}</h2>
                    <p class="meta">{t('setsNoneYet')}</p>
                  </>
                )}
                {builtIn.length > 0 && (
                  <SetList heading={t('setsBuiltIn')} sets={builtIn} chosen={open?.id} hrefOf={hrefOf} />
                )}
                {gone > 0 && (
                  <button
                    type="button"
                    class="btn quiet small"
                    onClick={() =>
                      void write(async () => say(plural('setsBroughtBack', gone), await restoreBuiltInSets()))
                    }
                  >
                    <Icon name="undo" size={14} />
                    {t('setsBringBack')}
                  </button>
                )}
              </section>
              {open && (
                <SetEditor
                  key={open.id}
                  set={open}
                  backHref={hrefOf('')}
                  naming={open.id === naming}
                  onDuplicate={() => void write(() => copy(open))}
                  onExport={() => void exportSets([open], open.title)}
                  onDelete={() => void write(() => drop(open, [...own, ...builtIn]))}
                />
              )}
            </div>
          );
        }}
      </Ready>
    </>
  );
}

/** All that a set would give away: its title, description and questions. */
const linesOf = ({ id, title, description, questions }: SetWithQuestions): ExportLine[] =>
  [title, description, ...questions.map(({ text }) => text)].map((text) => ({ of: id, text }));
