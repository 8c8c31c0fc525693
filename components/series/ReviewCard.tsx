import { useState } from 'preact/hooks';
import { paced } from '../../prep/pace.ts';
import type { Cadence, Person } from '../../prep/records/person.ts';
import type { Review } from '../../prep/records/review.ts';
import { listReviewQuestions } from '../../storage/questions.ts';
import { holdReview, readOutcome } from '../../storage/series-review.ts';
import { plural, t } from '../../storage/words.ts';
import { useKeptForm } from '../drafts/useKeptForm.ts';
import { everyText } from '../people/words.ts';
import { dayText, namesText } from '../ui/dates.ts';
import { firstName } from '../ui/first-name.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { Ready } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import styles from './series.module.css';

interface ReviewCardProps {
  review: Review;
  people: readonly Person[];
  today: string;
}

const outcomes = {
  keep: () => t('reviewKeep'),
  slower: () => t('reviewSlower'),
  faster: () => t('reviewFaster'),
  stop: () => t('reviewStop'),
} as const;
type Outcome = keyof typeof outcomes;

/** The end of a series: first what came of it (Missing), then what to ask, then how to go on. */
export function ReviewCard({ review, people, today }: ReviewCardProps) {
  const read = useLive(
    async () => ({ outcome: await readOutcome(review), questions: await listReviewQuestions() }),
    [review.id],
  );
  const form = useKeptForm<{ note: string }>(`review ${review.id}`, { note: review.note }, readNote);
  const [deciding, setDeciding] = useState(false);
  const attempt = useAttempt();
  const say = useToast();
  const whose = people.filter(({ id }) => review.personIds.includes(id));
  const names = namesText(whose.map(({ name }) => firstName(name)));
  const decide = async (chosen: Outcome) => {
    if (deciding) return;
    setDeciding(true);
    await attempt(async () => {
      const back = form.wayBack(await holdReview(review.id, chosen, form.value.note));
      await form.done();
      // The card goes away with what was pressed: on to the rest of Today, or of the brief.
      keepFocus(() => document.querySelector<HTMLElement>('#h-back ~ button, #note'));
      // What the calendar holds stays as it is until the user changes it there.
      if (chosen === 'keep') say(t('reviewDone', names, outcomes.keep()), back);
      else say(t('reviewDoneCalendar', names, nowText(chosen, whose[0]?.cadence ?? null)), back);
    });
    setDeciding(false);
  };
  return (
    <section class={`card ${styles.card}`} aria-label={t('reviewTitle', names)}>
      {/* It stands above, where it is unfolded. */}
      <h3 class="vh">{t('reviewTitle', names)}</h3>
      <Ready live={read}>
        {({ outcome, questions }) => (
          <>
            <p class="meta">
              {t('reviewSince', dayText(review.startedOn, today), plural('reviewMeetings', outcome.meetings))}
            </p>
            <ul class={styles.came}>
              <li>{plural('reviewDecisions', outcome.decisions.length)}</li>
              <li>{t('reviewKept', outcome.kept.me, outcome.kept.them, outcome.kept.both)}</li>
              <li>{plural('reviewAnswers', outcome.answers.length)}</li>
            </ul>
            {outcome.decisions.slice(0, 3).map((decision) => (
              <p key={decision.id} class={styles.line} dir="auto">
                {decision.text}
              </p>
            ))}
            {outcome.answers.slice(0, 2).map(({ text, answer }) => (
              <p key={text} class={styles.line} dir="auto">
                <span class="meta">{text} </span>
                {answer}
              </p>
            ))}
            {questions.length > 0 && <p class={styles.ask}>{t('reviewAsk')}</p>}
            <ul class={styles.questions}>
              {questions.map((question) => (
                <li key={question.id} dir="auto">
                  {question.text}
                </li>
              ))}
            </ul>
          </>
        )}
      </Ready>
      <textarea
        class="field"
        dir="auto"
        rows={2}
        maxLength={100_000}
        aria-label={t('reviewNote')}
        placeholder={t('reviewNote')}
        value={form.value.note}
        onInput={(event) => form.change({ note: event.currentTarget.value })}
      />
      <div class={styles.acts}>
        {(Object.keys(outcomes) as Outcome[]).map((one) => (
          <button key={one} type="button" class="btn small" onClick={() => decide(one)}>
            {outcomes[one]()}
          </button>
        ))}
      </div>
    </section>
  );
}

/** How often from now on; where no interval is set, what was chosen. */
function nowText(chosen: Exclude<Outcome, 'keep'>, cadence: Cadence | null): string {
  if (chosen === 'stop' || !cadence) return outcomes[chosen]();
  return everyText(paced(cadence, chosen === 'slower' ? 'later' : 'sooner').ideal);
}

function readNote(draft: unknown): { note?: string } | undefined {
  const note = (draft as { note?: unknown } | null)?.note;
  return typeof note === 'string' ? { note } : undefined;
}
