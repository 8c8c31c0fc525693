import type { TemplateDraft } from '../prep/agenda-file.ts';
import { type AgendaPlan, planAgendas } from '../prep/agenda-import.ts';
import type { AgendaTemplate } from '../prep/records/agenda.ts';
import { listOwnTemplates } from './agenda-templates.ts';
import { db } from './db.ts';
import { newRecord } from './record.ts';
import type { Undo } from './remove.ts';
import { Undoing } from './undoing.ts';

/** What importing these agendas would change at this moment; writes nothing. */
export async function previewAgendas(file: readonly TemplateDraft[]): Promise<AgendaPlan[]> {
  return planAgendas(file, await listOwnTemplates());
}

/** Takes over the agendas of a file in one transaction: all or nothing. @returns the way back */
export async function importAgendas(file: readonly TemplateDraft[], now = new Date()): Promise<Undo> {
  const undo = new Undoing([db.agendaTemplates]);
  await db.transaction('rw', db.agendaTemplates, async () => {
    const here = await listOwnTemplates();
    let order = here.at(-1)?.order ?? 0;
    for (const { template, into, same } of planAgendas(file, here)) {
      if (same) continue;
      order += 1;
      const row: AgendaTemplate = into
        ? { ...into, ...template, updatedAt: now.toISOString() }
        : { ...newRecord(now), ...template, order };
      await undo.put('agendaTemplates', row);
    }
  });
  return () => undo.run();
}
