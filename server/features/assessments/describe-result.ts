import type * as z from 'zod/mini';
import type { resultSchema } from '#shared/contracts/results.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { carriedItems, listContinuations } from '#shared/domain/instrument/continuations.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { feedbackFor } from '#shared/domain/instrument/feedback.ts';
import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import { formTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { renderComponentName, renderReason } from '#shared/domain/routing/render-reason.ts';
import type { Reason, Routing, Suggestion } from '#shared/domain/routing/routing.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { AnswerRow } from './answer-row.ts';
import { findTarget } from './continue-response.ts';
import { toAnswers } from './describe-response.ts';
import type { ResponseRow } from './response-repository.ts';

export type ResultBody = z.input<typeof resultSchema>;
/** The texts of the band each dimension reached; a dimension without a level has none. */
export function describeFeedback(
  { dimensions }: ScoreProfile,
  { sizeClass }: FirmProfile,
  { texts }: Definition,
): ResultBody['feedback'] {
  return dimensions.flatMap(({ dimension, band }) => {
    const feedback = band === null ? undefined : feedbackFor(texts, dimension, band, sizeClass);
    return feedback === undefined ? [] : [{ dimension, ...feedback }];
  });
}

/** What the firm can go on with in the newest version, and how much of what it has said comes along. */
export async function describeContinuations(
  context: Context,
  response: ResponseRow,
  rows: readonly AnswerRow[],
): Promise<ResultBody['continuations']> {
  const { structure, texts, mayCompare } = await findTarget(context, response);
  const { items } = indexStructure(structure);
  const answers = toAnswers(rows);
  return listContinuations(structure, response.formCode).map(({ addedForm, formCode, minutes, newItems }) => {
    const carried = carriedItems(structure, formCode, answers, mayCompare);
    return {
      addedForm,
      name: textOf(texts, formTextKeys.name(addedForm), addedForm),
      minutes,
      newItems,
      carriedAnswers: carried.length,
      carriedScored: carried.filter((code) => items.get(code)?.purpose === 'score').length,
    };
  });
}

type RoutingBody = Pick<ResultBody, 'notices' | 'suggestions' | 'postponed' | 'gaps'>;
type Render = (reason: Reason) => LocalisedText;

/** Every reason in both languages, named by the catalogue and the version that the routing was made with. */
export function describeRouting(routing: Routing, catalogue: Catalogue, texts: Definition['texts']): RoutingBody {
  const render: Render = (reason) => ({
    sv: renderReason(reason, catalogue, texts.sv, 'sv'),
    en: renderReason(reason, catalogue, texts.en, 'en'),
  });
  return {
    notices: routing.notices.map(({ code, reason }) => ({ code, text: render(reason) })),
    suggestions: routing.suggestions.map((suggestion) => describeSuggestion(suggestion, catalogue, render)),
    postponed: routing.postponed.map(({ packageCode, reason }) => ({
      packageCode,
      packageName: find(catalogue.packages, packageCode).name,
      reason: render(reason),
    })),
    gaps: routing.gaps.map(({ dimension, reason }) => ({ dimension, text: render(reason) })),
  };
}

function find<T extends { code: string }>(list: readonly T[], code: string): T {
  const found = list.find((entry) => entry.code === code);
  if (found === undefined) throw new DomainError('internal-error', { cause: new Error(`unknown code ${code}`) });
  return found;
}

function describeSuggestion(
  suggestion: Suggestion,
  catalogue: Catalogue,
  render: Render,
): RoutingBody['suggestions'][number] {
  const chosen = find(catalogue.packages, suggestion.packageCode);
  return {
    rank: suggestion.rank,
    packageCode: chosen.code,
    packageName: chosen.name,
    summary: chosen.summary,
    providerCode: suggestion.providerCode,
    providerName: find(catalogue.providers, suggestion.providerCode).name,
    dimensions: [...suggestion.dimensions],
    reasons: suggestion.reasons.map(render),
    components: suggestion.components.map((component) => ({
      code: component.code,
      name: {
        sv: renderComponentName(component, catalogue, 'sv'),
        en: renderComponentName(component, catalogue, 'en'),
      },
      points: component.points,
    })),
    total: suggestion.total,
    steps: suggestion.steps.map((code) => ({ code, name: find(catalogue.steps, code).name })),
    greenStatement: chosen.greenStatement,
    crossCounty: suggestion.crossCounty === null ? null : render(suggestion.crossCounty.reason),
    attachments: suggestion.attachments.map(({ reason }) => render(reason)),
  };
}
