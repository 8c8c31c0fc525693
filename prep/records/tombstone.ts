import * as z from 'zod/mini';
import { id, instant } from './base.ts';

/** What is left of a deleted record: that it was, and no content, so that a merge never brings it back. */
export const tombstone = z.object({
  id,
  table: z.string(),
  deletedAt: instant,
  /**
   * Of a person who was joined with another, and not forgotten: whom everything is about since, and when what was taken over of the
   * person had been written.
   */
  joined: z.optional(z.object({ into: id, seen: instant })),
});
export type Tombstone = z.infer<typeof tombstone>;
