import { useEffect, useRef, useState } from 'preact/hooks';
import { FILE_LIMITS, type FileReading, readQuestionFile } from '../../prep/question-file.ts';
import { changesIn, questionsIn, sameIn } from '../../prep/question-import.ts';
import { importSets, previewImport } from '../../storage/question-import.ts';
import { plural, t } from '../../storage/words.ts';
import { keepFocus } from '../options/keep-focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLive } from '../ui/useLive.ts';
import { ImportPlan } from './ImportPlan.tsx';
import { faultText, reasonText, sizeText } from './import-words.ts';
import styles from './question-sets.module.css';

/** Problems that are listed one by one; the others are counted. */
const LISTED = 20;

interface ImportFileProps {
  file: File;
  onOther: () => void;
  onDone: () => void;
}

/** A chosen file: why it cannot be taken, or what it would change; nothing is written before the user says so. */
export function ImportFile({ file, onOther, onDone }: ImportFileProps) {
  const [reading, setReading] = useState<FileReading>();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    let current = true;
    setReading(undefined);
    void readFile(file).then((read) => current && setReading(read));
    box.current?.focus();
    return () => {
      current = false;
    };
  }, [file]);
  return (
    <section class={styles.import} aria-labelledby="import-title" ref={box} tabIndex={-1}>
      <h2 class="vh" id="import-title">
        {t('setsImportOf', file.name)}
      </h2>
      <div class={styles.file}>
        <Icon name="file" size={20} />
        <p>
          <strong dir="auto">{file.name}</strong>
          <br />
          <span class="meta">{t('setsFileSize', sizeText(file.size))}</span>
        </p>
        <button type="button" class="btn small" onClick={onOther}>
          {t('setsChooseOther')}
        </button>
      </div>
      {reading?.fault && <Refused fault={reading.fault} onClose={onDone} />}
      {reading && !reading.fault && <Found reading={reading} onDone={onDone} />}
    </section>
  );
}

async function readFile(file: File): Promise<FileReading> {
  // A file this large is not even read.
  if (file.size > FILE_LIMITS.bytes) return { fault: { kind: 'too-large', bytes: file.size } };
  try {
    return readQuestionFile(await file.text());
  } catch (error) {
    console.error('peerside: a file could not be read', error);
    return { fault: { kind: 'unreadable' } };
  }
}

function Refused({ fault, onClose }: { fault: Parameters<typeof faultText>[0]; onClose: () => void }) {
  const { what, how } = faultText(fault);
  return (
    <div class="banner danger" role="alert">
      <Icon name="warning" />
      <h3>{what}</h3>
      <p>
        {t('setsNothingChanged')} {how}
      </p>
      <div class="acts">
        <button type="button" class="btn" onClick={onClose}>
          {t('setsClose')}
        </button>
      </div>
    </div>
  );
}

function Found({ reading, onDone }: { reading: FileReading & { fault?: undefined }; onDone: () => void }) {
  const { sets, problems, total } = reading;
  const plan = useLive(() => previewImport(sets), [sets]);
  const [failed, setFailed] = useState(false);
  const say = useToast();
  const count = questionsIn(plan.value ?? []);
  const take = async (here: number) => {
    try {
      const undo = await importSets(sets);
      say(here > 0 ? plural('setsImported', here) : t('setsImportedHead'), async () => {
        await undo();
        keepFocus(() => document.getElementById('title'));
      });
      onDone();
    } catch (error) {
      console.error('peerside: an import failed', error);
      setFailed(true);
    }
  };
  return (
    <>
      {problems.length > 0 && (
        <div class="banner danger" role="alert">
          <Icon name="warning" />
          <h3>{plural('setsProblems', problems.length, total)}</h3>
          <p>{count > 0 ? plural('setsMend', count) : t('setsMendAll')}</p>
          <ol class={styles.where} aria-label={t('setsWhere')}>
            {problems.slice(0, LISTED).map((problem) => (
              <li key={problem.path}>
                <span class={styles.line}>{problem.line}</span>
                <code title={problem.path}>{problem.member || problem.path}</code>
                <span>{reasonText(problem.why)}</span>
              </li>
            ))}
          </ol>
          {problems.length > LISTED && (
            <p class="meta">{plural('setsMoreProblems', problems.length - LISTED)}</p>
          )}
        </div>
      )}
      <Ready live={plan}>
        {(all) => (
          <>
            <ImportPlan plan={all} />
            {changesIn(all) > 0 && sameIn(all) > 0 && (
              <p class="meta">{plural('setsAlready', sameIn(all))}</p>
            )}
            {failed && (
              <p class="error" role="alert">
                <Icon name="warning" size={14} />
                {t('setsImportFailed')}
              </p>
            )}
            <div class={styles.acts}>
              {changesIn(all) > 0 && (
                <button type="button" class="btn primary" onClick={() => take(questionsIn(all))}>
                  {questionsIn(all) > 0 ? plural('setsImportCount', questionsIn(all)) : t('setsImportHead')}
                </button>
              )}
              <button type="button" class="btn" onClick={onDone}>
                {changesIn(all) > 0 ? t('setsCancel') : t('setsClose')}
              </button>
            </div>
          </>
        )}
      </Ready>
    </>
  );
}
