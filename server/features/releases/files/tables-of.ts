import type { AnyDocument } from '#shared/domain/effect/any-release.ts';
import { effectTables } from './effect-tables.ts';
import type { FileTables } from './file-table.ts';
import { levelTables } from './level-tables.ts';

/** A release as cubes. Every number of it is in exactly one place of one of them. */
export const tablesOf = (document: AnyDocument): FileTables =>
  document.format === 'mattstock-effect-1' ? effectTables(document) : levelTables(document);
