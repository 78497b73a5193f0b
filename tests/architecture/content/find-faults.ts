import { loadContent } from '#server/platform/content/load-content.ts';
import { ContentError } from '#server/platform/content/read-checked.ts';
import { type ContentFile, readYamlFolder } from '#server/platform/content/read-files.ts';
import { checkReach } from '#shared/domain/instrument/check-reach.ts';
import { compileDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { checkWording } from '#shared/domain/instrument/wording/check-wording.ts';
import { type ForbiddenKind, forbiddenKinds } from '#shared/domain/instrument/wording/wording-rules.ts';
import { checkLocalisedTexts, type TextRules } from '#shared/domain/wording/check-localised-texts.ts';
import { checkTextReadability } from '#shared/domain/wording/text-readability.ts';
import { checkReferences } from './check-references.ts';
import { locateFault } from './locate-fault.ts';

const instrumentFolder = 'instruments/mattstock/';

/** Names that nobody translates. */
const properNames = new Set([
  'Challenge Lab',
  'Karlstad Innovation Park',
  'Paper Province',
  'Region Dalarna',
  'Region Gävleborg',
  'Region Värmland',
  'Triple Steelix',
]);

/** A package is read as part of a result, like a question; other texts quote figures of a year and count in words. */
const everywhere: readonly ForbiddenKind[] = ['product', 'law', 'raised-voice', 'opinion'];
const rulesOf = (file: string): TextRules => ({
  sameInBoth: properNames,
  forbidden: new Set(file.startsWith('packages/') ? forbiddenKinds : everywhere),
});

type Fault = { readonly path: string; readonly detail: string; readonly code: string };
const inFile = (file: string, faults: readonly Fault[]): string[] =>
  faults.map(({ path, detail, code }) => `${file}: ${path}: ${detail} (${code})`);

const isCoded = (value: unknown): value is { code: string } =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';

function packagesIn(data: unknown): readonly { readonly code: string }[] {
  const packages: unknown = typeof data === 'object' && data !== null && 'packages' in data ? data.packages : [];
  return Array.isArray(packages) ? packages.filter(isCoded) : [];
}

function checkFile({ name, data }: ContentFile): string[] {
  if (name.startsWith('instruments/')) return [];
  const hard = name.startsWith('packages/') ? checkTextReadability('packages', packagesIn(data)) : [];
  return inFile(name, [...checkLocalisedTexts(data, rulesOf(name)), ...hard]);
}

/** The instrument's words and reach; what keeps it from being put together at all, the loader says. */
function checkInstrument(files: readonly ContentFile[]): string[] {
  const own = files.filter(({ name }) => name.startsWith(instrumentFolder));
  const compiled = compileDefinition(
    own.map(({ name, data }) => ({ name: name.slice(instrumentFolder.length), data })),
  );
  if (!compiled.ok) return [];
  const issues = [...checkReach(compiled.definition), ...checkWording(compiled.definition)];
  return issues.flatMap(({ file, path, reason, code }) =>
    inFile(`${instrumentFolder}${file}`, [{ path, detail: reason, code }]),
  );
}

async function checkWhole(folder: string): Promise<readonly string[]> {
  try {
    return checkReferences(await loadContent(folder));
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}

/**
 * Everything that is wrong with the content of a folder, each with its file and the place in it. The words of files
 * are judged even when the content as a whole cannot be loaded; a file that is no YAML hides those of all.
 */
export async function findFaults(folder: string): Promise<string[]> {
  const whole = await checkWhole(folder);
  const files = await readYamlFolder(folder).catch(() => []);
  return [...whole.map((fault) => locateFault(fault, files)), ...checkInstrument(files), ...files.flatMap(checkFile)];
}
