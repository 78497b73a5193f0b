import { answerWithinWeekdays } from '../referral/answer-target.ts';
import type { Achievement, Answering, Quantile, ShownChange, ShownRows } from './achievement.ts';
import { type Attacked, attackTree } from './attack.ts';
import { isToldByGroups, showsGroups } from './attack-groups.ts';
import { type CountedFirms, countReach, countRequests, type Listed } from './count-achievement.ts';
import { type ShownTree, shownParts } from './count-tree.ts';
import { meanChange } from './mean-change.ts';
import { protectTree } from './protect-tree.ts';
import type { Protection } from './protection.ts';
import { type CountedRequest, type HeldEdition, waitOf } from './requests.ts';
import { roundTo } from './rounding.ts';
import { estimateWaiting, shareAnsweredWithin, weekdaysUntil } from './time-to-answer.ts';

/** Differences of a firm's level between its two rounds; null where a round has no level of the part. */
export type CountedChange = { readonly digital: number | null; readonly process: number | null };

export type AchievementInput = {
  readonly firms: readonly CountedFirms[];
  readonly requests: readonly CountedRequest[];
  readonly changes: readonly CountedChange[];
  /** The end of what is counted, in milliseconds since 1970 in UTC, and the calendar year that it lies in. */
  readonly endMs: number;
  readonly endYear: number;
  /** What the provider offers now. */
  readonly packages: readonly string[];
  /** Its groups that have ended, of whatever package. */
  readonly editions: readonly HeldEdition[];
  /** Where the provider is at home; empty when it is tied to no county. */
  readonly homeCounties: readonly string[];
};

/** Neither none nor all: that would say something of every single firm. */
function percentInSteps(share: number, { rateStepPercent }: Protection): number {
  const percent = roundTo(share * 100, rateStepPercent);
  return Math.min(Math.max(percent, rateStepPercent), 100 - rateStepPercent);
}

type Asked = { readonly year: number | null; readonly requests: readonly CountedRequest[] };

/** `shown`: how many requests there are as the page says it. Whether there are enough is to be seen from that alone. */
function describeAnswering({ year, requests }: Asked, shown: number, endMs: number, rules: Protection): Answering {
  const steps = estimateWaiting(requests.map((request) => waitOf(request, endMs)));
  const quantile = (percent: number): Quantile => {
    const isEnough = shown * Math.min(percent, 100 - percent) >= rules.onEitherSideOfQuantile * 100;
    return isEnough ? (weekdaysUntil(steps, percent / 100) ?? 'not-reached') : null;
  };
  const within = shareAnsweredWithin(steps, answerWithinWeekdays);
  return {
    year,
    withinTargetPercent: shown >= rules.fewestForRate ? percentInSteps(within, rules) : null,
    median: quantile(50),
    ninetieth: quantile(90),
  };
}

/** Made of counts as they are shown, so that it tells nothing more than they do. */
function describeOutsideHome(sharing: ShownTree, home: readonly string[], rules: Protection): number | null {
  if (sharing.shown === null || sharing.shown < rules.fewestForShare) return null;
  const atHome = shownParts(sharing, 'county').filter(({ code }) => home.includes(code));
  if (atHome.length === 0 || atHome.some(({ shown }) => shown === null)) return null;
  const inside = atHome.reduce((total, { shown }) => total + (shown ?? 0), 0);
  return percentInSteps(Math.max(0, 1 - inside / sharing.shown), rules);
}

function describeChange(changes: readonly (number | null)[], rules: Protection): ShownChange {
  const change = meanChange(
    changes.filter((each) => each !== null),
    rules.fewestForChange,
  );
  if (change === null) return null;
  const tenths = (level: number) => roundTo(level * 10, 1) / 10;
  return {
    firms: roundTo(change.firms, rules.roundTo),
    mean: tenths(change.mean),
    lowest: tenths(change.lowest),
    highest: tenths(change.highest),
  };
}

/** From the first year with anything in it to the last that is counted, none left out. */
function listYears({ firms, requests, endYear }: AchievementInput): number[] {
  const first = Math.min(endYear, ...firms.map(({ year }) => year), ...requests.map(({ askedYear }) => askedYear));
  return Array.from({ length: endYear - first + 1 }, (_, place) => first + place);
}

