import { useLingui } from '@lingui/react/macro';
import {
  type Branch,
  branches,
  chainRoles,
  type FirmProfile,
  type SizeClass,
  sizeClasses,
} from '#shared/domain/firm/firm-profile.ts';

type ChainRole = FirmProfile['chainRole'];
export type ProfileOption<Code extends string> = { readonly value: Code; readonly label: string };

/** Facts of a firm that questions can depend on, in short words for an editor. */
export function useProfileWords() {
  const { t } = useLingui();
  const sizeName: Record<SizeClass, string> = {
    '1-4': t`1–4 employees`,
    '5-9': t`5–9 employees`,
    '10-49': t`10–49 employees`,
    '50-249': t`50–249 employees`,
    '250-plus': t`250 or more`,
  };
  const branchName: Record<Branch, string> = {
    'steel-and-metals': t`Steel and metals`,
    'forest-and-bioeconomy': t`Forest and bioeconomy`,
    'metal-products-and-machinery': t`Metal products and machinery`,
    'wood-building': t`Wooden houses and building products`,
    'digital-and-industrial-services': t`Services to industry`,
    'other-industry': t`Other industry`,
  };
  const roleName: Record<ChainRole, string> = {
    'own-product': t`Own products`,
    subcontractor: t`Subcontractor`,
    'system-supplier': t`System supplier`,
    'service-to-industry': t`Service to industry`,
  };
  const optionsOf = <Code extends string>(codes: readonly Code[], names: Record<Code, string>) =>
    codes.map((value): ProfileOption<Code> => ({ value, label: names[value] }));
  return {
    sizes: optionsOf(sizeClasses, sizeName),
    branches: optionsOf(branches, branchName),
    roles: optionsOf(chainRoles, roleName),
  };
}
