import { AGENDA_FILE_BYTES, readAgendaFile } from '../../prep/agenda-file.ts';
import { type AgendaPlan, agendaChanges } from '../../prep/agenda-import.ts';
import { importAgendas, previewAgendas } from '../../storage/agenda-import.ts';
import { plural, t } from '../../storage/words.ts';
import { ChosenFile } from '../ui/files/ChosenFile.tsx';
import { ImportActs } from '../ui/files/ImportActs.tsx';
import plan from '../ui/files/import.module.css';
import { RefusedFile } from '../ui/files/RefusedFile.tsx';
import { sizeText } from '../ui/files/size-text.ts';
import { useImport } from '../ui/files/useImport.ts';
import { useReading } from '../ui/files/useReading.ts';
import { Ready } from '../ui/States.tsx';
import { useLive } from '../ui/useLive.ts';
import '../ui/tag.css';

interface ImportAgendasProps {
  file: File;
  onOther: () => void;
  onDone: () => void;
}

/** A chosen file of agendas: why it cannot be taken, or what it would change; nothing is written before the user says so. */
export function ImportAgendas({ file, onOther, onDone }: ImportAgendasProps) {
  const reading = useReading(file, AGENDA_FILE_BYTES, readAgendaFile);
  const where = typeof reading === 'object' && 'where' in reading ? reading.where : reading;
  return (
    <ChosenFile file={file} onOther={onOther}>
      {typeof where === 'string' && <RefusedFile {...refusal(where, file.size)} onClose={onDone} />}
      {typeof reading === 'object' && 'templates' in reading && (
        <Found templates={reading.templates} onDone={onDone} />
      )}
    </ChosenFile>
  );
}

/** Why a file is refused, and what to do. `where`: as `readAgendaFile` says it, or why it was not read. */
function refusal(where: string, bytes: number): { what: string; how: string } {
  switch (where) {
    case 'too-large':
      return {
        what: t('setsTooLarge', sizeText(bytes)),
        how: t('templateTooLargeHelp', sizeText(AGENDA_FILE_BYTES)),
      };
    case 'unreadable':
      return { what: t('setsUnreadable'), how: t('setsUnreadableHelp') };
    case 'JSON':
      return { what: t('templateNotJson'), how: t('templateChooseOurs') };
    case 'peerside':
      return { what: t('templateNotOurs'), how: t('templateChooseOurs') };
    case 'version':
      return { what: t('templateNewer'), how: t('setsNewerHelp') };
    default:
      return { what: t('templateWrong'), how: t('templateWrongHelp', where) };
  }
}

function Found({ templates, onDone }: { templates: AgendaPlan['template'][]; onDone: () => void }) {
  const read = useLive(() => previewAgendas(templates), [templates]);
  const { state, take } = useImport(onDone);
  const takeAll = async (count: number) => ({
    undo: await importAgendas(templates),
    said: plural('templateImported', count),
  });
  return (
    <Ready live={read}>
      {(all) => {
        const count = agendaChanges(all);
        return (
          <>
            <Plan all={all} changes={count} />
            {count > 0 && count < all.length && (
              <p class="meta">{plural('setsAlready', all.length - count)}</p>
            )}
            <ImportActs
              state={state}
              label={count > 0 ? plural('templateImportCount', count) : undefined}
              onTake={() => take(() => takeAll(count))}
              onDone={onDone}
            />
          </>
        );
      }}
    </Ready>
  );
}

/** Agenda by agenda, its steps behind a disclosure; what is here already is only counted. */
function Plan({ all, changes }: { all: readonly AgendaPlan[]; changes: number }) {
  if (changes === 0) return <p>{t('setsAllHere')}</p>;
  return (
    <div class={plan.plan}>
      <h3>{t('setsWouldChange')}</h3>
      <ul>
        {all.map(({ template, into, same }, at) =>
          same ? null : (
            <li key={at}>
              <details>
                <summary>
                  <strong dir="auto">{template.title}</strong>
                  <span class={into ? 'tag' : 'tag soft'}>{into ? t('setsPlanChanged') : t('setsNew')}</span>
                  <span class="meta">{plural('templateStepCount', template.steps.length)}</span>
                </summary>
                <ol class={plan.lines}>
                  {template.steps.map((step) => (
                    <li key={step.id}>
                      <span class="meta">{step.id}</span>
                      <span dir="auto">{step.text}</span>
                    </li>
                  ))}
                </ol>
              </details>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
