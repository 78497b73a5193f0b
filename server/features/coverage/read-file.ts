import type { TableFile } from '#shared/contracts/table-file.ts';
import { type PopulationFile, readPopulation } from '#shared/domain/coverage/read-population.ts';
import type { Context } from '../../platform/context.ts';
import { readRows } from '../../platform/files/read-table.ts';

/** Reads the file by the branches and municipalities of the word lists. */
export async function readFile(
  { bundle }: Context,
  { file, year }: { readonly file: TableFile; readonly year: number | null },
): Promise<PopulationFile> {
  const rows = await readRows(file);
  const { branches, municipalities } = bundle.firmProfileOptions;
  return readPopulation(rows, { branches, municipalities, year });
}
