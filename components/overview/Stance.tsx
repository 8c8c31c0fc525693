import { stanceOf } from '../../prep/coverage.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Stance as StanceRecord, Topic } from '../../prep/records/topic.ts';
import { setStance } from '../../storage/topics.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { firstName } from '../ui/first-name.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';

const stances: Record<StanceRecord, () => string> = {
  'not-yet': () => t('stanceNotYet'),
  raised: () => t('stanceRaised'),
  supports: () => t('stanceSupports'),
  concerns: () => t('stanceConcerns'),
};
const STANCES = Object.keys(stances) as StanceRecord[];

/** Where one peer stands to what is to be presented; chosen in one tap. */
export function Stance({ topic, person, named }: { topic: Topic; person: Person; named?: boolean }) {
  const attempt = useAttempt();
  const say = useToast();
  const stance = stanceOf(topic, person.id);
  const text = stances[stance]();
  return (
    <Choice
      class="btn small"
      label={t('stanceOf', person.name, topic.text, text)}
      value={stance}
      options={STANCES.map((value) => ({ value, text: stances[value]() }))}
      onChoose={(chosen) =>
        attempt(async () =>
          say(t('stanceSaid', person.name, stances[chosen]()), await setStance(topic.id, person.id, chosen)),
        )
      }
    >
      {named ? `${firstName(person.name)}: ${text}` : text}
      <Icon name="down" size={12} />
    </Choice>
  );
}
