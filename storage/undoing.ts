import type { Table } from 'dexie';
import { db } from './db.ts';

/** Writes rows within a transaction and remembers each as it was before, so that all of them can go back at once. */
export class Undoing {
  private readonly tables: Table[];
  private readonly before = new Map<string, { table: string; id: string; row: object | undefined }>();

  /** `tables`: those of the transaction. */
  constructor(tables: Table[]) {
    this.tables = tables;
  }

  async put(table: string, row: { id: string }): Promise<void> {
    await this.remember(table, row.id);
    await db.table(table).put(row);
  }

  async delete(table: string, id: string): Promise<void> {
    await this.remember(table, id);
    await db.table(table).delete(id);
  }

  /** Puts everything back as it was, as written now: what another browser has heard of the change is older. */
  async run(): Promise<void> {
    const updatedAt = new Date().toISOString();
    await db.transaction('rw', this.tables, async () => {
      for (const { table, id, row } of this.before.values()) {
        if (row === undefined) await db.table(table).delete(id);
        else await db.table(table).put('updatedAt' in row ? { ...row, updatedAt } : row);
      }
    });
  }

  private async remember(table: string, id: string): Promise<void> {
    const key = `${table} ${id}`;
    if (!this.before.has(key)) this.before.set(key, { table, id, row: await db.table(table).get(id) });
  }
}
