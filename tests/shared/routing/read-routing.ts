import type { Routing, Suggestion } from '#shared/domain/routing/routing.ts';

export const suggestedCodes = ({ suggestions }: Routing): string[] => suggestions.map(({ packageCode }) => packageCode);

export const firedIds = ({ firedRules }: Routing): string[] => firedRules.map(({ ruleId }) => ruleId);

export const postponedCodes = ({ postponed }: Routing): string[] => postponed.map(({ packageCode }) => packageCode);

/** Every package that routing took into account, whatever became of it. */
export const candidatesOf = ({ suggestions, postponed, considered }: Routing): string[] =>
  [...suggestions, ...postponed, ...considered].map(({ packageCode }) => packageCode).sort();

/** What goes with each suggestion. */
export const attachmentsOf = ({ suggestions }: Routing): string[][] =>
  suggestions.map(({ attachments }) => attachments.map(({ code }) => code));

export const outcomeOf = ({ considered }: Routing, packageCode: string): string | undefined =>
  considered.find((one) => one.packageCode === packageCode)?.outcome;

/** What a rule adds to the rank of a suggested package. */
export const rulePoints = ({ suggestions }: Routing, packageCode: string, ruleId: string): number | undefined =>
  suggestions
    .find((suggestion) => suggestion.packageCode === packageCode)
    ?.components.find((component) => component.ruleId === ruleId)?.points;

/** The parts of a rank that count, as `code` or `code rule`. */
export const partsOf = ({ components }: Suggestion): Record<string, number> =>
  Object.fromEntries(
    components
      .filter(({ points }) => points !== 0)
      .map(({ code, points, ruleId }) => [ruleId === null ? code : `${code} ${ruleId}`, points]),
  );
