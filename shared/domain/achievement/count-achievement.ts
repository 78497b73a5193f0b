import {
  type Branch,
  branches,
  type County,
  counties,
  outsideRegion,
  type SizeClass,
  sizeClasses,
} from '../firm/firm-profile.ts';
import { moveReasons } from '../referral/move-words.ts';
import type { CountTree, Partition } from './count-tree.ts';
import {
  acceptedState,
  acceptedStates,
  type CountedRequest,
  firstOutcome,
  firstOutcomes,
  type HeldEdition,
} from './requests.ts';

export const firmCounties = [...counties, outsideRegion] as const;

/** So many firms let the provider in for the first time in that year, with the facts that they let it see. */
export type CountedFirms = {
  readonly firms: number;
  readonly year: number;
  /** Null for firms that have never let the provider see their results. */
  readonly facts: {
    readonly county: County | typeof outsideRegion;
    readonly branch: Branch;
    readonly sizeClass: SizeClass;
  } | null;
};

/** Packages that are in the provider's list no longer. */
export const otherPackage = 'other';

/** Completed in no group, or in one that had not ended. */
export const inNoGroup = 'no-group';

/** Every listed part, also the empty ones: rows that come and go would tell. */
function divide<Row, Code extends string>(
  rows: readonly Row[],
  listed: readonly Code[],
  codeOf: (row: Row) => Code,
  count: (rows: readonly Row[], code: Code) => CountTree,
): Partition['parts'] {
  return listed.map((code) => ({
    code,
    ...count(
      rows.filter((row) => codeOf(row) === code),
      code,
    ),
  }));
}

const countFirms = (rows: readonly CountedFirms[]): CountTree => {
  const firms = rows.reduce((total, row) => total + row.firms, 0);
  return { count: firms, firms };
};

function countSharing(rows: readonly CountedFirms[]): CountTree {
  const facts = rows.flatMap((row) => (row.facts === null ? [] : [{ ...row, facts: row.facts }]));
  type Shared = (typeof facts)[number];
  return {
    ...countFirms(rows),
    partitions: [
      {
        code: 'county',
        kind: 'attribute',
        parts: divide(facts, firmCounties, (row: Shared) => row.facts.county, countFirms),
      },
      {
        code: 'size',
        kind: 'attribute',
        parts: divide(facts, sizeClasses, (row: Shared) => row.facts.sizeClass, countFirms),
      },
      {
        code: 'branch',
        kind: 'attribute',
        parts: divide(facts, branches, (row: Shared) => row.facts.branch, countFirms),
      },
    ],
  };
}

/** The firms that have let the provider in, and how they are divided. Years are those there can be, in order. */
export function countReach(rows: readonly CountedFirms[], years: readonly number[]): CountTree {
  return {
    ...countFirms(rows),
    partitions: [
      { code: 'year', kind: 'time', parts: divide(rows, years.map(String), ({ year }) => String(year), countFirms) },
      {
        code: 'sharing',
        kind: 'attribute',
        parts: divide(
          rows,
          ['shared', 'not-shared'],
          ({ facts }) => (facts === null ? 'not-shared' : 'shared'),
          (found, code) => (code === 'shared' ? countSharing(found) : countFirms(found)),
        ),
      },
    ],
  };
}

const countPlainly = (rows: readonly CountedRequest[]): CountTree => ({
  count: rows.length,
  firms: new Set(rows.map(({ firm }) => firm)).size,
});

export type Listed = {
  readonly years: readonly number[];
  readonly packages: readonly string[];
  readonly editions: readonly HeldEdition[];
};

/**
 * By group. A group that was held had firms in it, as everybody knows: it says when a firm took part and not what it is
 * like, so that what holds for years holds for it.
 */
function countPackage(rows: readonly CountedRequest[], editions: readonly string[]): CountTree {
  if (editions.length === 0) return countPlainly(rows);
  const groupOf = ({ edition }: CountedRequest) =>
    edition !== null && editions.includes(edition) ? edition : inNoGroup;
  return {
    ...countPlainly(rows),
    partitions: [{ code: 'group', kind: 'time', parts: divide(rows, [...editions, inNoGroup], groupOf, countPlainly) }],
  };
}

function countCompleted(rows: readonly CountedRequest[], { years, packages, editions }: Listed): CountTree {
  const groupsOf = (code: string) => editions.filter(({ packageCode }) => packageCode === code);
  const packageOf = ({ packageCode }: CountedRequest) => (packages.includes(packageCode) ? packageCode : otherPackage);
  return {
    ...countPlainly(rows),
    partitions: [
      {
        code: 'year',
        kind: 'time',
        parts: divide(rows, years.map(String), ({ statusYear }) => String(statusYear), countPlainly),
      },
      {
        code: 'package',
        kind: 'attribute',
        parts: divide(rows, [...packages, otherPackage], packageOf, (found, code) =>
          countPackage(
            found,
            groupsOf(code).map(({ edition }) => edition),
          ),
        ),
      },
    ],
  };
}

function countAccepted(rows: readonly CountedRequest[], listed: Listed): CountTree {
  const parts = divide(
    rows,
    acceptedStates,
    ({ status }) => acceptedState(status),
    (found, code) => (code === 'completed' ? countCompleted(found, listed) : countPlainly(found)),
  );
  return { ...countPlainly(rows), partitions: [{ code: 'state', kind: 'attribute', parts }] };
}

function countDeclined(rows: readonly CountedRequest[]): CountTree {
  const parts = divide(rows, moveReasons.decline, ({ declineReason }) => declineReason ?? 'other', countPlainly);
  return { ...countPlainly(rows), partitions: [{ code: 'reason', kind: 'attribute', parts }] };
}

/** The requests that the provider has had, what it answered first, and where what it accepted has come. */
export function countRequests(rows: readonly CountedRequest[], listed: Listed): CountTree {
  const parts = divide(rows, firstOutcomes, firstOutcome, (found, code) => {
    if (code === 'accepted') return countAccepted(found, listed);
    return code === 'declined' ? countDeclined(found) : countPlainly(found);
  });
  return {
    ...countPlainly(rows),
    partitions: [
      {
        code: 'year',
        kind: 'time',
        parts: divide(rows, listed.years.map(String), ({ askedYear }) => String(askedYear), countPlainly),
      },
      { code: 'answer', kind: 'attribute', parts },
    ],
  };
}
