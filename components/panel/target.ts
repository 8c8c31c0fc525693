import type { BriefTarget } from '../../storage/brief.ts';

/** What the panel is at when it is not at Today. */
export type Target = BriefTarget & {
  /** Its close-out stands open. */
  closing?: boolean;
};
