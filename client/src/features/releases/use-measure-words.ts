import { useLingui } from '@lingui/react/macro';
import type { Part } from '#shared/domain/instrument/definition.ts';
import { dimensionTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useFormWords } from '../../lib/use-form-words.ts';
import type { MeasureTexts } from './api.ts';

export const measureParts: readonly Part[] = ['digital', 'process', 'module'];

/** What is measured, in the words of the published questionnaire. */
export function useMeasureWords({ form, instrumentVersionId }: MeasureTexts) {
  const { t } = useLingui();
  const { structure, texts } = useFormWords(form, instrumentVersionId);
  const level = (at: number): string => texts[scaleTextKeys.level(at)] ?? String(at);
  return {
    /** One that the questionnaire does not have any more is called by its code. */
    measure: (code: string): string => texts[dimensionTextKeys.name(code)] ?? code,
    part: (part: Part): string => texts[scaleTextKeys.part(part)] ?? part,
    partOf: (code: string): Part => structure.dimensions.find((dimension) => dimension.code === code)?.part ?? 'module',
    level,
    classes: [0, 1, 2, 3, 4].map(level),
    coarse: [t`${level(0)} or ${level(1)}`, level(2), t`${level(3)} or ${level(4)}`],
  };
}
export type MeasureWords = ReturnType<typeof useMeasureWords>;
