import { useLingui } from '@lingui/react/macro';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { draftPath } from './issue-place.ts';
import { useHeadFieldWords } from './use-head-field-words.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useItemFieldWords } from './use-item-field-words.ts';
import { useScoringFieldWords } from './use-scoring-field-words.ts';
import { joinWords, useTextWords } from './use-text-words.ts';
import { useWholeWords } from './use-whole-words.ts';

const bandPath = /^([A-Z]{1,3}[0-9]{1,2})\.bands\.([^.]+)$/;

/** What follows the stroke is a place in a question; other places, such as those of the routing, are in no draft. */
const sectionOrItem = /^[A-Z]/;

type Names = ReturnType<typeof useInstrumentNames>;

/** Places under `forms/` and `scoring/`. */
function useWholePathWords(names: Names) {
  const whole = useWholeWords();
  const head = useHeadFieldWords();
  const scoring = useScoringFieldWords();
  return (path: string): string | undefined => {
    const [first, part, code] = path.split('/');
    if (first === 'forms' && part !== undefined) return joinWords(head.form(names.form(part)), code);
    if (first !== 'scoring') return undefined;
    if (part === 'stagedLevels') return joinWords(whole.scoring, whole.stages);
    if (part !== 'bands') return whole.scoring;
    return joinWords(whole.scoring, code === undefined ? scoring.bands : names.band(code));
  };
}

/** Where an issue is, in the reader's language: the code of the question, and what its field is called. */
export function usePathWords(definition: Definition): (path: string) => string {
  const { t } = useLingui();
  const texts = useTextWords(definition);
  const item = useItemFieldWords();
  const names = useInstrumentNames(definition);
  const ofWhole = useWholePathWords(names);
  const ofItem: Readonly<Record<string, string>> = { appliesWhen: item.appliesWhen, levels: item.levels };
  return (found) => {
    const path = draftPath(definition, found);
    if (path === '') return t`The draft`;
    const [, section, band] = bandPath.exec(path) ?? [];
    if (section !== undefined && band !== undefined) return joinWords(section, names.band(band));
    const whole = ofWhole(path);
    if (whole !== undefined) return whole;
    const [code = '', part] = path.split('/');
    if (part === undefined) return texts.name(code);
    if (!sectionOrItem.test(code)) return t`The draft`;
    return joinWords(texts.question(code), ofItem[part] ?? item.choiceByCode(part));
  };
}
