import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

export type MailContent = {
  readonly organiserName: LocalisedText;
  readonly organiserKind: OrganiserKind;
  readonly name: LocalisedText;
  readonly message: LocalisedText;
  readonly minutes: number;
  readonly closesOn: string;
  readonly firmName: string;
  /** Empty in a mail that leads nowhere: a preview, or a test. */
  readonly inviteeId: string;
  readonly optOutId: string;
};

/** What the mails of a call are filled in with. */
export function factsOfMail(content: MailContent): Record<string, string> {
  const { organiserName, organiserKind, name, message, minutes, closesOn, firmName, inviteeId, optOutId } = content;
  return {
    organiserSv: organiserName.sv,
    organiserEn: organiserName.en,
    sees: organiserKind,
    callSv: name.sv,
    callEn: name.en,
    messageSv: message.sv,
    messageEn: message.en,
    minutes: String(minutes),
    lastDay: closesOn,
    firmName,
    inviteeId,
    optOutId,
  };
}
