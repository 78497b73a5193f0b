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
  if (version?.definition.structure.forms.some(({ code }) => code === wanted.formCode) !== true) {
    throw new DomainError('not-found');
  }
  return viewForm(version.definition, wanted.formCode, wanted.language);
}
