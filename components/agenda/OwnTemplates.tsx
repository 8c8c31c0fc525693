import { useState } from 'preact/hooks';
import { writeAgendaFile } from '../../prep/agenda-file.ts';
import { findPersonal } from '../../prep/personal.ts';
import type { AgendaTemplate } from '../../prep/records/agenda.ts';
import { listPeople } from '../../storage/people.ts';
import { localDay } from '../../storage/record.ts';
import { t } from '../../storage/words.ts';
import { ExportNames, type Named } from '../question-sets/ExportNames.tsx';
import { fileName, saveFile } from '../question-sets/save-file.ts';
import { useToast } from '../ui/Toast.tsx';
import styles from './agenda.module.css';
import { TemplateEditor } from './TemplateEditor.tsx';

interface OwnTemplatesProps {
  all: readonly AgendaTemplate[];
  /** The one that was just made: its name has the cursor. */
  naming: string | undefined;
  onMake: () => void;
  onCopy: (template: AgendaTemplate) => void;
  onImport: () => void;
}

/** The user's own agendas, each in its editor, and what makes them, brings them and gives them to others. */
export function OwnTemplates({ all, naming, onMake, onCopy, onImport }: OwnTemplatesProps) {
  const [named, setNamed] = useState<{ all: Named[]; save: () => void }>();
  const say = useToast();
  const give = async (templates: readonly AgendaTemplate[], title: string) => {
    const name = fileName(title, localDay(new Date()));
    const save = () => {
      setNamed(undefined);
      saveFile(name, writeAgendaFile(templates));
      say(t('setsSaved', name));
    };
    const found = namedIn(templates, await listPeople());
    if (found.length > 0) setNamed({ all: found, save });
    else save();
  };
  return (
    <>
      {all.length === 0 && <p class="meta">{t('templateNone')}</p>}
      <ul class={styles.templates}>
        {all.map((template) => (
          // A line that names somebody leads here (ExportNames).
          <li key={template.id} id={`agendas/${template.id}`} class="card">
            <TemplateEditor
              template={template}
              naming={template.id === naming}
              onCopy={() => onCopy(template)}
              onExport={() => give([template], template.title)}
            />
          </li>
        ))}
      </ul>
      {named && (
        <ExportNames
          named={named.all}
          hrefOf={(id) => `#agendas/${id}`}
          onSave={named.save}
          onCancel={() => setNamed(undefined)}
        />
      )}
      <div class={styles.acts}>
        <button type="button" class="btn primary" onClick={onMake}>
          {t('templateMake')}
        </button>
        <button type="button" id="import-agendas" class="btn" onClick={onImport}>
          {t('templateImport')}
        </button>
        {all.length > 0 && (
          <button type="button" class="btn" onClick={() => give(all, 'agendas')}>
            {t('templateExport')}
          </button>
        )}
      </div>
    </>
  );
}

/** The names, descriptions and steps that name somebody: a file for others need not (METHOD 75). */
function namedIn(templates: readonly AgendaTemplate[], people: Parameters<typeof findPersonal>[1]): Named[] {
  const lines = templates.flatMap(({ id, title, description, steps }) =>
    [title, description, ...steps.map(({ text }) => text)].map((text) => ({ setId: id, text })),
  );
  return findPersonal(
    lines.map(({ text }) => text),
    people,
  ).flatMap(({ at, found }) => lines.slice(at, at + 1).map((line) => ({ ...line, found })));
}
