import { useEffect } from 'preact/hooks';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Asking, Goal } from '../../prep/records/question.ts';
import { TRUSTS } from '../../prep/scales.ts';
import { suggestQuestions } from '../../prep/suggest.ts';
import { type AskingOf, recordAsking, recordSuggested } from '../../storage/askings.ts';
import type { BriefData, PeerBrief } from '../../storage/brief.ts';
import { t } from '../../storage/words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { type QuestionRow, Questions } from './Questions.tsx';

interface PeerQuestionsProps {
  data: BriefData;
  /** The peers of this tab; a question is noted for each of them. */
  peers: PeerBrief[];
  meeting: Meeting;
  goal: Goal;
  now: Date;
}

/** Three questions for these peers, and what becomes of them, kept in storage. */
export function PeerQuestions({ data, peers, meeting, goal, now }: PeerQuestionsProps) {
  const say = useToast();
  const attempt = useAttempt();
  const askings = peers.flatMap((peer) => peer.askings);
  // In company, the least trusted sets the tone.
  const trust = TRUSTS[Math.min(...peers.map(({ person }) => TRUSTS.indexOf(person.trust)))] ?? 'new';
  const suggestions = suggestQuestions({
    sets: data.sets,
    questions: data.questions,
    askings,
    goal,
    trust,
    meetings: Math.min(...peers.map((peer) => peer.past.length)),
    now: now.toISOString(),
    meetingId: meeting.id,
    sameManager: peers.every(({ person }) => person.connections.includes('same-manager')),
    values: { team: peers.length === 1 ? peers[0]?.person.team : undefined },
  });
  const here = (questionId: string) =>
    askings.find((asking) => asking.questionId === questionId && asking.meetingId === meeting.id);
  const rows: QuestionRow[] = suggestions.map((suggestion) => {
    const asking = here(suggestion.question.id);
    return { ...suggestion, asked: asking?.state === 'asked', answer: asking?.answer ?? '' };
  });
  const each = (row: QuestionRow): AskingOf[] =>
    peers.map(({ person }) => ({
      personId: person.id,
      questionId: row.question.id,
      meetingId: meeting.id,
      text: row.text,
      level: row.level,
    }));

  // What was shown is remembered, so that the same three do not come again at the next meeting.
  const fresh = rows.filter((row) => !here(row.question.id));
  useEffect(() => {
    if (fresh.length > 0) void recordSuggested(fresh.flatMap(each));
  }, [fresh.map((row) => row.question.id).join()]);

  const record = async (row: QuestionRow, state: Asking['state'], answer?: string) => {
    const undos = await Promise.all(each(row).map((of) => recordAsking(of, state, answer)));
    return async () => {
      await Promise.all(undos.map((undo) => undo()));
    };
  };

  // Peers may have answered the same question in words of their own: only the answer that is shown is changed.
  const recordAnswer = async (row: QuestionRow, answer: string) => {
    const shown = (of: AskingOf) =>
      (askings.find(
        (one) =>
          one.personId === of.personId && one.questionId === of.questionId && one.meetingId === meeting.id,
      )?.answer ?? '') === row.answer;
    await Promise.all(
      each(row)
        .filter(shown)
        .map((of) => recordAsking(of, 'asked', answer)),
    );
  };

  return (
    <Questions
      rows={rows}
      someSets={data.sets.some((set) => set.on)}
      onAsk={(row, asked) => attempt(() => record(row, asked ? 'asked' : 'suggested'))}
      onAnswer={recordAnswer}
      onSwap={(row) => attempt(async () => say(t('briefSwapped'), await record(row, 'swapped')))}
      onSwapAll={() =>
        attempt(async () => {
          const undos = await Promise.all(
            rows.filter((row) => !row.asked).map((row) => record(row, 'swapped')),
          );
          say(t('briefSwappedAll'), async () => {
            await Promise.all(undos.map((undo) => undo()));
          });
        })
      }
      onKeep={(row) => attempt(async () => say(t('briefKeptForLater'), await record(row, 'kept')))}
    />
  );
}
