import { useLingui } from '@lingui/react/macro';
import type { FirmSummary } from '#shared/contracts/firms.ts';

/** What a firm goes by among the others of the same person. */
export function useFirmName(): (firm: Pick<FirmSummary, 'name'>) => string {
  const { t } = useLingui();
  return ({ name }) => name ?? t`A firm without a name`;
}
