import path from 'node:path';
import { contentFolder } from '#server/folders.ts';
import { readYamlFolder } from '#server/platform/content/read-files.ts';
import { compileDefinition } from '#shared/domain/instrument/compile-definition.ts';

const compiled = compileDefinition(await readYamlFolder(path.join(contentFolder, 'instruments', 'mattstock')));
if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));

/** The instrument that ships, as one definition. */
export const shipped = compiled.definition;
