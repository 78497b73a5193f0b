import { useLingui } from '@lingui/react/macro';
import type { PackageField } from '#shared/domain/routing/drafting/package-fields.ts';

/** What each part of a package is called. */
export function useFieldWords(): Readonly<Record<PackageField, string>> {
  const { t } = useLingui();
  return {
    name: t`Name`,
    summary: t`In one sentence`,
    forWhom: t`For whom`,
    content: t`What the firm does`,
    effort: t`What it takes in time and people`,
    greenStatement: t`Green statement`,
    providerReason: t`Why these providers`,
    providers: t`Providers`,
    priority: t`Priority of the strategy`,
    steps: t`Steps of the strategy`,
    supportForms: t`Forms of support`,
    dimensions: t`Needs it meets`,
    minimumDimensions: t`How many of the areas must match`,
    isByRuleOnly: t`Only brought in by a rule`,
    sizeClasses: t`Size of the firm`,
    branches: t`Branches`,
    chainRoles: t`Roles in the chain`,
    criteria: t`Condition`,
    comesAfter: t`What comes first`,
    stance: t`The firm's part`,
    format: t`Form`,
    groupSize: t`Size of the group`,
    delivery: t`Where it is given`,
    counties: t`Counties where it is meant to be held`,
    durationWeeks: t`Length in weeks`,
    funding: t`Source of money`,
    intake: t`How it begins`,
    tags: t`Tags that rules look for`,
    complements: t`Goes together with`,
    status: t`State`,
    source: t`Source`,
    isOutOfUse: t`Out of use`,
  };
}
