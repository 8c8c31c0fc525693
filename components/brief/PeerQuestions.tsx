import { useEffect, useState } from 'preact/hooks';
import type { Values } from '../../prep/askable.ts';
import { orderPreviews } from '../../prep/coverage.ts';
import { needsTrust } from '../../prep/needs-trust.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Project } from '../../prep/records/project.ts';
import type { Asking, Goal } from '../../prep/records/question.ts';
import type { Topic } from '../../prep/records/topic.ts';
import { TRUSTS } from '../../prep/scales.ts';
import { suggestQuestions } from '../../prep/suggest.ts';
import { type AskingOf, recordAnswer, recordAsking, recordSuggested } from '../../storage/askings.ts';
import type { BriefData, PeerBrief } from '../../storage/brief.ts';
import { type BriefQuestions, readBriefQuestions } from '../../storage/brief-questions.ts';
import { localDay } from '../../storage/record.ts';
import type { Undo } from '../../storage/remove.ts';
import { keepUnsaved, saver } from '../../storage/unsaved.ts';
import { locale, t } from '../../storage/words.ts';
import { Ready } from '../ui/States.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { useTakeAway } from '../ui/useTakeAway.ts';
import { type QuestionRow, Questions } from './Questions.tsx';
import { whyAllText, whyText } from './why.ts';

interface PeerQuestionsProps {
  data: BriefData;
  /** The peers of this tab; a question is noted for each of them. */
  peers: PeerBrief[];
  meeting: Meeting;
  goal: Goal;
  now: Date;
}

const answerSaver = () => saver<'answer', AskingOf[]>('answer', recordAnswer);

/** Three questions for these peers, and what becomes of them, kept in storage; read by itself, after the first content. */
export function PeerQuestions(props: PeerQuestionsProps) {
  const ids = props.peers.map(({ person }) => person.id);
  const from = useLive(() => readBriefQuestions(ids, props.now), [ids.join(' ')]);
  return <Ready live={from}>{(known) => <Chosen {...props} from={known} />}</Ready>;
}

function Chosen({ data, peers, meeting, goal, now, from }: PeerQuestionsProps & { from: BriefQuestions }) {
  const attempt = useAttempt();
  const [saveAnswer] = useState(answerSaver);
  const { sets, questions, askings } = from;
  // In company, the least trusted sets the tone.
  const trust = TRUSTS[Math.min(...peers.map(({ person }) => TRUSTS.indexOf(person.trust)))] ?? 'new';
  const situation = {
    sets,
    questions,
    askings,
    goal,
    trust,
    meetings: Math.min(...peers.map((peer) => peer.past.length)),
    now: now.toISOString(),
    meetingId: meeting.id,
    sameManager: peers.every(({ person }) => person.connections.includes('same-manager')),
    values: valuesOf(data.topics, from.projects, peers, now),
  };
  const suggestions = suggestQuestions(situation);
  const locked = suggestions.some(({ why }) => !why.fits) && needsTrust(situation);
  const here = (questionId: string) =>
    askings.filter((asking) => asking.questionId === questionId && asking.meetingId === meeting.id);
  const rows: QuestionRow[] = suggestions.map((suggestion) => {
    // Of several, what some were asked was asked; they may have answered each in their own words.
    const asked = here(suggestion.question.id).filter(({ state }) => state === 'asked');
    const answer = asked.find((asking) => asking.answer !== '')?.answer ?? '';
    return { ...suggestion, asked: asked.length > 0, answer };
  });
  const each = (row: QuestionRow): AskingOf[] =>
    peers.map(({ person }) => ({
      personId: person.id,
      questionId: row.question.id,
      meetingId: meeting.id,
      text: row.text,
      level: row.level,
    }));

  // What was shown is remembered of everybody it was shown for, so that the same three do not come again.
  const fresh = rows.flatMap((row) => {
    const known = new Set(here(row.question.id).map(({ personId }) => personId));
    return each(row).filter(({ personId }) => !known.has(personId));
  });
  useEffect(() => {
    if (fresh.length > 0) void recordSuggested(fresh).catch(console.error);
  }, [fresh.map(({ personId, questionId }) => `${personId} ${questionId}`).join()]);

  const record = (row: QuestionRow, state: Asking['state']) =>
    allBack(each(row).map((of) => recordAsking(of, state)));
  const open = rows.filter((row) => !row.asked);
  // All that can be swapped at once leave together.
  const ids = open.map(({ question }) => question.id);
  const takeAway = useTakeAway([...ids, ids.join()]);

  return (
    <Questions
      why={rows.length > 0 ? whyAllText(rows, goal, locked) : ''}
      whyOf={(row) => whyText(row, goal, locked)}
      rows={rows}
      someSets={sets.some((set) => set.on)}
      onAsk={(row, asked) => attempt(() => record(row, asked ? 'asked' : 'suggested'))}
      onAnswer={(row, answer, base) => saveAnswer(each(row), answer, base)}
      onLeaving={(row, text, base) => void keepUnsaved({ kind: 'answer', of: each(row), text, base })}
      onSwap={(row) => takeAway(row.question.id, t('briefSwapped'), () => record(row, 'swapped'))}
      onSwapAll={() =>
        takeAway(ids.join(), t('briefSwappedAll'), () => allBack(open.map((row) => record(row, 'swapped'))))
      }
      onKeep={(row) => takeAway(row.question.id, t('briefKeptForLater'), () => record(row, 'kept'))}
    />
  );
}

/** One way back for several changes. */
async function allBack(changes: Promise<Undo>[]): Promise<Undo> {
  const undos = await Promise.all(changes);
  return async () => {
    await Promise.all(undos.map((undo) => undo()));
  };
}

/** What is known of these peers to fill a question's words with: their team, what the two do together, what is presented next. */
function valuesOf(
  topics: readonly Topic[],
  projects: readonly Project[],
  peers: readonly PeerBrief[],
  now: Date,
): Values {
  const [only] = peers.length === 1 ? peers : [];
  const ids = peers.map(({ person }) => person.id);
  const ahead = topics.filter(
    ({ presentOn, personIds }) =>
      presentOn !== null && presentOn >= localDay(now) && ids.every((id) => personIds.includes(id)),
  );
  const [next] = orderPreviews(ahead);
  const day = next?.presentOn && new Date(`${next.presentOn}T12:00:00`);
  const date = day ? day.toLocaleDateString(locale(), { day: 'numeric', month: 'long' }) : undefined;
  return { team: only?.person.team, project: only && projects[0]?.title, topic: next?.text, date };
}
