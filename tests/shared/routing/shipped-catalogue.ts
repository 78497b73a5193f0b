import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { buildCatalogue } from '#shared/domain/routing/build-catalogue.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';

function loadCatalogue(): Catalogue {
  const folder = path.resolve(import.meta.dirname, '../../../shared/content');
  const inFolders = ['providers', 'packages'].flatMap((each) =>
    readdirSync(path.join(folder, each)).map((name) => `${each}/${name}`),
  );
  const names = [...inFolders, 'steps.yaml', 'routing-rules.yaml', 'routing-reasons.yaml'];
  const files = names.map((file) => {
    const document: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
    return { file, document };
  });
  const { catalogue, issues } = buildCatalogue(files);
  if (catalogue === undefined) throw new Error(JSON.stringify(issues));
  return catalogue;
}

/** The catalogue that ships. */
export const catalogue = loadCatalogue();
