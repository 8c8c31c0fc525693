import { useRef, useState } from 'preact/hooks';
import { readAgendaFile, writeAgendaFile } from '../../prep/agenda-file.ts';
import { BUILT_IN_TEMPLATES, type OfferedTemplate } from '../../prep/agenda-templates.ts';
import { addTemplate, listOwnTemplates } from '../../storage/agenda-templates.ts';
import { remove } from '../../storage/remove.ts';
import { plural, t } from '../../storage/words.ts';
import { saveFile } from '../question-sets/save-file.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './agenda.module.css';
import { TemplateEditor } from './TemplateEditor.tsx';

/** In the options: the agendas that come with Peerside, to be copied, and the user's own, to be made, changed and shared. */
export function Templates() {
  const own = useLive(listOwnTemplates, []);
  const [error, setError] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const say = useToast();

  const copy = (template: OfferedTemplate) =>
    attempt(async () => {
      const made = await addTemplate({ ...template, title: t('templateCopyOf', template.title) });
      say(t('templateAdded', made.title), async () => void (await remove('agendaTemplates', [made.id])));
    });
  const begin = () =>
    attempt(async () => {
      const steps = [{ id: '1', text: t('templateFirstStep'), kind: 'check-in' as const }];
      await addTemplate({ title: t('templateNew'), description: '', goals: [], steps });
    });
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    const found = readAgendaFile(await chosen.text().catch(() => ''));
    if ('where' in found) return setError(t('templateBadFile', chosen.name, found.where));
    setError('');
    await attempt(async () => {
      const made = [];
      for (const template of found.templates) made.push(await addTemplate(template));
      const ids = made.map(({ id }) => id);
      say(plural('templateImported', ids.length), async () => void (await remove('agendaTemplates', ids)));
    });
  };
  return (
    <>
      <h1 id="title" tabIndex={-1}>
        {t('optionsAgendas')}
      </h1>
      <p>{t('templateHelp')}</p>
      <section class={styles.block} aria-labelledby="own-agendas">
        <h2 id="own-agendas">{t('templateOwn')}</h2>
        <Ready live={own}>
          {(all) => (
            <>
              {all.length === 0 && <p class="meta">{t('templateNone')}</p>}
              <ul class={styles.templates}>
                {all.map((template) => (
                  <li key={template.id} class="card">
                    <TemplateEditor template={template} />
                  </li>
                ))}
              </ul>
              <div class="row">
                <button type="button" class="btn primary" onClick={begin}>
                  {t('templateMake')}
                </button>
                <button type="button" class="btn" onClick={() => file.current?.click()}>
                  {t('templateImport')}
                </button>
                {all.length > 0 && (
                  <button
                    type="button"
                    class="btn"
                    onClick={() => saveFile('peerside-agendas.json', writeAgendaFile(all))}
                  >
                    {t('templateExport')}
                  </button>
                )}
              </div>
            </>
          )}
        </Ready>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t('templateFile')}
          accept=".json,application/json"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {error && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
      </section>
      <section class={styles.block} aria-labelledby="our-agendas">
        <h2 id="our-agendas">{t('templateBuiltIn')}</h2>
        <ul class={styles.templates}>
          {BUILT_IN_TEMPLATES.map((template) => (
            <li key={template.id} class="card">
              <div class="row">
                <h3 class="grow">{template.title}</h3>
                <button
                  type="button"
                  class="btn small"
                  aria-label={t('templateCopyLabel', template.title)}
                  onClick={() => copy(template)}
                >
                  {t('templateCopy')}
                </button>
              </div>
              <p class="meta">{template.description}</p>
              <ol class={styles.course}>
                {template.steps.map((step) => (
                  <li key={step.id}>{step.text}</li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
