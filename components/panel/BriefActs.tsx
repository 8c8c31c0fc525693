import { isOver } from '../../prep/close-out.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import { t } from '../../storage/words.ts';
import { AgendaChoice } from '../agenda/AgendaChoice.tsx';

interface BriefActsProps {
  meeting: Meeting;
  now: Date;
  onCloseOut: () => void;
}

/** What to do with a meeting as a whole: give it an agenda, and close it out; first of all once its time is over. */
export function BriefActs({ meeting, now, onCloseOut }: BriefActsProps) {
  return (
    <>
      <AgendaChoice meeting={meeting} goal={meeting.goal ?? 'work-better'} />
      <button
        type="button"
        class={isOver(meeting, now.toISOString()) ? 'btn primary' : 'btn'}
        onClick={onCloseOut}
      >
        {t('closeOutAct')}
      </button>
    </>
  );
}
