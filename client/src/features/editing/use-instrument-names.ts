import type { Definition } from '#shared/domain/instrument/definition.ts';
import { formTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useHeadFieldWords } from './use-head-field-words.ts';
import { useItemFieldWords } from './use-item-field-words.ts';

/** What the instrument itself calls its levels, bands and forms, in the reader's language; a code where it has no name. */
export function useInstrumentNames(definition: Definition | undefined) {
  const language = useLanguage();
  const item = useItemFieldWords();
  const head = useHeadFieldWords();
  const named = (key: string) => definition?.texts[language][key];
  return {
    level: (level: number) => item.level(level, named(scaleTextKeys.level(level))),
    band: (band: string) => head.band(named(scaleTextKeys.band(band)) ?? band),
    part: (part: string) => head.part(named(scaleTextKeys.part(part)) ?? part),
    /** Several that are answered as one are joined as their codes are. */
    form: (form: string) => {
      const names = form.split('+').map((code) => named(formTextKeys.name(code)) ?? code);
      return names.join(' + ');
    },
    /** With its number: "2 Delvis gemensamt". */
    stage: (stagedLevel: string, stage: number) =>
      [stage, named(scaleTextKeys.stageName(stagedLevel, stage))].filter((word) => word !== undefined).join(' '),
  };
}
