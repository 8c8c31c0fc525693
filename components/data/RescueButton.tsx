import { useState } from 'preact/hooks';
import { saveBlob } from '../../storage/backup/files.ts';
import { t, type Word } from '../../storage/words.ts';

/** Saves what a database that cannot be used still holds, as a backup file. */
export function RescueButton() {
  const [said, setSaid] = useState<Word>();
  const rescue = async () => {
    try {
      const { rescueCopy } = await import('../../storage/backup/rescue.ts');
      const { name, blob } = await rescueCopy();
      saveBlob(name, blob);
      setSaid('data_rescued');
    } catch (error) {
      console.error('peerside: no rescue copy', error);
      setSaid('data_notRescued');
    }
  };
  return (
    <>
      <button type="button" class="btn" onClick={rescue}>
        {t('data_rescue')}
      </button>
      <span role="status">{said && t(said)}</span>
    </>
  );
}
