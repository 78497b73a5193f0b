import {
  attributesFor,
  kindsOfMunicipalities,
  municipalityCode,
  orderBreakdowns,
} from '#shared/domain/benchmark/choices.ts';
import { choiceUnitsOf } from '#shared/domain/benchmark/measure-code.ts';
import type { Population, ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { InstrumentVersion } from '../../platform/content/published-content.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { listMeasures } from './list-measures.ts';
import { measuringOf } from './measuring-of.ts';
import { nameMeasures } from './name-measures.ts';
import { type ReleaseBuilder, refuseTooMany } from './release-builder.ts';
import { countsSimulated, getToday, insertRelease } from './repository.ts';
import { type Run, stepsOf } from './run-release.ts';

type Wanted = {
  readonly organisationId: string;
  readonly name: LocalisedText;
  readonly from: string;
  readonly until: string;
  readonly population: Population;
  readonly measures: readonly string[];
  readonly breakdowns: readonly (readonly string[])[];
};

/** What may be counted, and by which versions of the questionnaire it was answered in the period. */
type Known = { readonly known: readonly string[]; readonly versions: readonly InstrumentVersion[] };

/** Keeps what is to be counted; the building is the caller's to begin. */
export async function beginRelease(
  context: Context,
  access: AccessContext,
  { builder, ...wanted }: Wanted & { readonly builder: ReleaseBuilder },
): Promise<Run> {
  const known = await listMeasures(context);
  const versions = await context.published.instrumentVersionsIn(wanted);
  return inTransaction(context.database, access, async (tx) => {
    const spec = await specOf(context, tx, { wanted, known, versions });
    const { organisationId } = wanted;
    await refuseTooMany(tx, builder, organisationId);
    const releaseId = context.identifiers.newId();
    const createdAt = context.clock.now();
    if (!(await insertRelease(tx, { releaseId, organisationId, spec, steps: stepsOf(spec), createdAt })))
      throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'release-begun',
      objectKind: 'release',
      objectId: releaseId,
      detail: { organisationId, from: spec.from, until: spec.until, measures: spec.measures.length },
    });
    return { releaseId, spec };
  });
}

async function specOf(
  context: Context,
  tx: Transaction,
  { wanted, known, versions }: { readonly wanted: Wanted } & Known,
): Promise<ReleaseSpec> {
  const { bundle, clock, published } = context;
  const { name, from, until, population } = wanted;
  const breakdowns = orderBreakdowns(wanted.breakdowns);
  const measures = known.filter((code) => wanted.measures.includes(code));
  const faults = [
    ...(from < until ? [] : [{ path: 'until', code: 'before-beginning' }]),
    // What has not ended changes: the same release would be another one tomorrow.
    ...(until <= (await getToday(tx, clock.now())) ? [] : [{ path: 'until', code: 'not-ended' }]),
    ...(wanted.measures.every((code) => known.includes(code)) ? [] : [{ path: 'measures', code: 'unknown' }]),
    ...(breakdowns === null ? [{ path: 'breakdowns', code: 'unknown' }] : []),
  ];
  if (faults.length > 0 || breakdowns === null) throw new DomainError('invalid-request', { fields: faults });
  const { definition } = await published.currentInstrumentVersion();
  const attributes = attributesFor(breakdowns);
  const isDividedByMunicipality = attributes.some(({ code }) => code === municipalityCode);
  return {
    name,
    from,
    until,
    population,
    isSimulated: await countsSimulated(tx),
    measures,
    units: choiceUnitsOf(measures, definition.structure),
    measuredBy: measuringOf(measures, versions),
    attributes: attributes.map(({ code, values }) => ({ code, values: [...values] })),
    ...(isDividedByMunicipality
      ? { municipalities: kindsOfMunicipalities(bundle.firmProfileOptions.municipalities) }
      : {}),
    breakdowns: breakdowns.map((codes) => [...codes]),
    names: await nameMeasures(context, { measures, attributes }),
    rules: bundle.disclosure,
  };
}
