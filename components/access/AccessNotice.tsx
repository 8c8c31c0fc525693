import { useState } from 'preact/hooks';
import { askForCalendarAccess, followCalendarAccess } from '../../storage/calendar-access.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useFollowed } from '../ui/useFollowed.ts';

/** While the browser keeps Peerside out of the calendar page: what that means, and a button that asks to be let in again. */
export function AccessNotice() {
  const may = useFollowed(followCalendarAccess, true);
  const say = useToast();
  const [refused, setRefused] = useState(false);
  if (may) return null;
  // The browser asks only within the click: nothing is waited for before.
  const ask = () =>
    askForCalendarAccess().then(
      (given) => {
        setRefused(!given);
        if (!given) return;
        document.getElementById('title')?.focus();
        say(t('accessGiven'));
      },
      (error: unknown) => {
        console.error('peerside: not asked', error);
        setRefused(true);
      },
    );
  return (
    <div class="banner" role="status">
      <Icon name="warning" />
      <p>{t('accessMissing')}</p>
      <p>{t(refused ? 'accessRefused' : 'accessHelp')}</p>
      <p class="acts">
        <button type="button" class="btn small" onClick={() => void ask()}>
          {t('accessAsk')}
        </button>
      </p>
    </div>
  );
}
