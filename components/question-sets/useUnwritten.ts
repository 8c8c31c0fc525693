import { useEffect } from 'preact/hooks';
import { dropDraft, readDraft } from '../../storage/drafts.ts';

/** Writes a text that an edited line kept as the page went away: it was meant to be saved as it was typed. */
export function useUnwritten(draft: string, save: (text: string) => Promise<unknown>): void {
  useEffect(() => {
    const write = async () => {
      const text = await readDraft(draft);
      if (typeof text !== 'string') return;
      await save(text);
      await dropDraft(draft);
    };
    // It stays a draft for the next time.
    write().catch((error: unknown) => console.error('peerside: a draft was not written', error));
  }, [draft]);
}
