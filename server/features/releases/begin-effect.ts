import { namesOf, type ReleaseNames } from '#shared/domain/benchmark/names.ts';
import type { Population } from '#shared/domain/benchmark/release.ts';
import type { SupportPackage } from '#shared/domain/effect/effect-groups.ts';
import type { EffectPeriod, EffectSpec } from '#shared/domain/effect/effect-release.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type ReleaseBuilder, refuseTooMany } from './release-builder.ts';
import { countsSimulated, getToday, insertRelease } from './repository.ts';
import { type Run, stepsOf } from './run-release.ts';

type Wanted = {
  readonly organisationId: string;
  readonly name: LocalisedText;
  readonly before: EffectPeriod;
  readonly after: EffectPeriod;
  readonly population: Population;
};

/** Keeps what is to be compared; the building is the caller's to begin. */
export async function beginEffect(
  context: Context,
  access: AccessContext,
  { builder, ...wanted }: Wanted & { readonly builder: ReleaseBuilder },
): Promise<Run> {
  const offered = await offeredNow(context);
  return inTransaction(context.database, access, async (tx) => {
    await refuseFaulty(context, tx, wanted);
    const { organisationId, name, before, after, population } = wanted;
    const spec: EffectSpec = {
      kind: 'effect',
      name,
      before,
      after,
      population,
      isSimulated: await countsSimulated(tx),
      counties: [...counties],
      ...offered,
      matching: context.bundle.effect,
      rules: context.bundle.disclosure,
    };
    await refuseTooMany(tx, builder, organisationId);
    const releaseId = context.identifiers.newId();
    const createdAt = context.clock.now();
    if (!(await insertRelease(tx, { releaseId, organisationId, spec, steps: stepsOf(spec), createdAt })))
      throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'release-begun',
      objectKind: 'release',
      objectId: releaseId,
      detail: { organisationId, from: before.from, until: after.until, measures: spec.measures.length },
    });
    return { releaseId, spec };
  });
}

async function refuseFaulty(
  { clock }: Context,
  tx: Transaction,
  { before, after }: Pick<Wanted, 'before' | 'after'>,
): Promise<void> {
  const faults = [
    ...(before.from < before.until ? [] : [{ path: 'before.until', code: 'before-beginning' }]),
    ...(after.from < after.until ? [] : [{ path: 'after.until', code: 'before-beginning' }]),
    ...(before.until <= after.from ? [] : [{ path: 'after.from', code: 'overlaps' }]),
    // What has not ended changes: the same release would be another one tomorrow.
    ...(after.until <= (await getToday(tx, clock.now())) ? [] : [{ path: 'after.until', code: 'not-ended' }]),
  ];
  if (faults.length > 0) throw new DomainError('invalid-request', { fields: faults });
}

/** Every package there is and what it is about, in the instrument's order: a fixed list, and nobody's choice. */
async function offeredNow({
  published,
  bundle,
}: Context): Promise<Pick<EffectSpec, 'measures' | 'packages' | 'names'>> {
  const { definition } = await published.currentInstrumentVersion();
  const { catalogue } = await published.currentCatalogue();
  const packages = catalogue.packages.map(
    ({ code, steps, dimensions }): SupportPackage => ({
      code,
      steps,
      dimensions: dimensions.map((dimension) => dimension.code),
    }),
  );
  const about = new Set(packages.flatMap(({ dimensions }) => dimensions));
  const measures = definition.structure.dimensions.map(({ code }) => code).filter((code) => about.has(code));
  const { measures: named, headings } = namesOf(
    { measures, attributes: [] },
    { definition, profile: bundle.firmProfileOptions },
  );
  return {
    measures,
    packages: packages.map(({ code, steps, dimensions }) => ({
      code,
      steps: [...steps],
      dimensions: [...dimensions],
    })),
    names: { measures: named, headings, attributes: attributesOf(catalogue) },
  };
}

const nameEach = (named: readonly { readonly code: string; readonly name: LocalisedText }[]) =>
  Object.fromEntries(named.map(({ code, name }) => [code, name]));

function attributesOf({ packages, steps }: Catalogue): ReleaseNames['attributes'] {
  return {
    package: { name: { sv: 'Paket', en: 'Package' }, values: nameEach(packages) },
    step: { name: { sv: 'Steg i strategin', en: 'Step of the strategy' }, values: nameEach(steps) },
  };
}
