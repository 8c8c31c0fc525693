/** Why a snapshot was taken: it was time, or something was about to change much. */
export type SnapshotReason = 'time' | 'import' | 'replace' | 'merge' | 'forget' | 'delete' | 'update';

/** One of the copies that Peerside keeps by itself. */
export interface SnapshotInfo {
  id: string;
  /** ISO instant. */
  at: string;
  reason: SnapshotReason;
  /** Characters it takes in the extension's storage. */
  size: number;
  records: number;
  /** In how many parts it is stored. */
  parts: number;
}

/** How many are kept: of the last days one each, of the last weeks one each, of those before a change the last ones. */
export const KEPT = { days: 3, weeks: 4, changes: 3, size: 32_000_000 } as const;

const DAY = 86_400_000;

/**
 * The snapshots to keep, newest first: the last days', the last weeks', the last before a change, and of these the newest
 * that fit into the space; the newest of all always.
 */
export function keptSnapshots(all: readonly SnapshotInfo[]): SnapshotInfo[] {
  const newest = [...all].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  const wanted = new Set([
    ...newestOfEach(newest, KEPT.days, ({ at }) => Math.floor(Date.parse(at) / DAY)),
    // 1 January 1970 was a Thursday: three days on, weeks begin on Monday.
    ...newestOfEach(newest, KEPT.weeks, ({ at }) => Math.floor((Date.parse(at) / DAY + 3) / 7)),
    ...newest.filter(({ reason }) => reason !== 'time').slice(0, KEPT.changes),
  ]);
  let room: number = KEPT.size;
  return newest.filter((one, index) => {
    if (!wanted.has(one)) return false;
    room -= one.size;
    return room >= 0 || index === 0;
  });
}

/** The snapshot to go back to after a loss: the newest that is not much smaller than the largest. */
export function bestSnapshot(all: readonly SnapshotInfo[]): SnapshotInfo | undefined {
  const most = Math.max(0, ...all.map(({ records }) => records));
  return [...all]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .find(({ records }) => records > 0 && records >= most / 2);
}

function newestOfEach(
  newest: readonly SnapshotInfo[],
  count: number,
  spanOf: (one: SnapshotInfo) => number,
): SnapshotInfo[] {
  const spans = new Map<number, SnapshotInfo>();
  for (const one of newest) if (!spans.has(spanOf(one))) spans.set(spanOf(one), one);
  return [...spans.values()].slice(0, count);
}
