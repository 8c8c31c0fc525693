/** A thing with a beginning and an end, in any unit. */
export interface Stretch {
  from: number;
  to: number;
}

/** Puts overlapping stretches side by side: each gets its lane and the number of lanes of its cluster. */
export function sideBySide<T extends Stretch>(
  stretches: readonly T[],
): (T & { lane: number; lanes: number })[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from || b.to - a.to);
  const placed: (T & { lane: number; lanes: number })[] = [];
  let cluster: (T & { lane: number; lanes: number })[] = [];
  let ends: number[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  for (const stretch of sorted) {
    if (stretch.from >= clusterEnd) {
      cluster = [];
      ends = [];
    }
    const free = ends.findIndex((end) => end <= stretch.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = stretch.to;
    clusterEnd = Math.max(stretch.to, cluster.length ? clusterEnd : stretch.to);
    const item = { ...stretch, lane, lanes: ends.length };
    cluster.push(item);
    placed.push(item);
    for (const member of cluster) member.lanes = ends.length;
  }
  return placed;
}

/** Stacks stretches of whole columns: each gets the first line free in all its columns. */
export function stacked<T extends Stretch>(stretches: readonly T[]): (T & { line: number })[] {
  const lines: Stretch[][] = [];
  return stretches.map((stretch) => {
    const free = lines.findIndex((line) =>
      line.every((other) => other.to < stretch.from || other.from > stretch.to),
    );
    const line = free === -1 ? lines.length : free;
    lines[line] = [...(lines[line] ?? []), stretch];
    return { ...stretch, line };
  });
}
