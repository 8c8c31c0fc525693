import { takeSlot } from '../../storage/draft-slots.ts';

type Hear = (draft: object) => Promise<void>;

/** The forms of this page, by their draft. */
const forms = new Map<string, Hear>();

/**
 * Keeps a draft again that was finished: in the form that stands open here, else in a place that the next one finds. What
 * was typed since is newer, and stays.
 */
export async function giveDraftBack<T extends object>(
  key: string,
  draft: T,
  read: (stored: unknown) => T | undefined,
): Promise<void> {
  const form = forms.get(key);
  if (form) return form(draft);
  const place = await takeSlot(key, read);
  try {
    await place?.keep({ ...draft, ...place.begun });
  } finally {
    void place?.free();
  }
}

/** Hears of drafts that come back while a form stands open. @returns stops hearing of them */
export function onDraftBack<T extends object>(key: string, hear: (draft: T) => Promise<void>): () => void {
  forms.set(key, hear as Hear);
  return () => {
    if (forms.get(key) === hear) forms.delete(key);
  };
}
