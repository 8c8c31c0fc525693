import type { SetWithQuestions } from '../../prep/question-import.ts';
import { changeSet, moveSet } from '../../storage/question-sets.ts';
import { t } from '../../storage/words.ts';
import { useWriting } from '../options/useWriting.ts';
import { Switch } from '../ui/Switch.tsx';
import { Grip } from './Grip.tsx';
import { setSummary } from './labels.ts';
import styles from './sets.module.css';
import { useReorder } from './useReorder.ts';

interface SetListProps {
  heading: string;
  sets: readonly SetWithQuestions[];
  chosen: string | undefined;
  /** The address of a set's editor in this page. */
  hrefOf: (id: string) => string;
}

/** Sets in their order: move, choose, switch on and off. */
export function SetList({ heading, sets, chosen, hrefOf }: SetListProps) {
  const write = useWriting();
  const byId = new Map(sets.map((set) => [set.id, set]));
  const reorder = useReorder({
    ids: sets.map((set) => set.id),
    nameOf: (id) => byId.get(id)?.title ?? '',
    onMove: moveSet,
  });
  return (
    <>
      <h2>{heading}</h2>
      <ul ref={reorder.list} aria-label={heading}>
        {reorder.shown.map((id) => {
          const set = byId.get(id);
          if (!set) return null;
          return (
            <li key={id} {...reorder.row(id)} class={id === chosen ? styles.chosen : ''} data-off={!set.on}>
              <Grip grip={reorder.grip(id)} />
              <a href={hrefOf(id)} aria-current={id === chosen ? 'true' : undefined} dir="auto">
                {set.title}
                <span class="meta">{setSummary(set, set.questions.length)}</span>
              </a>
              <Switch
                on={set.on}
                onSwitch={(on) => write(() => changeSet(id, { on }))}
                name={t('setsUse', set.title)}
              />
            </li>
          );
        })}
      </ul>
      <p class="vh" role="status">
        {reorder.said}
      </p>
    </>
  );
}
