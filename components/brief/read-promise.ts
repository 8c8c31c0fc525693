import { isDay } from '../../prep/days.ts';
import type { Owner } from '../../prep/records/action-item.ts';

/** What a typed line says: whose promise, what, and until when. */
export interface UnderstoodPromise {
  text: string;
  owner: Owner | undefined;
  due: string | null;
}

/** Reads a line of the brief's own field. */
export async function readPromise(line: string, _today: string): Promise<UnderstoodPromise> {
  const [, who, rest = ''] = /^\s*(?:(they|both|me):\s*)?(.*)$/i.exec(line) ?? [];
  const owner = ({ they: 'them', both: 'both', me: 'me' } as const)[who?.toLowerCase() as 'they'];
  const last = rest.split(' ').at(-1) ?? '';
  if (isDay(last)) return { text: rest.slice(0, -last.length).trim(), owner, due: last };
  return { text: rest.trim(), owner, due: null };
}
