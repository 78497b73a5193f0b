import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { VersionSummary } from '#shared/contracts/editing.ts';
import { SelectField } from '../../ui/field/select-field.tsx';

const parameter = 'from';

/** The version that the address asks to compare with; undefined when it names none. */
export function comparedVersion(search: URLSearchParams): string | undefined {
  return search.get(parameter) ?? undefined;
}

/** Chooses the version to compare with, in the address. */
export function CompareSelect({ versions, chosen }: { versions: readonly VersionSummary[]; chosen: string }) {
  const { t } = useLingui();
  const [, setSearch] = useSearchParams();
  const isKnown = versions.some(({ instrumentVersionId }) => instrumentVersionId === chosen);
  return (
    <SelectField
      name="compare"
      label={t`Compare with`}
      width="half"
      placeholder={isKnown ? undefined : t`Choose a version`}
      options={versions.map(({ instrumentVersionId, versionNumber }) => ({
        value: instrumentVersionId,
        label: t`Version ${versionNumber}`,
      }))}
      value={isKnown ? chosen : ''}
      onChange={(event) => setSearch({ [parameter]: event.currentTarget.value }, { replace: true })}
    />
  );
}
