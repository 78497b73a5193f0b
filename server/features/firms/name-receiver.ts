import { regionsReceiver } from '#shared/domain/access/consent.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

const regionsName: LocalisedText = {
  sv: 'Region Värmland, Region Dalarna och Region Gävleborg',
  en: 'Region Värmland, Region Dalarna and Region Gävleborg',
};

/** What the receiver of a consent is called; the name is the organisation's, where there is one. */
export function nameReceiver(code: string, name: LocalisedText | null): LocalisedText {
  return code === regionsReceiver ? regionsName : (name ?? { sv: code, en: code });
}
