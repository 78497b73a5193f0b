import { useLingui } from '@lingui/react/macro';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';

export type RoleWords = { readonly name: string; readonly who: string };

export function useRespondentRoleWords(): Readonly<Record<RespondentRole, RoleWords>> {
  const { t } = useLingui();
  return {
    management: { name: t`Owner or management`, who: t`Decides where the firm is going` },
    office: { name: t`Office and finance`, who: t`Orders, purchasing, finance, IT` },
    production: { name: t`Production management`, who: t`Plans and leads the work in production` },
    operator: { name: t`Operator or team leader`, who: t`Does the work at machine, bench or line` },
  };
}
