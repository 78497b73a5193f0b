import { type Attacked, attackTree, type Possible } from './attack.ts';
import type { CountTree, Partition, ShownTree } from './count-tree.ts';
import type { Protection } from './protection.ts';
import { roundTo } from './rounding.ts';

type Rules = Pick<Protection, 'fewestFirms' | 'roundTo'>;
type Kind = Partition['kind'];

/** Under what is hidden everything is. */
function show(tree: CountTree, hidden: ReadonlySet<CountTree>, rules: Rules, isWithin = false): ShownTree {
  const isHidden = isWithin || hidden.has(tree) || tree.firms < rules.fewestFirms;
  return {
    shown: isHidden ? null : roundTo(tree.count, rules.roundTo),
    partitions: (tree.partitions ?? []).map(({ code, kind, parts }) => ({
      code,
      kind,
      parts: parts.map((part) => ({ code: part.code, ...show(part, hidden, rules, isHidden) })),
    })),
  };
}

/**
 * What a hidden count must still be able to be. Of an attribute half of the numbers that are too small to show, none
 * included: nobody can say that there is such a firm, nor that there is only one. Of a year more than one number: it
 * may be seen that there was something, and never how much.
 */
export function isSafe({ lowest, highest }: Possible, kind: Kind, { fewestFirms }: Rules): boolean {
  return kind === 'time' ? highest > lowest : lowest === 0 && highest >= (fewestFirms - 1) / 2;
}

type Shown = { readonly tree: CountTree; readonly shown: ShownTree; readonly attacked: Attacked };

function withParts({ tree, shown, attacked }: Shown, place: number): Shown[] {
  const shownParts = shown.partitions[place]?.parts ?? [];
  const attackedParts = attacked.partitions[place]?.parts ?? [];
  return (tree.partitions?.[place]?.parts ?? []).map((part, index) => ({
    tree: part,
    shown: shownParts[index] as ShownTree,
    attacked: attackedParts[index] as Attacked,
  }));
}

/**
 * Whether the parts of a partition that is hidden as a whole can be told by whoever takes them all to be small. Where
 * one is not, that takes them for what they are not.
 */
function isToldAsSmall({ possible }: Attacked, parts: readonly Shown[], kind: Kind, rules: Rules): boolean {
  const most = rules.fewestFirms - 1;
  if (parts.length === 0 || parts.some(({ tree }) => tree.firms > most)) return false;
  const lowest = Math.max(0, possible.lowest - (parts.length - 1) * most);
  return !isSafe({ lowest, highest: Math.min(most, possible.highest) }, kind, rules);
}

/** What to hide next, all at once; `whole` when it is what the partitions are of. */
type Next = readonly CountTree[] | 'whole' | undefined;

function nextIn(parts: readonly Shown[], rules: Rules): Next {
  const next = parts.map((part) => nextToHide(part, rules)).find((found) => found !== undefined);
  return next === 'whole' ? parts.map(({ tree }) => tree) : next;
}

/** Takes the first partition in which a hidden part can be told. */
function nextToHide(whole: Shown, rules: Rules): Next {
  if (whole.shown.shown === null) return undefined;
  for (const [place, { kind }] of (whole.tree.partitions ?? []).entries()) {
    const parts = withParts(whole, place);
    if (parts.every(({ shown }) => shown.shown === null)) {
      if (isToldAsSmall(whole.attacked, parts, kind, rules)) return 'whole';
      continue;
    }
    const isTold = parts.some(({ shown, attacked }) => shown.shown === null && !isSafe(attacked.possible, kind, rules));
    const next = isTold ? parts.map(({ tree }) => tree) : nextIn(parts, rules);
    if (next !== undefined) return next;
  }
  return undefined;
}

/**
 * The tree as it may be shown. Counts with too few firms behind them are hidden, empty ones with them, so that the two
 * look alike. A partition in which what is shown would tell a hidden part is hidden as a whole: were only some parts
 * taken with it, whoever knows how they are chosen could work backwards. Where even that tells, what the partition is
 * of is hidden. What is left is rounded.
 */
export function protectTree(tree: CountTree, rules: Rules): ShownTree {
  const hidden = new Set<CountTree>();
  for (;;) {
    const shown = show(tree, hidden, rules);
    const next = nextToHide({ tree, shown, attacked: attackTree(shown, rules) }, rules);
    if (next === undefined) return shown;
    for (const part of next === 'whole' ? [tree] : next) hidden.add(part);
  }
}
