import type { Definition } from '../instrument/definition.ts';
import type { LocalisedText } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import { compareParts } from './compare-parts.ts';
import { crossReadings } from './cross-readings.ts';
import { nameOf } from './name-of.ts';
import { renderComponentName, renderReason } from './render-reason.ts';
import type { Component, Reason, Routing, RunnerUp, Suggestion } from './routing.ts';

/** The catalogue and the version that a routing was made with, which name everything in it. */
export type RoutingSources = { readonly catalogue: Catalogue; readonly texts: Definition['texts'] };

/**
 * A routing as people read it: every code with its name, every reason in both languages. What the catalogue lacks shows
 * as its code, as in `renderReason`.
 */
export function describeRouting(routing: Routing, sources: RoutingSources) {
  const render = (reason: Reason) => renderBoth(reason, sources);
  return {
    readings: crossReadings(routing, sources),
    notices: routing.notices.map(({ code, reason }) => ({ code, text: render(reason) })),
    suggestions: routing.suggestions.map((suggestion) => describeSuggestion(suggestion, sources)),
    postponed: routing.postponed.map(({ packageCode, reason }) => ({
      packageCode,
      packageName: nameOf(sources.catalogue.packages, packageCode),
      reason: render(reason),
    })),
    runnerUp: routing.runnerUp == null ? null : describeRunnerUp(routing.runnerUp, routing.suggestions, sources),
    gaps: routing.gaps.map(({ dimension, reason }) => ({ dimension, text: render(reason) })),
  };
}

/**
 * A routing as others than the firm may read it: without what waits for something else that the firm is in. Where a
 * conflict is of two packages, that would tell which one it is in, maybe at another provider.
 */
export function withoutOwnAffairs(routing: Routing): Routing {
  return { ...routing, postponed: routing.postponed.filter(({ reason }) => reason.code !== 'not-beside-under-way') };
}

function renderBoth(reason: Reason, { catalogue, texts }: RoutingSources): LocalisedText {
  return {
    sv: renderReason(reason, catalogue, texts.sv, 'sv'),
    en: renderReason(reason, catalogue, texts.en, 'en'),
  };
}

function describeSuggestion(suggestion: Suggestion, sources: RoutingSources) {
  const { packages, providers, steps } = sources.catalogue;
  const chosen = packages.find(({ code }) => code === suggestion.packageCode);
  const packageName = nameOf(packages, suggestion.packageCode);
  return {
    rank: suggestion.rank,
    packageCode: suggestion.packageCode,
    packageName,
    summary: chosen?.summary ?? packageName,
    providerCode: suggestion.providerCode,
    providerName: nameOf(providers, suggestion.providerCode),
    dimensions: [...suggestion.dimensions],
    reasons: suggestion.reasons.map((reason) => renderBoth(reason, sources)),
    components: suggestion.components.map((component) => describeComponent(component, sources.catalogue)),
    total: suggestion.total,
    steps: suggestion.steps.map((code) => ({ code, name: nameOf(steps, code) })),
    greenStatement: chosen?.greenStatement ?? packageName,
    crossCounty: suggestion.crossCounty === null ? null : renderBoth(suggestion.crossCounty.reason, sources),
    attachments: suggestion.attachments.map(({ reason }) => renderBoth(reason, sources)),
  };
}

function describeRunnerUp(runnerUp: RunnerUp, suggestions: readonly Suggestion[], sources: RoutingSources) {
  const { packages, providers } = sources.catalogue;
  const packageName = nameOf(packages, runnerUp.packageCode);
  const against = suggestions.find(({ packageCode }) => packageCode === runnerUp.against);
  return {
    packageCode: runnerUp.packageCode,
    packageName,
    summary: packages.find(({ code }) => code === runnerUp.packageCode)?.summary ?? packageName,
    providerName: nameOf(providers, runnerUp.providerCode),
    againstCode: runnerUp.against,
    againstName: nameOf(packages, runnerUp.against),
    parts: compareParts(runnerUp.components, against?.components ?? []).map(({ code, ruleId, own, theirs }) => ({
      name: nameComponent({ code, ruleId }, sources.catalogue),
      own,
      theirs,
    })),
    reasons: runnerUp.reasons.map((reason) => renderBoth(reason, sources)),
  };
}

function describeComponent(component: Component, catalogue: Catalogue) {
  return { code: component.code, name: nameComponent(component, catalogue), points: component.points };
}

const nameComponent = (component: Pick<Component, 'code' | 'ruleId'>, catalogue: Catalogue): LocalisedText => ({
  sv: renderComponentName(component, catalogue, 'sv'),
  en: renderComponentName(component, catalogue, 'en'),
});
