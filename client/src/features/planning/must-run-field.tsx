import { useLingui } from '@lingui/react/macro';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';

export type NamedEdition = { editionId: string; name: string; hint: string };

type MustRunProps = {
  editions: readonly NamedEdition[];
  mustRun: readonly string[];
  onChange: (mustRun: string[]) => void;
};

/** Groups that have to reach their smallest size by the plan. */
export function MustRunField({ editions, mustRun, onChange }: MustRunProps) {
  const { t } = useLingui();
  const options = editions.map(({ editionId, name, hint }) => ({ value: editionId, label: name, hint }));
  return (
    <CheckboxGroup
      name="must-run"
      legend={t`Groups that must be held`}
      hint={t`The plan has to fill these to their smallest size. If that cannot be done, it says what stands in the way.`}
      options={options}
      value={mustRun}
      onToggle={(value) => onChange(toggled(options, mustRun, value))}
    />
  );
}
