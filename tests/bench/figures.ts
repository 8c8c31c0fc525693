/** Milliseconds of one kind of opening, each in a run of its own. */
export type Runs = readonly number[];

/** The value that a share of the runs stays below. @throws when there are none */
export function quantile(runs: Runs, share: number): number {
  const sorted = [...runs].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('nothing was measured');
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (runs: Runs) => quantile(runs, 0.5);

/** A line of the table: what was measured, against what, and the most that it may be of it. */
export interface Line {
  name: string;
  runs: Runs;
  against: { name: string; runs: Runs };
  /** undefined: told, not judged. */
  limit?: number;
}

/** A tenth counts where there are few. */
const short = (milliseconds: number) => milliseconds.toFixed(Math.abs(milliseconds) < 20 ? 1 : 0);
const spread = (runs: Runs) =>
  `${short(median(runs))} ms (${short(quantile(runs, 0.25))}-${short(quantile(runs, 0.75))}, ${runs.length} runs)`;

/** The table, a row each: median and quartiles, the ratio of the medians, the limit, and ok or OVER. */
export function table(lines: readonly Line[]): { text: string; over: boolean } {
  const judged = lines.map((line) => {
    const ratio = median(line.runs) / median(line.against.runs);
    return { ...line, ratio, over: line.limit !== undefined && ratio > line.limit };
  });
  const rows = [
    ['measured', 'median (quartiles)', 'against', 'median (quartiles)', 'ratio', 'limit', ''],
    ...judged.map(({ name, runs, against, ratio, limit, over }) => [
      name,
      spread(runs),
      against.name,
      spread(against.runs),
      ratio.toFixed(2),
      limit?.toFixed(2) ?? '',
      limit === undefined ? '' : over ? 'OVER' : 'ok',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
  return { text, over: judged.some(({ over }) => over) };
}
