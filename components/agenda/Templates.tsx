import { useRef, useState } from 'preact/hooks';
import { BUILT_IN_TEMPLATES, type OfferedTemplate } from '../../prep/agenda-templates.ts';
import { addTemplate, listOwnTemplates } from '../../storage/agenda-templates.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './agenda.module.css';
import { ImportAgendas } from './ImportAgendas.tsx';
import { OwnTemplates } from './OwnTemplates.tsx';

/** In the options: the agendas that come with Peerside, to be copied, and the user's own, to be made, changed and shared. */
export function Templates() {
  const own = useLive(listOwnTemplates, []);
  const [file, setFile] = useState<File>();
  const [naming, setNaming] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const say = useToast();

  const copy = (template: Omit<OfferedTemplate, 'id'>) =>
    attempt(async () => {
      const { description, goals, steps } = template;
      const made = await addTemplate({
        title: t('templateCopyOf', template.title),
        description,
        goals,
        steps,
      });
      setNaming(made.id);
      say(t('templateAdded', made.title), async () => void (await remove('agendaTemplates', [made.id])));
    });
  const begin = () =>
    attempt(async () => {
      const steps = [{ id: '1', text: t('templateFirstStep'), kind: 'check-in' as const }];
      const made = await addTemplate({ title: t('templateNew'), description: '', goals: [], steps });
      setNaming(made.id);
    });
  const choose = () => input.current?.click();
  const closeImport = () => {
    setFile(undefined);
    document.getElementById('import-agendas')?.focus();
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
          {(all) => <OwnTemplates all={all} naming={naming} onMake={begin} onCopy={copy} onImport={choose} />}
        </Ready>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('templateFile')}
          accept=".json,application/json"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        {file && <ImportAgendas file={file} onOther={choose} onDone={closeImport} />}
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
