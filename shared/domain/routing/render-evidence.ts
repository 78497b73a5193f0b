import { dimensionTextKeys } from '../instrument/text-keys.ts';
import type { RenderContext } from './render-words.ts';
import { fillTemplate, formatNumber, joinWords, wordsOf } from './render-words.ts';
import type { Evidence } from './routing.ts';
import { routingTextKeys } from './routing-text-keys.ts';

/** Says one fact that a rule rests on, as a part of a sentence. */
export function renderEvidence(evidence: Evidence, context: RenderContext): string {
  return fillTemplate(wordsOf(routingTextKeys.evidence(evidence.fact), context), evidenceWords(evidence, context));
}

function evidenceWords(evidence: Evidence, context: RenderContext): Record<string, string> {
  const { language } = context;
  const names = (codes: readonly string[]): string =>
    joinWords(
      codes.map((code) => dimensionName(code, context)),
      context,
    );
  switch (evidence.fact) {
    case 'item':
      return { question: questionOf(evidence, context), points: formatPoints(evidence.points, context) };
    case 'dimension':
      return {
        dimension: dimensionName(evidence.dimension, context),
        level: formatNumber(evidence.level, 1, language),
      };
    case 'mean':
      return { dimensions: names(evidence.dimensions), level: formatNumber(evidence.level, 1, language) };
    case 'every':
      return { level: formatNumber(evidence.lowest, 1, language) };
    case 'importance':
      return {
        dimension: dimensionName(evidence.dimension, context),
        importance: formatPoints(evidence.importance, context),
      };
    case 'wish':
      return {
        dimension: dimensionName(evidence.dimension, context),
        wish: wordsOf(routingTextKeys.wish(evidence.wish), context),
      };
    case 'gap':
      return { gap: wordsOf(routingTextKeys.gap(evidence.gap), context), steps: String(evidence.steps) };
    case 'flag':
      return { statement: wordsOf(routingTextKeys.flag(evidence.flag, evidence.value), context) };
    case 'number':
      return {
        statement: fillTemplate(wordsOf(routingTextKeys.number(evidence.number), context), {
          value: formatPoints(evidence.value, context),
        }),
      };
    case 'profile':
      return { statement: wordsOf(profileKey(evidence), context) };
    case 'shared-need':
      return { dimensions: names(evidence.dimensions), firms: String(evidence.firms) };
  }
}

const dimensionName = (code: string, { texts }: RenderContext): string => texts[dimensionTextKeys.name(code)] ?? code;

/** Whole numbers without decimals, the rest with one. */
const formatPoints = (value: number, { language }: RenderContext): string =>
  formatNumber(value, Number.isInteger(value) ? 0 : 1, language);

function questionOf(
  { item, isSubcontractorWording }: Extract<Evidence, { fact: 'item' }>,
  { texts }: RenderContext,
): string {
  const own = isSubcontractorWording ? texts[`${item}.subcontractor`] : undefined;
  return own ?? texts[`${item}.question`] ?? item;
}

function profileKey({ field, value }: Extract<Evidence, { fact: 'profile' }>): string {
  const keys = {
    sizeClass: routingTextKeys.size,
    branch: routingTextKeys.branch,
    chainRole: routingTextKeys.chainRole,
  };
  return keys[field](value);
}
