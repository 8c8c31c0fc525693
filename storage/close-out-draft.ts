import * as z from 'zod/mini';
import { day, id } from '../prep/records/base.ts';
import { type Fact, fact } from '../prep/records/fact.ts';
import { closing, type Meeting, place, type WithPeer } from '../prep/records/meeting.ts';

/** What one of them will do. */
export interface Thing {
  text: string;
  /** `YYYY-MM-DD` or null; a day that the words end with is not in it yet. */
  due: string | null;
  /** The day, or that there is none, was chosen by hand: no words change it. */
  byHand?: boolean | undefined;
  /** The day on which the words were typed here: "Friday" is the one after it. Absent: not typed here. */
  on?: string | undefined;
}

/** What is filled in when a meeting is closed out. */
export interface CloseOutDraft {
  agreed: string;
  /** `YYYY-MM-DD` or null. */
  againOn: string | null;
  sleepOnIt: boolean;
  /** One small thing each, by whose it is: `me`, `both`, or a person's id. */
  things: Record<string, Thing>;
  fact: { text: string; kind: Fact['kind']; personId: string };
  /** Sooner or later, and how open, by person. */
  each: Record<string, WithPeer>;
  nextOn: string | null;
  place: Meeting['place'];
}

/** Longer than anything that is typed in the minute after a meeting. */
const text = z.string().check(z.maxLength(200_000));

const thing = z.object({
  text,
  due: z.nullable(day),
  byHand: z.optional(z.boolean()),
  on: z.optional(day),
});

const fields = z.object({
  agreed: text,
  againOn: z.nullable(day),
  sleepOnIt: z.boolean(),
  things: z.record(id, thing),
  fact: z.object({ text, kind: fact.shape.kind, personId: id }),
  each: closing.shape.each,
  nextOn: z.nullable(day),
  place: z.nullable(place),
});

/** A draft of a close-out read back from storage, field by field, as far as each still fits; undefined when it is none. */
export function readCloseOutDraft(draft: unknown): Partial<CloseOutDraft> | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const found: Partial<CloseOutDraft> = {};
  for (const [name, schema] of Object.entries(fields.shape)) {
    const read = schema.safeParse((draft as Record<string, unknown>)[name]);
    if (read.success) Object.assign(found, { [name]: read.data });
  }
  return found;
}
