import { dimensionTextKeys } from '../instrument/text-keys.ts';
import { describeRouting, withoutOwnAffairs } from '../routing/describe-routing.ts';
import { orderByChoice } from '../routing/support-choices.ts';
import type { Report } from './report.ts';
import { type ReportSource, wordsOf } from './report-source.ts';

type Suggestions = ReturnType<typeof describeRouting>['suggestions'];

function choicesOf(source: ReportSource, suggestions: Suggestions): Report['choices'] {
  if (source.choices === null) return null;
  const { order, declined, asks } = source.choices;
  return {
    isReordered: order.length > 0,
    declined: declined.flatMap(({ packageCode, reason, note }) =>
      suggestions
        .filter((each) => each.packageCode === packageCode)
        .map(({ packageName, providerName }) => ({
          ...{ packageCode, reason, note },
          name: packageName,
          provider: providerName,
        })),
    ),
    asks: asks.map(({ dimension, words }) => ({
      ...{ dimension, words },
      name: wordsOf(source, dimensionTextKeys.name(dimension)),
    })),
  };
}

export function supportOf(
  source: ReportSource,
): Pick<Report, 'notices' | 'suggestions' | 'choices' | 'runnerUp' | 'waiting' | 'gaps'> {
  const { routing, catalogue, definition, viewers, choices } = source;
  const readable = viewers === null ? withoutOwnAffairs(routing) : routing;
  const { notices, suggestions, runnerUp, postponed, gaps } = describeRouting(readable, {
    catalogue,
    texts: definition.texts,
  });
  const isConfirmed = (code: string) =>
    catalogue.providers.find((each) => each.code === code)?.confirmation === 'confirmed';
  const shown = choices === null ? suggestions : orderByChoice(suggestions, choices);
  return {
    suggestions: shown.map(({ packageCode, packageName, summary, providerCode, providerName, reasons }) => ({
      ...{ packageCode, summary, reasons },
      name: packageName,
      provider: providerName,
      isProviderConfirmed: isConfirmed(providerCode),
    })),
    choices: choicesOf(source, suggestions),
    runnerUp: runnerUp && {
      name: runnerUp.packageName,
      provider: runnerUp.providerName,
      against: runnerUp.againstName,
      parts: runnerUp.parts,
      reasons: runnerUp.reasons,
    },
    notices: notices.map(({ text }) => text),
    waiting: postponed.map(({ packageName, reason }) => ({ name: packageName, reason })),
    gaps: gaps.map(({ text }) => text),
  };
}
