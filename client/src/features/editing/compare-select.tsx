import { useLingui } from '@lingui/react/macro';
import type { VersionSummary } from '#shared/contracts/editing.ts';
import { SelectField } from '../../ui/field/select-field.tsx';

type CompareSelectProps = {
  versions: readonly VersionSummary[];
  chosen: string;
  onChoose: (instrumentVersionId: string) => void;
};

export function CompareSelect({ versions, chosen, onChoose }: CompareSelectProps) {
  const { t } = useLingui();
  return (
    <SelectField
      name="compare"
      label={t`Compare with`}
      width="half"
      options={versions.map(({ instrumentVersionId, versionNumber }) => ({
        value: instrumentVersionId,
        label: t`Version ${versionNumber}`,
      }))}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
