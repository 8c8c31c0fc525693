import type { ActionItem, Owner } from './records/action-item.ts';

/**
 * Everything that a recap may hold, and nothing else: what both have heard in the room. Notes, answers, facts, how open it
 * was, the pace, trust and goals have no way in; a test holds this list.
 */
export type RecapLine =
  | { kind: 'agreed'; text: string }
  | { kind: 'again'; day: string }
  | { kind: 'sleep-on-it' }
  | { kind: 'promise'; owner: Owner; personIds: readonly string[]; text: string; due: string | null }
  | { kind: 'next'; day: string };

export interface RecapInput {
  agreed: string;
  /** `YYYY-MM-DD` or null. */
  againOn: string | null;
  sleepOnIt: boolean;
  /** Promises of this meeting, as they stand. */
  promises: readonly Pick<ActionItem, 'owner' | 'personIds' | 'text' | 'due' | 'state'>[];
  nextOn: string | null;
}

const OWNERS: readonly Owner[] = ['me', 'them', 'both'];

/** The recap of a meeting, line by line; empty when there is nothing to share. A dropped promise is not in it. */
export function recapLines(input: RecapInput): RecapLine[] {
  const agreed = input.agreed.trim();
  const promises = OWNERS.flatMap((owner) =>
    input.promises.filter((one) => one.owner === owner && one.state !== 'dropped' && one.text.trim() !== ''),
  );
  return [
    ...(agreed ? [{ kind: 'agreed' as const, text: agreed }] : []),
    ...(agreed && input.againOn ? [{ kind: 'again' as const, day: input.againOn }] : []),
    ...(input.sleepOnIt ? [{ kind: 'sleep-on-it' as const }] : []),
    ...promises.map(({ owner, personIds, text, due }) => ({
      kind: 'promise' as const,
      owner,
      personIds,
      text: text.trim(),
      due,
    })),
    ...(input.nextOn ? [{ kind: 'next' as const, day: input.nextOn }] : []),
  ];
}
