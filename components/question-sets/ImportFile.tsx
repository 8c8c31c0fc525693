import { FILE_LIMITS, type FileReading, readQuestionFile } from '../../prep/question-file.ts';
import { changesIn, questionsIn, sameIn } from '../../prep/question-import.ts';
import { importSets, previewImport } from '../../storage/question-import.ts';
import { plural, t } from '../../storage/words.ts';
import { ChosenFile } from '../ui/files/ChosenFile.tsx';
import { ImportActs } from '../ui/files/ImportActs.tsx';
import styles from '../ui/files/import.module.css';
import { RefusedFile } from '../ui/files/RefusedFile.tsx';
import { useImport } from '../ui/files/useImport.ts';
import { useReading } from '../ui/files/useReading.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ready } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import { ImportPlan } from './ImportPlan.tsx';
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
  const read = useReading(file, FILE_LIMITS.bytes, readQuestionFile);
  const reading = typeof read === 'string' ? refused(file, read) : read;
  return (
    <ChosenFile file={file} onOther={onOther}>
      {reading?.fault && <RefusedFile {...faultText(reading.fault)} onClose={onDone} />}
      {reading && !reading.fault && <Found reading={reading} onDone={onDone} />}
    </ChosenFile>
  );
}

function refused(file: File, kind: 'too-large' | 'unreadable'): FileReading {
  return { fault: kind === 'unreadable' ? { kind } : { kind, bytes: file.size } };
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
