import { dimensionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';

/** The areas of the questionnaire in use, in its order. */
export async function listDimensions({ published }: Context): Promise<{ code: string; name: LocalisedText }[]> {
  const { definition } = await published.currentInstrumentVersion();
  const { structure, texts } = definition;
  return structure.dimensions.map(({ code }) => {
    const key = dimensionTextKeys.name(code);
    return { code, name: { sv: texts.sv[key] ?? code, en: texts.en[key] ?? code } };
  });
}
