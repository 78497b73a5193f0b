import type { InstrumentVersion } from '../../platform/content/published-content.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';

type Choice = { readonly formCode: string; readonly instrumentVersionId: string | null };

/** The chosen version as long as it may be answered, or the newest one; undefined for one that may not. */
export async function findChosenVersion(
  { published }: Context,
  instrumentVersionId: string | null,
): Promise<InstrumentVersion | undefined> {
  if (instrumentVersionId === null) return published.currentInstrumentVersion();
  return (await published.answerableVersions()).find((each) => each.instrumentVersionId === instrumentVersionId);
}

export const hasForm = ({ definition }: InstrumentVersion, formCode: string): boolean =>
  definition.structure.forms.some(({ code }) => code === formCode);

/** Refuses, at the field, a version that may not be answered, and a form that the version does not have. */
export async function versionOf(context: Context, { formCode, instrumentVersionId }: Choice): Promise<string> {
  const refuse = (field: string, code: string) =>
    new DomainError('invalid-request', { fields: [{ path: `body/${field}`, code }] });
  const version = await findChosenVersion(context, instrumentVersionId);
  if (version === undefined) throw refuse('instrumentVersionId', 'unknown-version');
  if (!hasForm(version, formCode)) throw refuse('formCode', 'unknown-form');
  return version.instrumentVersionId;
}

/** How long the form takes in the version; 0 where it is not there. */
export async function minutesOf(context: Context, { formCode, instrumentVersionId }: Choice): Promise<number> {
  const version = await findChosenVersion(context, instrumentVersionId);
  return version?.definition.structure.forms.find(({ code }) => code === formCode)?.minutes ?? 0;
}
