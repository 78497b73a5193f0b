import { useLingui } from '@lingui/react/macro';
import type { ConditionKind } from './conditions.ts';

export function useConditionKindWords(): Readonly<Record<ConditionKind, string>> {
  const { t } = useLingui();
  return {
    dimension: t`How far the firm has come in an area`,
    item: t`The answer to a question`,
    sizeClass: t`The size of the firm`,
    branch: t`The industry of the firm`,
    chainRole: t`The firm's role in the chain`,
    wish: t`Whether the firm wants support in an area`,
    importance: t`How important an area is for the firm`,
    flag: t`Something that holds for the firm or not`,
    number: t`A share in per cent`,
    gap: t`Steps between two kinds of digital tools`,
    meanOf: t`How far the firm has come in several areas, on average`,
    everyOf: t`How far the firm has come in each of several areas`,
    all: t`All of several parts`,
    any: t`At least one of several parts`,
    not: t`That something does not hold`,
  };
}

export function useFlagWords() {
  const { t } = useLingui();
  return {
    ownershipChangePlanned: t`A change of owner is coming up`,
    headquartersOutsideRegion: t`The headquarters are outside the three counties`,
    hasUsedTestBed: t`The firm has used a test bed`,
  };
}

export function useNumberWords() {
  const { t } = useLingui();
  return {
    womenPercent: t`Women among the employees`,
    largestCustomerPercent: t`The largest customer's share of sales`,
  };
}
