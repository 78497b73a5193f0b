import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Texts } from './definition.ts';
import type { Item } from './item.ts';
import { itemTextKeys } from './text-keys.ts';

/** The question as it is put to this firm: subcontractors may have a wording of their own. The code when words lack. */
export function questionOf(item: Item, profile: Pick<FirmProfile, 'chainRole'>, texts: Texts): string {
  const own = profile.chainRole === 'subcontractor' ? texts[itemTextKeys.subcontractor(item)] : undefined;
  return own ?? texts[itemTextKeys.question(item)] ?? item.code;
}
