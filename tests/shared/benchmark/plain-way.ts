import { type Attack, faultsOf, type Target } from '#shared/domain/benchmark/attack.ts';
import { attackClasses } from '#shared/domain/benchmark/attack-classes.ts';
import { attackFirms } from '#shared/domain/benchmark/attack-firms.ts';
import { attackValues } from '#shared/domain/benchmark/attack-values.ts';
import type { Group } from '#shared/domain/benchmark/frame.ts';
import type { Material } from '#shared/domain/benchmark/material.ts';
import { finenessOf, primaryReasonsOf } from '#shared/domain/benchmark/primary.ts';
import { costsOf, type Pattern, tooNear } from '#shared/domain/benchmark/protect.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';
import { writeModel } from '#shared/domain/linear-program/model.ts';
import type { Asking, LinearSolver } from '#shared/domain/linear-program/solver.ts';

type Hidden = ReadonlySet<number>;
type With = { readonly rules: DisclosureRules; readonly solver: LinearSolver };

function bind(asking: Asking, { model, rowGroups }: Attack, hidden: Hidden): void {
  for (const [row, group] of rowGroups.entries()) {
    const isOpen = group !== undefined && hidden.has(group);
    const { lower = 0, upper = 0 } = model.rows[row] ?? {};
    asking.boundRow(row, isOpen ? Number.NEGATIVE_INFINITY : lower, isOpen ? Number.POSITIVE_INFINITY : upper);
  }
}

/** Targets that can be worked out: both ends of each asked for, in whole numbers, and nothing taken over from another. */
export function plainFindings(attack: Attack, hidden: Hidden, solver: LinearSolver): Target[] {
  if (attack.targets.length === 0) return [];
  return solver.askWhole(attack.model, (asking) => {
    bind(asking, attack, hidden);
    return attack.targets.filter(
      ({ sum, demand }) => faultsOf(demand, asking.least(sum).value, asking.most(sum).value).length > 0,
    );
  });
}

/** The shown groups without any one of which the target could not be worked out. */
function heldBy(attack: Attack, target: Target, hidden: Hidden, solver: LinearSolver): number[] {
  const gone = new Set(hidden);
  const shown = new Set(attack.rowGroups.filter((group) => group !== undefined && !hidden.has(group)));
  for (const group of shown) {
    if (group === undefined) continue;
    gone.add(group);
    if (plainFindings({ ...attack, targets: [target] }, gone, solver).length === 0) gone.delete(group);
  }
  return [...shown].flatMap((group) => (group === undefined || gone.has(group) ? [] : [group]));
}

function cheapest(sets: readonly (readonly number[])[], costs: readonly number[], solver: LinearSolver): number[] {
  const writer = writeModel();
  for (const gain of costs) writer.column({ gain, upper: 1, isInteger: true });
  for (const set of sets)
    writer.row(
      1,
      set.length,
      set.map((group) => [group, 1]),
    );
  if (sets.length === 0) return [];
  const values = solver.cheapest(writer.finish());
  return costs.flatMap((_, group) => ((values[group] ?? 0) > 0.5 ? [group] : []));
}

function hide(
  attacks: readonly Attack[],
  start: Hidden,
  { costs, pairs, solver }: { costs: readonly number[]; pairs: readonly (readonly number[])[]; solver: LinearSolver },
): Hidden {
  const sets = pairs.filter((pair) => !pair.some((group) => start.has(group)));
  for (;;) {
    const hidden = new Set([...start, ...cheapest(sets, costs, solver)]);
    const found = attacks.flatMap((attack) =>
      plainFindings(attack, hidden, solver).map((target) => heldBy(attack, target, hidden, solver)),
    );
    if (found.length === 0) return hidden;
    sets.push(...found);
  }
}

/** What is hidden by the cheapest choice, with no short cut anywhere. */
export function plainHidden(
  groups: readonly Group[],
  material: Material,
  { rules, solver }: With,
): { readonly groups: Hidden; readonly distributions: Hidden } {
  const reasons = primaryReasonsOf(groups, material, rules);
  const costs = costsOf(groups, material, rules);
  const firms = attackFirms(groups, material, reasons, rules);
  const attacks = material.measure.hasMean ? [firms, attackValues(groups, material, reasons, rules)] : [firms];
  const start = new Set(groups.keys().filter((at) => reasons[at] !== null));
  const hidden = hide(attacks, start, { costs, pairs: tooNear(groups, material, rules), solver });
  const fineness = finenessOf(groups, material, rules).map((each, at) => (hidden.has(at) ? ('hidden' as const) : each));
  const classes = attackClasses(groups, material, { fineness, reasons }, rules);
  const unshown = new Set(groups.keys().filter((at) => fineness[at] === 'hidden'));
  return { groups: hidden, distributions: hide([classes], unshown, { costs, pairs: [], solver }) };
}

/** All that can be worked out from a pattern, by what is attacked and what it is about. */
export function plainAudit(
  groups: readonly Group[],
  material: Material,
  { reasons, fineness }: Pattern,
  { rules, solver }: With,
): string[] {
  const primary = primaryReasonsOf(groups, material, rules);
  const hidden = new Set(groups.keys().filter((at) => reasons[at] !== null));
  const unshown = new Set(groups.keys().filter((at) => fineness[at] === 'hidden'));
  const firms = attackFirms(groups, material, primary, rules);
  const classes = attackClasses(groups, material, { fineness, reasons: primary }, rules);
  const attacks: [Attack, Hidden][] = [
    [firms, hidden],
    ...(material.measure.hasMean
      ? [[attackValues(groups, material, primary, rules), hidden] satisfies [Attack, Hidden]]
      : []),
    [classes, unshown],
  ];
  return attacks
    .flatMap(([attack, unseen]) => plainFindings(attack, unseen, solver).map((target) => nameOf(attack.kind, target)))
    .sort();
}

export const nameOf = (kind: string, { about, sum }: Target): string =>
  `${kind} ${JSON.stringify(about)} ${sum.map(([column]) => column)}`;
