import { useEffect } from 'preact/hooks';
import { FIRST_KIT, suggestedTemplate } from '../../prep/agenda-templates.ts';
import type { Agenda as AgendaRecord } from '../../prep/records/agenda.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Goal } from '../../prep/records/question.ts';
import {
  agendaOfMeeting,
  carryAgenda,
  changeAgenda,
  decideAgain,
  startAgenda,
  waitingAgenda,
} from '../../storage/agendas.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { Failure } from '../ui/States.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';
import { Agenda } from './Agenda.tsx';
import styles from './agenda.module.css';
import { FirstQuestions } from './FirstQuestions.tsx';
import type { Change } from './StepBody.tsx';

interface AgendaPartProps {
  meeting: Meeting;
  goal: Goal;
  /** How many meetings with these people there were before. */
  meetings: number;
}

/** The agenda of a meeting: its own, one whose options were slept on, or the offer of one that fits. */
export function AgendaPart({ meeting, goal, meetings }: AgendaPartProps) {
  const people = meeting.personIds.join();
  const read = useLive(async () => {
    const own = await agendaOfMeeting(meeting.id);
    return { agenda: own ?? (await waitingAgenda(meeting.personIds)), own: own !== undefined };
  }, [meeting.id, people]);
  const attempt = useAttempt();
  const say = useToast();
  const { agenda, own = false } = read.value ?? {};

  // Nothing was agreed the last time, and this is the next: the options come along (Rothman).
  const waiting = agenda && !own && !meeting.closing ? agenda.id : undefined;
  useEffect(() => {
    if (waiting) void attempt(() => carryAgenda(waiting, meeting.id));
  }, [waiting, meeting.id]);

  if (read.state === 'failed' && !read.value) return <Failure error={read.error} />;
  if (!read.value) return null;
  if (agenda)
    return <Shown agenda={agenda} meeting={meeting} carried={agenda.meetingIds[0] !== meeting.id} />;
  const fitting = meeting.closing ? undefined : suggestedTemplate(goal, meetings);
  if (!fitting) return null;
  return (
    <section class={`sec ${styles.offer}`} aria-label={t('agendaTitle')}>
      <p class="meta grow">{fitting.title}</p>
      <button
        type="button"
        class="link"
        onClick={() =>
          attempt(async () => {
            const made = await startAgenda(meeting, fitting);
            say(t('agendaBegun', fitting.title), () => remove('agendas', [made.id]).then(() => {}));
          })
        }
      >
        {t('agendaUse')}
      </button>
    </section>
  );
}

function Shown({ agenda, meeting, carried }: { agenda: AgendaRecord; meeting: Meeting; carried: boolean }) {
  const attempt = useAttempt();
  const say = useToast();
  const change = (what: Change) => changeAgenda(agenda.id, what);
  const isKit = agenda.templateId === FIRST_KIT;
  return (
    <Agenda
      agenda={agenda}
      hint={carried ? t('agendaCarried') : isKit ? t('agendaAwkward') : undefined}
      onChange={(what) => attempt(() => change(what))}
      onText={change}
      onDecideAgain={(day) => attempt(() => decideAgain(agenda, day))}
      onRemoveStep={({ id, text }) =>
        attempt(async () =>
          say(
            t('agendaLeftOut', text),
            await change(({ steps }) => ({ steps: steps.filter((step) => step.id !== id) })),
          ),
        )
      }
      onRemove={() =>
        attempt(async () => say(t('agendaTakenAway', agenda.title), await remove('agendas', [agenda.id])))
      }
    >
      {isKit && <FirstQuestions meeting={meeting} />}
    </Agenda>
  );
}
