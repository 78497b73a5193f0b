import path from 'node:path';
import * as z from 'zod';
import { consentWordingSchema } from '#shared/contracts/referrals.ts';
import { firmPlacesSchema, firmWordsSchema } from '#shared/contracts/site.ts';
import { compileDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { buildCatalogue } from '#shared/domain/routing/build-catalogue.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { checkCatalogue } from '#shared/domain/routing/check-catalogue.ts';
import type { ContentBundle } from './content-bundle.ts';
import { demoFirmSchema } from './demo-firm.ts';
import { readYaml, readYamlFolder } from './read-files.ts';

export type Content = {
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  readonly bundle: ContentBundle;
};

export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(faults: readonly string[]) {
    super(`the content that ships is faulty:\n${faults.join('\n')}`);
  }
}

async function loadDefinition(folder: string): Promise<Definition> {
  const compiled = compileDefinition(await readYamlFolder(path.join(folder, 'instruments', 'mattstock')));
  if (compiled.ok) return compiled.definition;
  throw new ContentError(
    compiled.issues.map((issue) => `${issue.file}: ${issue.path}: ${issue.reason} (${issue.code})`),
  );
}

const catalogueFiles = /^(providers|packages|steps|routing-rules|routing-reasons)(\.yaml|\/)/;

async function loadCatalogue(folder: string, definition: Definition): Promise<Catalogue> {
  const files = (await readYamlFolder(folder)).filter(({ name }) => catalogueFiles.test(name));
  const built = buildCatalogue(files.map(({ name, data }) => ({ file: name, document: data })));
  const issues =
    built.catalogue === undefined
      ? built.issues
      : [...built.issues, ...checkCatalogue(built.catalogue, definition.structure)];
  if (built.catalogue === undefined || issues.length > 0) {
    throw new ContentError(issues.map(({ path: place, detail, code }) => `catalogue: ${place}: ${detail} (${code})`));
  }
  return built.catalogue;
}

async function readChecked<S extends z.core.$ZodType>(folder: string, name: string, schema: S): Promise<z.output<S>> {
  const file = await readYaml(folder, name);
  const parsed = z.safeParse(schema, file.data);
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map(({ path: place, message, code }) => `${name}: ${place.join('/')}: ${message} (${code})`),
  );
}

async function loadBundle(folder: string): Promise<ContentBundle> {
  const [places, words, consentWordings, demoFirm] = await Promise.all([
    readChecked(folder, 'municipalities.yaml', firmPlacesSchema),
    readChecked(folder, 'firm-profile.yaml', firmWordsSchema),
    readChecked(folder, 'consents.yaml', z.array(consentWordingSchema)),
    readChecked(folder, 'demo/firm.yaml', demoFirmSchema),
  ]);
  return { firmProfileOptions: { ...places, ...words }, consentWordings, demoFirm };
}

/** Reads and checks everything that ships in `shared/content`. Throws one error that lists every fault. */
export async function loadContent(folder: string): Promise<Content> {
  const definition = await loadDefinition(folder);
  const [catalogue, bundle] = await Promise.all([loadCatalogue(folder, definition), loadBundle(folder)]);
  return { definition, catalogue, bundle };
}
