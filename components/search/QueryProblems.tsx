import type { QueryProblem, SearchQuery } from '../../prep/search-query.ts';
import { t } from '../../storage/words.ts';
import { fullDay } from '../ui/dates.ts';
import { Icon } from '../ui/Icon.tsx';

/** What of a query makes no sense and what to write instead; else the days that were understood. */
export function QueryProblems({ id, query }: { id: string; query: SearchQuery }) {
  const { problems, from, before } = query;
  if (problems.length > 0) {
    return (
      <div id={id} role="status">
        {problems.map((problem) => (
          <p key={JSON.stringify(problem)} class="error">
            <Icon name="warning" size={14} />
            <bdi>{words(problem)}</bdi>
          </p>
        ))}
      </div>
    );
  }
  if (from === undefined && before === undefined) return null;
  return (
    <p class="hint">
      {from !== undefined && before !== undefined
        ? t('search_between', fullDay(from), fullDay(before))
        : from !== undefined
          ? t('search_from', fullDay(from))
          : t('search_before', fullDay(before ?? ''))}
    </p>
  );
}

function words(problem: QueryProblem): string {
  switch (problem.kind) {
    case 'nobody':
      return t('search_nobody', problem.value);
    case 'no-day':
      return t('search_no_day', problem.value);
    case 'no-state':
      return t('search_no_state', problem.value);
    case 'never':
      return t('search_never', fullDay(problem.after), fullDay(problem.before));
  }
}
