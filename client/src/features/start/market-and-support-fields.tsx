import { useLingui } from '@lingui/react/macro';
import { Choices, Percent, YesNo } from './optional-fields.tsx';
import type { FieldsProps } from './profile-fields.tsx';

export function MarketFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Percent
        form={form}
        errorOf={errorOf}
        name="largestCustomerPercent"
        comparedWith="threeLargestCustomersPercent"
      />
      <Percent
        form={form}
        errorOf={errorOf}
        name="threeLargestCustomersPercent"
        hint={t`The largest one is included.`}
      />
      <Percent form={form} errorOf={errorOf} name="exportPercent" hint={t`What you sell to customers abroad.`} />
    </>
  );
}

export function SupportFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Choices
        form={form}
        errorOf={errorOf}
        name="clusterMemberships"
        legend={t`Which clusters is the firm a member of?`}
        hint={t`Membership is never a condition for support. Choose everything that applies.`}
      />
      <Choices
        form={form}
        errorOf={errorOf}
        name="collaborationPartners"
        legend={t`Whom have you worked together with in the last two years?`}
        hint={t`To develop something: ordinary buying and selling does not count. Choose everything that applies.`}
      />
      <YesNo
        form={form}
        name="hasUsedTestBed"
        legend={t`Have you tried something at a test bed in the last two years?`}
        hint={t`A place where firms try new technology or material before they buy.`}
      />
      <Choices
        form={form}
        errorOf={errorOf}
        name="supportTaken"
        legend={t`Which support have you taken part in during the last three years?`}
        hint={t`Choose everything that applies.`}
      />
    </>
  );
}
