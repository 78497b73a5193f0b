import type * as z from 'zod/mini';
import type { siteSchema } from '#shared/contracts/site.ts';
import type { Definition, Form } from '#shared/domain/instrument/definition.ts';
import { formTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';

function textOf(definition: Definition, key: string): LocalisedText {
  return { sv: definition.texts.sv[key] ?? '', en: definition.texts.en[key] ?? '' };
}

function countScoredItems(definition: Definition, form: Form): number {
  const asked = new Set(form.sections.flatMap(({ steps }) => steps.flatMap(({ items }) => items)));
  return definition.structure.items.filter((item) => item.purpose === 'score' && asked.has(item.code)).length;
}

export async function describeSite(context: Context): Promise<z.input<typeof siteSchema>> {
  const { instrumentVersionId, definition } = await context.published.currentInstrumentVersion();
  const { minimumShareAnswered, bands } = definition.structure.scoring;
  return {
    isDemo: context.config.isDemo,
    instrumentVersionId,
    forms: definition.structure.forms.map((form) => ({
      code: form.code,
      minutes: form.minutes,
      scoredItems: countScoredItems(definition, form),
      name: textOf(definition, formTextKeys.name(form.code)),
      about: textOf(definition, formTextKeys.about(form.code)),
    })),
    scoring: {
      minimumShareAnswered,
      bands: bands.map(({ code, from }) => ({ code, from, name: textOf(definition, scaleTextKeys.band(code)) })),
    },
  };
}
