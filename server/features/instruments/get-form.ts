import { findForm } from '#shared/domain/instrument/index-structure.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { viewForm } from '#shared/domain/instrument/view-form.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';

export async function getForm(
  context: Context,
  wanted: { instrumentVersionId: string; formCode: string; language: Language },
): Promise<FormView> {
  const version = await context.published.findInstrumentVersion(wanted.instrumentVersionId);
  if (version === undefined || findForm(version.definition.structure, wanted.formCode) === undefined) {
    throw new DomainError('not-found');
  }
  return viewForm(version.definition, wanted.formCode, wanted.language);
}
