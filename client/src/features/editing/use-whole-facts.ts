import { useLingui } from '@lingui/react/macro';
import type { ScoringRules } from '#shared/domain/instrument/definition.ts';
import type { InstrumentSource } from '#shared/domain/instrument/source.ts';
import { typedNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useEditing } from './draft-context.tsx';
import { perCentOf } from './scoring-values.ts';
import { useChangeWords } from './use-change-words.ts';
import { useHeadFieldWords } from './use-head-field-words.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import type { Fact } from './use-item-facts.ts';
import { useScoringFieldWords } from './use-scoring-field-words.ts';
import { joinWords } from './use-text-words.ts';

/** The scoring rules, as their fields show them. */
export function useScoringFacts(): (rules: ScoringRules) => Fact[] {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useScoringFieldWords();
  const changes = useChangeWords();
  const names = useInstrumentNames(useEditing().definition);
  const figure = (value: number) => typedNumber(value, language);
  return ({ version, ladderPoints, bands, minimumShareAnswered, stagedLevels, gaps }) => {
    const share = figure(perCentOf(minimumShareAnswered));
    return [
      ['version', words.version, version],
      ...ladderPoints.map(
        (points, level): Fact => [
          `ladderPoints.${level}`,
          joinWords(words.ladderPoints, names.level(level)),
          figure(points),
        ],
      ),
      ...bands.map(({ code, from }): Fact => [`bands.${code}`, joinWords(words.bands, names.band(code)), figure(from)]),
      ['minimumShareAnswered', words.minimumShareAnswered, t`${share} per cent`],
      ...stagedLevels.flatMap(({ code, stages }) =>
        stages.map(({ stage, requires }): Fact => {
          const practices = requires.map(({ item, atLeast }) => t`${item} at least ${figure(atLeast)}`);
          return [
            `stages.${code}.${stage}`,
            joinWords(words.practices, names.stage(code, stage)),
            practices.join(', '),
          ];
        }),
      ),
      ['gaps', changes.scoring.gaps, gaps.map(({ from, to }) => `${from} – ${to}`).join(', ')],
    ];
  };
}

/** Length and areas of every form, as their fields show them. */
export function useFormFacts(): (forms: InstrumentSource['forms']) => Fact[] {
  const language = useLanguage();
  const words = useHeadFieldWords();
  const names = useInstrumentNames(useEditing().definition);
  return (forms) =>
    forms.flatMap(({ code, minutes, sections }): Fact[] => {
      const form = words.form(names.form(code));
      return [
        [`${code}.minutes`, joinWords(form, words.minutes), typedNumber(minutes, language)],
        [`${code}.sections`, joinWords(form, words.sections), sections.join(', ')],
      ];
    });
}
