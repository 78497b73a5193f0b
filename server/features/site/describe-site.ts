import type * as z from 'zod/mini';
import type { siteSchema } from '#shared/contracts/site.ts';
import { countScoredItems } from '#shared/domain/instrument/index-structure.ts';
import { formTextKeys, scaleTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Context } from '../../platform/context.ts';

export async function describeSite(context: Context): Promise<z.input<typeof siteSchema>> {
  const { instrumentVersionId, definition } = await context.published.currentInstrumentVersion();
  const { structure, texts } = definition;
  const { minimumShareAnswered, bands } = structure.scoring;
  return {
    isDemo: context.config.isDemo,
    hasDemoPeople: context.config.hasDemoPeople,
    instrumentVersionId,
    forms: structure.forms.map((form) => ({
      code: form.code,
      minutes: form.minutes,
      scoredItems: countScoredItems(structure, form.code),
      name: textOf(texts, formTextKeys.name(form.code)),
      about: textOf(texts, formTextKeys.about(form.code)),
    })),
    scoring: {
      minimumShareAnswered,
      bands: bands.map(({ code, from }) => ({ code, from, name: textOf(texts, scaleTextKeys.band(code)) })),
    },
  };
}
