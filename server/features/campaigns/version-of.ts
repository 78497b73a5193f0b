import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import type { InstrumentVersion } from '../../platform/content/published-content.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';

type Choice = { readonly formCode: string; readonly instrumentVersionId: string | null };

/** What a call may be in: read before it is locked, so that no second connection is waited for meanwhile. */
export type OfferedVersions = { readonly newest: InstrumentVersion; readonly answerable: readonly InstrumentVersion[] };

export async function offeredVersions({ published }: Context): Promise<OfferedVersions> {
  return { newest: await published.currentInstrumentVersion(), answerable: await published.answerableVersions() };
}

/** The chosen version as long as it may be answered, or the newest one; undefined for one that may not. */
export const chosenVersion = (
  { newest, answerable }: OfferedVersions,
  chosen: string | null,
): InstrumentVersion | undefined =>
  chosen === null ? newest : answerable.find(({ instrumentVersionId }) => instrumentVersionId === chosen);

export const hasForm = ({ definition }: InstrumentVersion, formCode: string): boolean =>
  definition.structure.forms.some(({ code }) => code === formCode);

/** Refuses, at the field, a version that may not be answered, and a form that the version does not have. */
export function versionOf(offered: OfferedVersions, { formCode, instrumentVersionId }: Choice): string {
  const refuse = (field: string, code: string) =>
    new DomainError('invalid-request', { fields: [{ path: `body/${field}`, code }] });
  const version = chosenVersion(offered, instrumentVersionId);
  if (version === undefined) throw refuse('instrumentVersionId', 'unknown-version');
  if (!hasForm(version, formCode)) throw refuse('formCode', 'unknown-form');
  return version.instrumentVersionId;
}

/** How long the form takes in the version; 0 where it is not there. */
export const minutesIn = ({ definition }: InstrumentVersion, formCode: string): number =>
  indexStructure(definition.structure).forms.get(formCode)?.minutes ?? 0;

/** The same of a choice, also of a version that is not offered any more. */
export async function minutesOf({ published }: Context, { formCode, instrumentVersionId }: Choice): Promise<number> {
  const version =
    instrumentVersionId === null
      ? await published.currentInstrumentVersion()
      : await published.findInstrumentVersion(instrumentVersionId);
  return version === undefined ? 0 : minutesIn(version, formCode);
}
