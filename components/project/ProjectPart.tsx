import { useRef, useState } from 'preact/hooks';
import { isAnotherOffered, projectDay } from '../../prep/projects.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Project } from '../../prep/records/project.ts';
import { addProject, changeProject, openProjects, projectIdeas } from '../../storage/projects.ts';
import { remove } from '../../storage/remove.ts';
import { plural, t } from '../../storage/words.ts';
import { SavedField } from '../agenda/SavedField.tsx';
import { useKeptForm } from '../drafts/useKeptForm.ts';
import { firstName } from '../ui/first-name.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './project.module.css';

interface ProjectPartProps {
  person: Person;
  today: string;
}

/** Something small that the two do together: one at a time, in about two weeks, first explored, then decided. */
export function ProjectPart({ person, today }: ProjectPartProps) {
  const read = useLive(
    async () => ({ open: await openProjects(person.id), ideas: await projectIdeas(person.id) }),
    [person.id],
  );
  const [another, setAnother] = useState(false);
  return (
    <Ready live={read}>
      {({ open, ideas }) => (
        <div class={styles.part}>
          {open.map((project) => (
            <Card key={project.id} project={project} person={person} today={today} />
          ))}
          {isAnotherOffered(open) || another ? (
            <Begin person={person} ideas={ideas} onBegun={() => setAnother(false)} />
          ) : (
            <button type="button" class="link" onClick={() => setAnother(true)}>
              {t('projectAnother')}
            </button>
          )}
        </div>
      )}
    </Ready>
  );
}

/** What is filled in, and not begun yet. */
type Begun = Pick<Project, 'title' | 'kind'>;

function readBegun(draft: unknown): Partial<Begun> | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const { title, kind } = draft as Record<string, unknown>;
  return {
    ...(typeof title === 'string' && { title }),
    ...((kind === 'white-space' || kind === 'their-plate') && { kind }),
  };
}

interface BeginProps {
  person: Person;
  /** What notes suggest. */
  ideas: readonly string[];
  onBegun: () => void;
}

function Begin({ person, ideas, onBegun }: BeginProps) {
  const form = useKeptForm<Begun>(`project ${person.id}`, { title: '', kind: null }, readBegun);
  const { title, kind } = form.value;
  const [missing, setMissing] = useState(false);
  const begun = useRef(false);
  const attempt = useAttempt();
  const say = useToast();
  const begin = async (event: Event) => {
    event.preventDefault();
    if (title.trim() === '') return setMissing(true);
    if (begun.current) return;
    begun.current = true;
    const stored = await attempt(async () => {
      const made = await addProject([person.id], title.trim(), kind);
      const undo = form.wayBack(async () => void (await remove('projects', [made.id])));
      say(t('projectBegun', made.title), undo);
      // The form gives way to its card.
      keepFocus(() => document.querySelector<HTMLElement>(`[name="stage-${made.id}"]:checked`));
      await form.done();
    });
    begun.current = false;
    if (!stored) return;
    onBegun();
  };
  const kinds = [
    ['white-space', t('projectWhiteSpace')],
    ['their-plate', t('projectTheirPlate', firstName(person.name))],
  ] as const;
  return (
    <form class={styles.begin} onSubmit={begin} noValidate aria-label={t('projectBegin')}>
      <input
        class="field"
        type="text"
        dir="auto"
        maxLength={1_000}
        aria-label={t('projectTitle')}
        placeholder={t('projectTitle')}
        value={title}
        aria-invalid={missing ? true : undefined}
        aria-describedby={missing ? 'project-missing' : undefined}
        onInput={(event) => {
          form.change({ title: event.currentTarget.value });
          setMissing(false);
        }}
      />
      {title === '' &&
        ideas.map((idea) => (
          <button
            key={idea}
            type="button"
            class={`btn quiet small ${styles.idea}`}
            onClick={() => form.change({ title: idea })}
          >
            <bdi>{idea}</bdi>
          </button>
        ))}
      {missing && (
        <p class="error" id="project-missing" role="alert">
          {t('projectNeedsTitle')}
        </p>
      )}
      <div class="chips">
        {kinds.map(([value, text]) => (
          <label key={value} class="chip">
            <input
              type="checkbox"
              checked={kind === value}
              onChange={() => form.change({ kind: kind === value ? null : value })}
            />
            {text}
          </label>
        ))}
        <button type="submit" class="btn small">
          {t('projectBegin')}
        </button>
      </div>
    </form>
  );
}

function Card({ project, person, today }: ProjectPartProps & { project: Project }) {
  const attempt = useAttempt();
  const say = useToast();
  const { day, of, over } = projectDay(project, today);
  const change = (what: Parameters<typeof changeProject>[1]) => changeProject(project.id, what);
  const close = (state: 'done' | 'dropped') =>
    attempt(async () =>
      say(t(state === 'done' ? 'projectDone' : 'projectDropped', project.title), await change({ state })),
    );
  return (
    <section class={`card ${styles.card}`} aria-label={t('projectOf', project.title)}>
      <div class="row">
        <h3 class="grow">
          <bdi>{project.title}</bdi>
        </h3>
        <span class={over > 0 ? 'meta late' : 'meta'}>
          {over > 0 ? plural('projectOver', over) : t('projectDay', day, of)}
        </span>
      </div>
      <fieldset class="seg" aria-label={t('projectStage')}>
        {(['explore', 'decide'] as const).map((stage) => (
          <label key={stage}>
            <input
              type="radio"
              name={`stage-${project.id}`}
              checked={project.stage === stage}
              onChange={() => attempt(() => change({ stage }))}
            />
            {t(stage === 'explore' ? 'projectExplore' : 'projectDecide')}
          </label>
        ))}
      </fieldset>
      <p class="meta">{t(project.stage === 'explore' ? 'projectExploreHelp' : 'projectDecideHelp')}</p>
      <SavedField label={t('projectMyNext')} stored={project.myNext} save={(myNext) => change({ myNext })} />
      <SavedField
        label={t('projectTheirNext', firstName(person.name))}
        stored={project.theirNext}
        save={(theirNext) => change({ theirNext })}
      />
      <SavedField
        long
        label={t('projectOutcome')}
        stored={project.outcome}
        save={(outcome) => change({ outcome })}
      />
      <div class="row">
        <button type="button" class="btn small" onClick={() => close('done')}>
          {t('projectFinish')}
        </button>
        <button type="button" class="btn quiet small" onClick={() => close('dropped')}>
          {t('projectGiveUp')}
        </button>
      </div>
    </section>
  );
}
