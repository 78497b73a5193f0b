import path from 'node:path';
import * as z from 'zod';
import { consentWordingSchema } from '#shared/contracts/referrals.ts';
import { firmWordsSchema, placesContentSchema } from '#shared/contracts/site.ts';
import { protectionSchema } from '#shared/domain/achievement/protection.ts';
import { disclosureRulesSchema } from '#shared/domain/benchmark/rules.ts';
import { changeRulesSchema } from '#shared/domain/change/change-rules.ts';
import { coverageRulesSchema } from '#shared/domain/coverage/weighting.ts';
import { checkMeasures } from '#shared/domain/crosswalk/check-measures.ts';
import { type Measure, measureSchema } from '#shared/domain/crosswalk/measure.ts';
import { effectRulesSchema } from '#shared/domain/effect/rules.ts';
import { checkBranchSni } from '#shared/domain/firm/check-branch-sni.ts';
import { followUpListsSchema } from '#shared/domain/followup/follow-up-lists.ts';
import { compileDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { meetingPacksSchema } from '#shared/domain/open-data/meeting-packs.ts';
import { openDataSchema } from '#shared/domain/open-data/open-data.ts';
import { buildCatalogue, type CatalogueIssue } from '#shared/domain/routing/build-catalogue.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { checkCatalogue } from '#shared/domain/routing/check-catalogue.ts';
import { mailTextsSchema } from '../mail/mail-texts.ts';
import type { ContentBundle } from './content-bundle.ts';
import { demoCampaignsSchema } from './demo-campaigns.ts';
import { demoEntriesSchema } from './demo-entries.ts';
import { demoFirmSchema } from './demo-firm.ts';
import { demoPeopleSchema } from './demo-people.ts';
import { demoReleasesSchema } from './demo-releases.ts';
import { loadRetentionSchedule } from './load-retention.ts';
import { loadStrategy } from './load-strategy.ts';
import { populationFiguresSchema } from './population-figures.ts';
import { ContentError, readAll, readChecked } from './read-checked.ts';
import { readYamlFolder } from './read-files.ts';

export type Content = {
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  readonly bundle: ContentBundle;
};

const instrument = 'instruments/mattstock';

async function loadDefinition(folder: string): Promise<Definition> {
  const compiled = compileDefinition(await readYamlFolder(path.join(folder, instrument)));
  if (compiled.ok) return compiled.definition;
  throw new ContentError(
    compiled.issues.map(
      ({ file, path: place, reason, code }) => `${instrument}/${file}: ${place}: ${reason} (${code})`,
    ),
  );
}

const catalogueFiles = /^(providers|packages|steps|routing-rules|routing-reasons)(\.yaml|\/)/;

const asFault = ({ path: place, detail, code }: CatalogueIssue) => `catalogue: ${place}: ${detail} (${code})`;

async function readCatalogue(folder: string): Promise<Catalogue> {
  const files = await readYamlFolder(folder, catalogueFiles);
  const built = buildCatalogue(files.map(({ name, data }) => ({ file: name, document: data })));
  if (built.catalogue === undefined) throw new ContentError(built.issues.map(asFault));
  return built.catalogue;
}

async function refuseFaulty(catalogue: Catalogue, definition: Definition): Promise<void> {
  const issues = checkCatalogue(catalogue, definition.structure);
  if (issues.length > 0) throw new ContentError(issues.map(asFault));
}

async function loadFirmWords(folder: string): Promise<z.output<typeof firmWordsSchema>> {
  const words = await readChecked(folder, 'firm-profile.yaml', firmWordsSchema);
  const issues = checkBranchSni(words.branches);
  if (issues.length > 0)
    throw new ContentError(issues.map(({ code, sni }) => `firm-profile.yaml: SNI ${sni} (${code})`));
  return words;
}

async function loadMeasures(folder: string): Promise<readonly Measure[]> {
  const { dmat, dii } = await readAll({
    dmat: readChecked(folder, 'crosswalk/dmat.yaml', measureSchema),
    dii: readChecked(folder, 'crosswalk/dii.yaml', measureSchema),
  });
  return [dmat, dii];
}

async function refuseFaultyMeasures(measures: readonly Measure[], definition: Definition): Promise<void> {
  const issues = checkMeasures(measures, definition.structure);
  if (issues.length > 0) {
    throw new ContentError(issues.map(({ path: place, detail, code }) => `crosswalk: ${place}: ${detail} (${code})`));
  }
}

type BundleFiles = Omit<ContentBundle, 'strategy'>;

async function readBundle(folder: string): Promise<BundleFiles> {
  const { places, words, ...rest } = await readAll({
    places: readChecked(folder, 'municipalities.yaml', placesContentSchema),
    words: loadFirmWords(folder),
    consentWordings: readChecked(folder, 'consents.yaml', z.array(consentWordingSchema)),
    demoFirm: readChecked(folder, 'demo/firm.yaml', demoFirmSchema),
    demoPeople: readChecked(folder, 'demo/people.yaml', demoPeopleSchema),
    demoCampaigns: readChecked(folder, 'demo/campaigns.yaml', demoCampaignsSchema),
    demoEntries: readChecked(folder, 'demo/region-entries.yaml', demoEntriesSchema),
    demoReleases: readChecked(folder, 'demo/releases.yaml', demoReleasesSchema),
    populationFigures: readChecked(folder, 'demo/population.yaml', populationFiguresSchema),
    mailTexts: readChecked(folder, 'mails.yaml', mailTextsSchema),
    retention: loadRetentionSchedule(folder),
    protection: readChecked(folder, 'protection.yaml', protectionSchema),
    measures: loadMeasures(folder),
    coverage: readChecked(folder, 'coverage.yaml', coverageRulesSchema),
    disclosure: readChecked(folder, 'disclosure.yaml', disclosureRulesSchema),
    followUp: readChecked(folder, 'follow-up.yaml', followUpListsSchema),
    openData: readChecked(folder, 'open-data.yaml', openDataSchema),
    effect: readChecked(folder, 'effect.yaml', effectRulesSchema),
    change: readChecked(folder, 'change.yaml', changeRulesSchema),
    meetingPacks: readChecked(folder, 'meeting-packs.yaml', meetingPacksSchema),
  });
  return {
    firmProfileOptions: { ...places, ...words },
    municipalities: places.municipalities,
    ...rest,
  };
}

/**
 * Reads and checks everything that ships in `shared/content`. Throws one error that lists every fault; how parts fit
 * each other is judged once each can be read.
 */
export async function loadContent(folder: string): Promise<Content> {
  const { definition, catalogue, bundle } = await readAll({
    definition: loadDefinition(folder),
    catalogue: readCatalogue(folder),
    bundle: readBundle(folder),
  });
  const dimensions = new Set(definition.structure.dimensions.map(({ code }) => code));
  const { strategy } = await readAll({
    strategy: loadStrategy(folder, { priorities: catalogue.priorities, steps: catalogue.steps, dimensions }),
    fit: refuseFaulty(catalogue, definition),
    measured: refuseFaultyMeasures(bundle.measures, definition),
  });
  return { definition, catalogue, bundle: { ...bundle, strategy } };
}
