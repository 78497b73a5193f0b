import { regionsReceiver } from '#shared/domain/access/consent.ts';
import { nameStatisticsReceivers } from '#shared/domain/access/statistics-receivers.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

type Named = {
  readonly receiverCode: string;
  readonly receiverName: LocalisedText | null;
  readonly wordingVersion: string;
};

/** What the receiver of a consent is called; the name is the organisation's, where there is one. */
export function nameReceiver({ receiverCode, receiverName, wordingVersion }: Named): LocalisedText {
  if (receiverCode === regionsReceiver) return nameStatisticsReceivers(wordingVersion);
  return receiverName ?? { sv: receiverCode, en: receiverCode };
}
