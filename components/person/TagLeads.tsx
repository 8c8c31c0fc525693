import type { Meeting } from '../../prep/records/meeting.ts';
import type { Person } from '../../prep/records/person.ts';
import { TAG_LEADS } from '../../prep/tag-leads.ts';
import { setNextGoal } from '../../storage/meeting-goal.ts';
import { listSets } from '../../storage/question-sets.ts';
import { t } from '../../storage/words.ts';
import { goalText } from '../ui/scale-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import type { NoteTag } from './entry-words.ts';

interface TagLeadsProps {
  person: Person;
  /** The next meeting that is known of. */
  next: Meeting | undefined;
  tag: NoteTag;
}

/** Under the notes about one matter: the questions that there are for it, and the next meeting for it in one press. */
export function TagLeads({ person, next, tag }: TagLeadsProps) {
  const attempt = useAttempt();
  const say = useToast();
  const sets = useLive(listSets, []);
  const leads = TAG_LEADS[tag];
  if (!leads || !sets.value) return null;
  const set = sets.value.find(({ id }) => id === leads.setId);
  const goal = goalText(leads.goal);
  return (
    <p class="hint">
      {set && (
        <>
          <bdi>{t('tag_questions', set.title)}</bdi>{' '}
        </>
      )}
      {(next?.goal ?? person.goal) === leads.goal ? (
        t('tag_is_goal', goal)
      ) : (
        <button
          type="button"
          class="link"
          onClick={() =>
            attempt(async () =>
              say(t('tag_goal_set', goal), await setNextGoal(person.id, next?.id, leads.goal)),
            )
          }
        >
          {t('tag_make_goal', goal)}
        </button>
      )}
    </p>
  );
}
