import type { Texts } from '../instrument/definition.ts';
import { dimensionTextKeys } from '../instrument/text-keys.ts';
import type { Language, LocalisedText } from '../language.ts';
import { civilDayInWords } from '../wording/day-in-words.ts';
import type { Catalogue } from './catalogue.ts';
import { renderEvidence } from './render-evidence.ts';
import type { RenderContext } from './render-words.ts';
import { fillTemplate, formatNumber, joinWords, wordsOf } from './render-words.ts';
import type { Component, Reason, ReasonParam } from './routing.ts';
import { routingTextKeys } from './routing-text-keys.ts';

/**
 * Says a reason in one language. `texts` are the instrument's words in that same language. A text that the catalogue
 * or the instrument lacks shows as its code, never as an empty place.
 */
export function renderReason(reason: Reason, catalogue: Catalogue, texts: Texts, language: Language): string {
  const context = { catalogue, texts, language };
  const rendered = Object.entries(reason.params).map(([name, param]) => [name, renderParam(param, context)] as const);
  return fillTemplate(wordsOf(routingTextKeys.reason(reason.code), context), Object.fromEntries(rendered));
}

/** Name of one part of a suggestion's rank; a rule's part carries the rule's name. */
export function renderComponentName(
  component: Pick<Component, 'code' | 'ruleId'>,
  catalogue: Catalogue,
  language: Language,
): string {
  const rule = catalogue.rules.find(({ id }) => id === component.ruleId);
  const name = wordsOf(routingTextKeys.component(component.code), { catalogue, texts: {}, language });
  return fillTemplate(name, { rule: rule?.name[language] ?? component.ruleId ?? '' });
}

function renderParam(param: ReasonParam, context: RenderContext): string {
  const { catalogue, texts, language } = context;
  switch (param.kind) {
    case 'number':
      return formatNumber(param.value, param.decimals, language);
    case 'dimensions':
      return joinWords(
        param.codes.map((code) => texts[dimensionTextKeys.name(code)] ?? code),
        context,
      );
    case 'evidence':
      return joinWords(
        param.evidence.map((evidence) => renderEvidence(evidence, context)),
        context,
      );
    case 'provider':
      return nameOf(catalogue.providers, param.code, language);
    case 'package':
      return nameOf(catalogue.packages, param.code, language);
    case 'counties':
      return joinWords(
        param.codes.map((code) => wordsOf(routingTextKeys.county(code), context)),
        context,
      );
    case 'branch':
      return wordsOf(routingTextKeys.branch(param.code), context);
    case 'component':
      return renderComponentName(param, catalogue, language);
    case 'day':
      return civilDayInWords(param.day, language);
    case 'size':
      return wordsOf(routingTextKeys.size(param.code), context);
    case 'text':
      return findText(param, catalogue)?.[language] ?? param.code;
    case 'branch-provider-why':
      return findBranchWhy(param, catalogue)?.[language] ?? param.provider;
  }
}

type Named = { readonly code: string; readonly name: LocalisedText };

const nameOf = (list: readonly Named[], code: string, language: Language): string =>
  list.find((one) => one.code === code)?.name[language] ?? code;

function findText(
  { of, code }: Extract<ReasonParam, { kind: 'text' }>,
  catalogue: Catalogue,
): LocalisedText | undefined {
  const found = catalogue.packages.find((one) => one.code === code);
  switch (of) {
    case 'rule-why':
      return catalogue.rules.find(({ id }) => id === code)?.why;
    case 'provider-reason':
      return found?.providerReason;
    case 'criteria-why':
      return found?.criteria?.why;
    case 'comes-after-why':
      return found?.comesAfter?.why;
    case 'attachment':
      return catalogue.attachments.find((one) => one.code === code)?.text;
    case 'notice':
      return catalogue.notices.find((one) => one.code === code)?.text;
    case 'conflict-why':
      return catalogue.conflicts?.find((each) => each.code === code)?.why;
    case 'declared-gap':
      return catalogue.declaredGaps.find((gap) => gap.dimension === code)?.text;
  }
}

const findBranchWhy = (
  { branch, provider }: Extract<ReasonParam, { kind: 'branch-provider-why' }>,
  { branchProviders }: Catalogue,
): LocalisedText | undefined =>
  branchProviders.find((each) => each.branch === branch)?.providers.find((each) => each.provider === provider)?.why;