const rowsOf = (tree: ShownTree, partition: string): ShownRows =>
  shownParts(tree, partition).map(({ code, shown }) => ({ code, count: shown }));

/** The part of that code: it is always there, also when it is empty. */
function partOf(tree: ShownTree, partition: string, part: string): ShownTree {
  return shownParts(tree, partition).find(({ code }) => code === part) ?? { shown: null, partitions: [] };
}

function describeReach(tree: ShownTree, home: readonly string[], rules: Protection): Achievement['firms'] {
  const shared = partOf(tree, 'sharing', 'shared');
  return {
    total: tree.shown,
    byYear: rowsOf(tree, 'year'),
    shared: shared.shown,
    notShared: partOf(tree, 'sharing', 'not-shared').shown,
    byCounty: rowsOf(shared, 'county'),
    bySize: rowsOf(shared, 'size'),
    byBranch: rowsOf(shared, 'branch'),
    outsideHomePercent: describeOutsideHome(shared, home, rules),
  };
}

function describeGroups(completed: ShownTree): Achievement['requests']['completedByGroup'] {
  return shownParts(completed, 'package')
    .filter(showsGroups)
    .map((part) => ({ packageCode: part.code, rows: rowsOf(part, 'group') }));
}

function describeRequests(tree: ShownTree): Achievement['requests'] {
  const accepted = partOf(tree, 'answer', 'accepted');
  const completed = partOf(accepted, 'state', 'completed');
  return {
    total: tree.shown,
    byYear: rowsOf(tree, 'year'),
    byAnswer: rowsOf(tree, 'answer'),
    acceptedByState: rowsOf(accepted, 'state'),
    declinedByReason: rowsOf(partOf(tree, 'answer', 'declined'), 'reason'),
    completedByYear: rowsOf(completed, 'year'),
    completedByPackage: rowsOf(completed, 'package'),
    completedByGroup: describeGroups(completed),
  };
}

function attackedPart(attacked: Attacked, tree: ShownTree, path: readonly (readonly [string, string])[]): Attacked {
  const [next, ...rest] = path;
  if (next === undefined) return attacked;
  const partition = tree.partitions.findIndex(({ code }) => code === next[0]);
  const place = tree.partitions[partition]?.parts.findIndex(({ code }) => code === next[1]) ?? -1;
  const part = tree.partitions[partition]?.parts[place];
  const found = attacked.partitions[partition]?.parts[place];
  return part === undefined || found === undefined ? attacked : attackedPart(found, part, rest);
}

/** With groups, unless they would tell what is hidden together with the years; then with none of them. */
function protectRequests(requests: readonly CountedRequest[], listed: Listed, rules: Protection): ShownTree {
  const tree = protectTree(countRequests(requests, listed), rules);
  const completed = partOf(partOf(tree, 'answer', 'accepted'), 'state', 'completed');
  if (describeGroups(completed).length === 0) return tree;
  const { possible } = attackedPart(attackTree(tree, rules), tree, [
    ['answer', 'accepted'],
    ['state', 'completed'],
  ]);
  const isTold = isToldByGroups(requests, { completed, possible, listed, rules });
  return isTold ? protectTree(countRequests(requests, { ...listed, editions: [] }), rules) : tree;
}

/** What a provider has achieved, as it may be shown. */
export function describeAchievement(input: AchievementInput, rules: Protection): Achievement {
  const { firms, requests, changes, endMs, packages, editions, homeCounties } = input;
  const years = listYears(input);
  const tree = protectRequests(requests, { years, packages, editions }, rules);
  const periods = [
    { year: null, requests, shown: tree.shown },
    ...years.map((year) => ({
      year,
      requests: requests.filter(({ askedYear }) => askedYear === year),
      shown: partOf(tree, 'year', String(year)).shown,
    })),
  ];
  return {
    years,
    firms: describeReach(protectTree(countReach(firms, years), rules), homeCounties, rules),
    requests: describeRequests(tree),
    answering: periods.map(({ shown, ...asked }) =>
      describeAnswering(shown === null ? { ...asked, requests: [] } : asked, shown ?? 0, endMs, rules),
    ),
    change: {
      digital: describeChange(
        changes.map(({ digital }) => digital),
        rules,
      ),
      process: describeChange(
        changes.map(({ process }) => process),
        rules,
      ),
    },
  };
}
