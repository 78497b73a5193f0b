import { useLingui } from '@lingui/react/macro';
import { branches, chainRoles, type FirmProfile, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';

type ChainRole = FirmProfile['chainRole'];
export type ProfileOption<Code extends string> = { readonly value: Code; readonly label: string };

/** Facts of a firm that questions can depend on, in short words for an editor. */
export function useProfileWords() {
  const { t } = useLingui();
  const words = useFirmWords();
  const roleName: Record<ChainRole, string> = {
    'own-product': t`Own products`,
    subcontractor: t`Subcontractor`,
    'system-supplier': t`System supplier`,
    'service-to-industry': t`Service to industry`,
  };
  const optionsOf = <Code extends string>(codes: readonly Code[], nameOf: (code: Code) => string) =>
    codes.map((value): ProfileOption<Code> => ({ value, label: nameOf(value) }));
  return {
    sizes: optionsOf(sizeClasses, words.size),
    branches: optionsOf(branches, words.branch),
    roles: optionsOf(chainRoles, (role) => roleName[role]),
  };
}
