import type { AgendaTemplate } from '../prep/records/agenda.ts';
import { changeRow } from './change-row.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';

/** The user's own agenda templates, in their order. */
export function listOwnTemplates(): Promise<AgendaTemplate[]> {
  return db.agendaTemplates.orderBy('order').toArray();
}

/** Adds a template of the user's own, at the end of the list. */
export async function addTemplate(
  draft: Pick<AgendaTemplate, 'title' | 'description' | 'goals' | 'steps'>,
  now = new Date(),
): Promise<AgendaTemplate> {
  return db.transaction('rw', db.agendaTemplates, async () => {
    const last = await db.agendaTemplates.orderBy('order').last();
    const template = { ...newRecord(now), ...draft, order: (last?.order ?? 0) + 1 };
    await db.agendaTemplates.add(template);
    return template;
  });
}

/** Changes a template; agendas that were begun with it keep their own steps. @returns the way back */
export function changeTemplate(
  id: string,
  change: Partial<Pick<AgendaTemplate, 'title' | 'description' | 'goals' | 'steps' | 'order'>>,
  now = new Date(),
): Promise<Undo> {
  return changeRow<AgendaTemplate, AgendaTemplate>(db.agendaTemplates, id, change, (row) => row, now);
}
