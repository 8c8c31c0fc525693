import type { EntityTable } from 'dexie';
import type { ActionItem } from '../prep/records/action-item.ts';
import type { Project } from '../prep/records/project.ts';
import type { Topic } from '../prep/records/topic.ts';

/** What is open for any of these people, each once: read by one request a person, where `anyOf` steps from row to row. */
export async function openFor<Row extends ActionItem | Topic | Project>(
  table: EntityTable<Row, 'id'>,
  ids: readonly string[],
): Promise<Row[]> {
  const found = await Promise.all(ids.map((id) => table.where('openFor').equals(id).toArray()));
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}
