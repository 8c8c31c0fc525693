import { useEffect, useState } from 'preact/hooks';
import { FILE_LIMITS, type FileReading, readQuestionFile } from '../../prep/question-file.ts';
import { changesIn, questionsIn, sameIn } from '../../prep/question-import.ts';
import { importSets, previewImport } from '../../storage/question-import.ts';
import { plural, t } from '../../storage/words.ts';
import { ChosenFile } from '../ui/files/ChosenFile.tsx';
import { ImportActs } from '../ui/files/ImportActs.tsx';
import { RefusedFile } from '../ui/files/RefusedFile.tsx';
import { useImport } from '../ui/files/useImport.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { ImportPlan } from './ImportPlan.tsx';
import styles from './import.module.css';
import { faultText, reasonText } from './import-words.ts';

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
  useEffect(() => {
    let current = true;
    setReading(undefined);
    void readFile(file).then((read) => current && setReading(read));
    return () => {
      current = false;
    };
  }, [file]);
  return (
    <ChosenFile file={file} onOther={onOther}>
      {reading?.fault && <RefusedFile {...faultText(reading.fault)} onClose={onDone} />}
      {reading && !reading.fault && <Found reading={reading} onDone={onDone} />}
    </ChosenFile>
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

function Found({ reading, onDone }: { reading: FileReading & { fault?: undefined }; onDone: () => void }) {
  const { sets, problems, total } = reading;
  const plan = useLive(() => previewImport(sets), [sets]);
  const { state, take } = useImport(onDone);
  const count = questionsIn(plan.value ?? []);
  const takeAll = async (here: number) => ({
    undo: await importSets(sets),
    said: here > 0 ? plural('setsImported', here) : t('setsImportedHead'),
  });
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
          {problems.length > LISTED && <p class="meta">{plural('setsMore', problems.length - LISTED)}</p>}
        </div>
      )}
      <Ready live={plan}>
        {(all) => (
          <>
            <ImportPlan plan={all} />
            {changesIn(all) > 0 && sameIn(all) > 0 && (
              <p class="meta">{plural('setsAlready', sameIn(all))}</p>
            )}
            <ImportActs
              state={state}
              label={changesIn(all) > 0 ? importText(questionsIn(all)) : undefined}
              onTake={() => take(() => takeAll(questionsIn(all)))}
              onDone={onDone}
            />
          </>
        )}
      </Ready>
    </>
  );
}

function importText(questions: number): string {
  return questions > 0 ? plural('setsImportCount', questions) : t('setsImportHead');
}
