import { useLingui } from '@lingui/react/macro';
import type { Branch, County, SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';

/** What firms are sorted and counted by, in short words for those who look after many. */
export function useFirmWords() {
  const { t } = useLingui();
  const countyOf: Record<County | typeof outsideRegion, string> = {
    '17': 'Värmland',
    '20': 'Dalarna',
    '21': 'Gävleborg',
    [outsideRegion]: t`Outside the three counties`,
  };
  const branchOf: Record<Branch, string> = {
    'steel-and-metals': t`Steel and metals`,
    'forest-and-bioeconomy': t`Forest and bioeconomy`,
    'metal-products-and-machinery': t`Metal products and machinery`,
    'wood-building': t`Wooden houses and building products`,
    'digital-and-industrial-services': t`Services to industry`,
    'other-industry': t`Other industry`,
  };
  const sizeOf: Record<SizeClass, string> = {
    '1-4': t`1–4 employees`,
    '5-9': t`5–9 employees`,
    '10-49': t`10–49 employees`,
    '50-249': t`50–249 employees`,
    '250-plus': t`250 employees or more`,
  };
  return {
    firm: (name: string | null) => name ?? t`A firm without a name`,
    county: (county: County | typeof outsideRegion) => countyOf[county],
    branch: (branch: Branch) => branchOf[branch],
    size: (size: SizeClass) => sizeOf[size],
  };
}
