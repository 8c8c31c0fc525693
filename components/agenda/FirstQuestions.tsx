import type { Meeting } from '../../prep/records/meeting.ts';
import { askFirstQuestion, readFirstQuestions, unaskFirstQuestion } from '../../storage/first-questions.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './agenda.module.css';

/** With the kit for the first meetings: five easy questions, folded; one that is ticked was asked. */
export function FirstQuestions({ meeting }: { meeting: Meeting }) {
  const read = useLive(() => readFirstQuestions(meeting), [meeting.id, meeting.personIds.join()]);
  const attempt = useAttempt();
  const say = useToast();
  const questions = read.value ?? [];
  if (questions.length === 0) return null;
  return (
    <details class={styles.body}>
      <summary>
        <Icon name="right" size={12} />
        {t('agendaEasy')} <span class="n">{questions.length}</span>
      </summary>
      <ul class={styles.easy}>
        {questions.map((question) => (
          <li key={question.id} class={question.asked ? 'done' : ''}>
            <input
              class="tick"
              type="checkbox"
              checked={question.asked}
              aria-label={t('agendaEasyAsked', question.text)}
              onChange={(event) => {
                const now = event.currentTarget.checked;
                void attempt(async () => {
                  if (!now) return unaskFirstQuestion(meeting, question);
                  say(t('agendaEasyNoted'), await askFirstQuestion(meeting, question));
                });
              }}
            />
            <span class="t" dir="auto">
              {question.text}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
