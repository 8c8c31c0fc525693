import type { Hint } from '../../prep/hints.ts';
import type { Goal } from '../../prep/records/question.ts';
import { type PeerHint, putHintAway, readHint } from '../../storage/hints.ts';
import { plural, t } from '../../storage/words.ts';
import { firstName } from '../ui/first-name.ts';
import { Icon } from '../ui/Icon.tsx';
import '../ui/more-icons.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './Hints.module.css';

interface HintLineProps {
  personId: string;
  name: string;
  now: Date;
  /** There the row of what was raised often says so by itself. */
  inBrief?: boolean;
  /** What the coming meeting is for, until it is said where it takes place. */
  goal?: Goal | null;
  /** What was read beforehand; null: there is none. */
  first?: PeerHint | null;
}

const SAID_IN_BRIEF = ['raised-often'];

/** At most one quiet line about the talks with a peer, to be put away for good. It is no content: nothing waits for it, and nothing is said when it cannot be read. */
export function HintLine({ personId, name, now, inBrief, goal = null, first }: HintLineProps) {
  const minute = now.toISOString().slice(0, 16);
  const { value } = useLive(
    async () => (await readHint(personId, now, { goal, without: inBrief ? SAID_IN_BRIEF : [] })) ?? null,
    [personId, minute, goal],
    first,
  );
  const say = useToast();
  const attempt = useAttempt();
  if (!value) return null;
  const away = () =>
    attempt(async () => say(t('hint_put_away'), await putHintAway(value.hint.kind, personId)));
  return <HintView {...value} name={firstName(name)} onAway={away} />;
}

interface HintViewProps extends PeerHint {
  name: string;
  onAway: () => void;
}

function HintView({ hint, questions, name, onAway }: HintViewProps) {
  return (
    <aside class={styles.hint} aria-label={t('hint_label')}>
      <Icon name="info" size={14} />
      <div>
        <p>
          <bdi>{words(hint, name)}</bdi>
        </p>
        {questions.length > 0 && (
          <ul>
            {questions.map((question) => (
              <li key={question}>
                <bdi>{question}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      <button type="button" class="ib s" aria-label={t('hint_away')} title={t('hint_away')} onClick={onAway}>
        <Icon name="close" size={14} />
      </button>
    </aside>
  );
}

function words(hint: Hint, name: string): string {
  switch (hint.kind) {
    case 'elsewhere':
      return t('hint_elsewhere');
    case 'raised-often':
      return plural('hint_raised', hint.times, hint.text);
    case 'task-talk':
      return t('hint_task_talk', name);
    case 'no-shared-work':
      return t('hint_no_shared_work', name);
    case 'talk-only':
      return plural('hint_talk_only', hint.meetings, name);
  }
}
