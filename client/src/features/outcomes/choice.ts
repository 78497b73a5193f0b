import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';

/** What the address says is looked at; what there is not is left out. */
export type Choice = {
  /** A calendar year, or null for everything since the start. */
  readonly year: number | null;
  readonly packageCode: string | null;
  readonly ruleId: string | null;
};

type Known = Pick<RuleOutcomesDocument, 'years' | 'packages' | 'rules'>;

export function readChoice(parameters: URLSearchParams, { years, packages, rules }: Known): Choice {
  return {
    year: years.find((year) => String(year) === parameters.get('period')) ?? null,
    packageCode: packages.find(({ code }) => code === parameters.get('package'))?.code ?? null,
    ruleId: rules.find(({ id }) => id === parameters.get('rule'))?.id ?? null,
  };
}

/** Whether the address asks for a period, a package or a rule that is not here. */
export function isAskingForUnknown(parameters: URLSearchParams, known: Known): boolean {
  const { year, packageCode, ruleId } = readChoice(parameters, known);
  const read = { period: year, package: packageCode, rule: ruleId };
  return Object.entries(read).some(([name, value]) => value === null && (parameters.get(name) ?? '') !== '');
}

/** The part after `?`; empty for everything. */
export function writeChoice({ year, packageCode, ruleId }: Choice): string {
  const parameters = new URLSearchParams();
  if (year !== null) parameters.set('period', String(year));
  if (packageCode !== null) parameters.set('package', packageCode);
  if (ruleId !== null) parameters.set('rule', ruleId);
  return parameters.size === 0 ? '' : `?${parameters}`;
}
