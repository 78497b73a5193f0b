import path from 'node:path';
import * as z from 'zod';
import { consentWordingSchema } from '#shared/contracts/referrals.ts';
import { firmProfileOptionsSchema } from '#shared/contracts/site.ts';
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

async function loadBundle(folder: string): Promise<ContentBundle> {
  const [places, words, consents, firm] = await Promise.all(
    ['municipalities.yaml', 'firm-profile.yaml', 'consents.yaml', 'demo/firm.yaml'].map((name) =>
      readYaml(folder, name),
    ),
  );
  const parts = z.record(z.string(), z.unknown());
  return {
    firmProfileOptions: firmProfileOptionsSchema.parse({ ...parts.parse(places?.data), ...parts.parse(words?.data) }),
    consentWordings: z.array(consentWordingSchema).parse(consents?.data),
    demoFirm: demoFirmSchema.parse(firm?.data),
  };
}

/** Reads and checks everything that ships in `shared/content`. Throws one error that lists every fault. */
export async function loadContent(folder: string): Promise<Content> {
  const definition = await loadDefinition(folder);
  const [catalogue, bundle] = await Promise.all([loadCatalogue(folder, definition), loadBundle(folder)]);
  return { definition, catalogue, bundle };
}
