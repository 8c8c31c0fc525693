import { writeAgendaFile } from '../../prep/agenda-file.ts';
import type { AgendaTemplate } from '../../prep/records/agenda.ts';
import { t } from '../../storage/words.ts';
import { type ExportLine, useExport } from '../ui/files/useExport.tsx';
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
  const { give, asked } = useExport((id) => `#agendas/${id}`);
  const share = (templates: readonly AgendaTemplate[], title: string) =>
    give(title, templates.flatMap(linesOf), () => writeAgendaFile(templates));
  return (
    <>
      {all.length === 0 && <p class="meta">{t('templateNone')}</p>}
      <ul class={styles.templates}>
        {all.map((template) => (
          // A line that names somebody leads here (useExport).
          <li key={template.id} id={`agendas/${template.id}`} class="card">
            <TemplateEditor
              template={template}
              naming={template.id === naming}
              onCopy={() => onCopy(template)}
              onExport={() => share([template], template.title)}
            />
          </li>
        ))}
      </ul>
      {asked}
      <div class={styles.acts}>
        <button type="button" class="btn primary" onClick={onMake}>
          {t('templateMake')}
        </button>
        <button type="button" id="import-agendas" class="btn" onClick={onImport}>
          {t('templateImport')}
        </button>
        {all.length > 0 && (
          <button type="button" class="btn" onClick={() => share(all, 'agendas')}>
            {t('templateExport')}
          </button>
        )}
      </div>
    </>
  );
}

/** All that an agenda would give away: its name, description and steps. */
const linesOf = ({ id, title, description, steps }: AgendaTemplate): ExportLine[] =>
  [title, description, ...steps.map(({ text }) => text)].map((text) => ({ of: id, text }));
