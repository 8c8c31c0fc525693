import { offeredTemplates } from '../../prep/agenda-templates.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Goal } from '../../prep/records/question.ts';
import { listOwnTemplates } from '../../storage/agenda-templates.ts';
import { agendaOfMeeting, startAgenda } from '../../storage/agendas.ts';
import { openOptions } from '../../storage/pages.ts';
import { remove } from '../../storage/remove.ts';
import { t } from '../../storage/words.ts';
import { Choice } from '../ui/Choice.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useAttempt } from '../ui/useAttempt.ts';
import { useLive } from '../ui/useLive.ts';

const OWN = 'own';

/** Gives a meeting an agenda: ours and the user's own, those for its goal first. Nothing once it has one. */
export function AgendaChoice({ meeting, goal }: { meeting: Meeting; goal: Goal }) {
  const read = useLive(
    async () => ({ own: await listOwnTemplates(), agenda: await agendaOfMeeting(meeting.id) }),
    [meeting.id],
  );
  const attempt = useAttempt();
  const say = useToast();
  if (!read.value || read.value.agenda) return null;
  const templates = offeredTemplates(read.value.own, goal);
  const begin = async (id: string) => {
    const template = templates.find((one) => one.id === id);
    if (!template) return openOptions('agendas');
    await attempt(async () => {
      const made = await startAgenda(meeting, template);
      say(t('agendaBegun', template.title), () => remove('agendas', [made.id]).then(() => {}));
    });
    document.getElementById('agenda')?.scrollIntoView?.({ block: 'nearest' });
  };
  return (
    <Choice
      class="btn quiet"
      label={t('agendaChoose')}
      options={[
        ...templates.map(({ id, title }) => ({ value: id, text: title })),
        { value: OWN, text: t('agendaMakeOwn') },
      ]}
      onChoose={begin}
    >
      {t('agendaTitle')}
    </Choice>
  );
}
