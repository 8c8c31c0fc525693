import type { Settings } from '../../prep/records/settings.ts';
import { changeSettings, readSettings } from '../../storage/settings.ts';
import { t } from '../../storage/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './options.module.css';
import { useWriting } from './useWriting.ts';

/** Whom the card in the calendar does not offer as a peer any more, each of whom can be offered again. */
export function NotOffered({ settings }: { settings: Settings }) {
  const write = useWriting();
  const say = useToast();
  const remove = async (address: string) => {
    const others = async () => (await readSettings()).notOffered.filter((one) => one !== address);
    if (!(await write(async () => changeSettings({ notOffered: await others() })))) return;
    document.getElementById('not-offered')?.focus();
    // Only what was taken away comes back: more may have been put away since.
    say(t('optionsOfferedAgain', address), async () =>
      changeSettings({ notOffered: [...(await others()), address] }),
    );
  };

  return (
    <section class={styles.block} aria-labelledby="not-offered">
      <h2 id="not-offered" tabIndex={-1}>
        {t('optionsNotOffered')}
      </h2>
      <p>{t('optionsNotOfferedHelp')}</p>
      {settings.notOffered.length === 0 ? (
        <p class="meta">{t('optionsNotOfferedNobody')}</p>
      ) : (
        <ul class={styles.addresses}>
          {settings.notOffered.map((address) => (
            <li key={address}>
              <span class="grow">{address}</span>
              <button
                type="button"
                class="ib s"
                aria-label={t('optionsOfferAgain', address)}
                title={t('optionsRemove')}
                onClick={() => void remove(address)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
