import { useLingui } from '@lingui/react/macro';
import type { PercentField } from './profile-form.ts';

/** The labels of the shares, which their faults name as well. */
export function usePercentLabels(): Record<PercentField, string> {
  const { t } = useLingui();
  return {
    womenPercent: t`Share of women among the employees`,
    womenManagementPercent: t`Share of women in management`,
    womenProductionPercent: t`Share of women in production`,
    largestCustomerPercent: t`The largest customer's share of turnover`,
    threeLargestCustomersPercent: t`The three largest customers' share of turnover, together`,
    exportPercent: t`Export's share of turnover`,
  };
}
