import { consentPurposes } from '#shared/domain/access/consent.ts';
import { roles } from '#shared/domain/access/roles.ts';
import { organiserKinds } from '#shared/domain/campaign/region-view.ts';
import { erasureBases, erasureDecisions, erasureScopes } from '#shared/domain/erasure/erasure.ts';
import { providerMoves } from '#shared/domain/referral/referral-states.ts';

const invitationFacts = [
  'packageSv',
  'packageEn',
  'providerSv',
  'providerEn',
  'startsOnSv',
  'startsOnEn',
  'answerBySv',
  'answerByEn',
  'firmId',
] as const;

const campaignFacts = [
  'firmName',
  'organiserSv',
  'organiserEn',
  'callSv',
  'callEn',
  'messageSv',
  'messageEn',
  'minutes',
  'lastDay',
  'sees',
  'inviteeId',
  'optOutId',
] as const;

/**
 * Every kind of mail the product sends, with what each is filled in with. `sign-in-code` gets its code, and the links
 * `result-shared`, `respondent-invitation` and `respondent-reminder` and those of a campaign their key, when they are made.
 */
export const mailFacts = {
  'sign-in-code': ['signInRequestId'],
  'new-sign-in': ['device', 'method'],
  'factor-changed': ['change'],
  'firm-invitation': ['inviterName', 'placeName', 'role', 'invitationId'],
  'organisation-invitation': ['inviterName', 'placeNameSv', 'placeNameEn', 'role', 'invitationId'],
  'role-changed': ['changerName', 'firmName', 'role'],
  'consent-given': ['firmName', 'receiverSv', 'receiverEn', 'purpose'],
  'consent-withdrawn': ['firmName', 'receiverSv', 'receiverEn', 'purpose'],
  'referral-moved': ['move', 'packageSv', 'packageEn', 'providerSv', 'providerEn', 'note'],
  'request-arrived': [
    'packageSv',
    'packageEn',
    'countySv',
    'countyEn',
    'providerSv',
    'providerEn',
    'dueOnSv',
    'dueOnEn',
  ],
  'requests-waiting': ['providerSv', 'providerEn', 'waiting', 'overdue'],
  'webhook-paused': ['webhookName', 'providerSv', 'providerEn'],
  'respondent-invitation': ['inviterName', 'placeName', 'lastDay', 'respondentId'],
  'respondent-reminder': ['inviterName', 'placeName', 'lastDay', 'respondentId'],
  'result-shared': ['recipientName', 'sharedBy', 'lastDay', 'resultLinkId'],
  'review-given': ['firmName', 'organisationSv', 'organisationEn', 'responseId'],
  'placement-invitation': invitationFacts,
  'request-invited': invitationFacts,
  'placement-news': [
    'news',
    'packageSv',
    'packageEn',
    'providerSv',
    'providerEn',
    'startsOnSv',
    'startsOnEn',
    'firmId',
  ],
  'package-changed': ['packageSv', 'packageEn', 'providerSv', 'providerEn', 'changedSv', 'changedEn', 'packageCode'],
  'round-due': ['firmName', 'providerSv', 'providerEn', 'submittedOn', 'firmId'],
  'contact-invitation': ['firmName', 'providerSv', 'providerEn', 'minutes', 'optOutId'],
  'campaign-invitation': campaignFacts,
  'campaign-reminder': campaignFacts,
  'campaign-invitation-test': campaignFacts,
  'campaign-reminder-test': campaignFacts,
  'meeting-summary': ['firmName', 'organisationSv', 'organisationEn', 'day', 'steps', 'calendar', 'ownFirmId'],
  'erasure-decided': ['scope', 'decision', 'basis', 'decisionText'],
  'erasure-carried-out': ['erased', 'kept', 'basis', 'decisionText'],
  'account-expiring': ['deletedOnSv', 'deletedOnEn'],
} as const satisfies Record<string, readonly string[]>;

/** What a firm is told of its place in a group, besides that it is invited. */
export const placementNews = [
  'queued',
  'queued-on-request',
  'placed',
  'placed-on-request',
  'declined',
  'taken-out',
  'completed',
  'expired',
  'edition-confirmed',
  'edition-changed',
  'edition-cancelled',
  'edition-over',
] as const;
export type PlacementNews = (typeof placementNews)[number];

export type MailKind = keyof typeof mailFacts;

/** A mail that somebody has sent to the own address to try another out, in the words of that. Its links open nothing. */
export const testedKinds = {
  'campaign-invitation-test': 'campaign-invitation',
  'campaign-reminder-test': 'campaign-reminder',
} as const satisfies Partial<Record<MailKind, MailKind>>;

/** Those with words of their own. */
export type WordedKind = Exclude<MailKind, keyof typeof testedKinds>;

const isTest = (kind: MailKind): kind is keyof typeof testedKinds => Object.hasOwn(testedKinds, kind);
export const wordingOf = (kind: MailKind): { readonly worded: WordedKind; readonly isTest: boolean } =>
  isTest(kind) ? { worded: testedKinds[kind], isTest: true } : { worded: kind, isTest: false };
export const wordedKinds = (Object.keys(mailFacts) as MailKind[]).filter((kind): kind is WordedKind => !isTest(kind));

/** Work of a provider's people, which waits for the day however it comes. */
export const daytimeKinds: readonly MailKind[] = [
  'request-arrived',
  'requests-waiting',
  'webhook-paused',
  'round-due',
  'contact-invitation',
  'campaign-invitation',
  'campaign-reminder',
  'package-changed',
];

/** They go to thousands on one day, and wait for everybody else's. */
export const lastKinds: readonly MailKind[] = ['campaign-invitation', 'campaign-reminder'];

/** How much is erased: what the decision grants of what was asked. */
const erasureExtents = ['person', 'person-in-part', 'firm', 'firm-in-part'] as const;

/** Facts that are codes: the mail says them in the words that `shared/content/mails.yaml` has for each. */
export const codedFacts = {
  method: ['code', 'passkey', 'oidc'],
  change: [
    'authenticator-added',
    'authenticator-removed',
    'recovery-code-used',
    'recovery-codes-renewed',
    'passkey-added',
    'passkey-removed',
    'identity-added',
    'identity-removed',
    'factors-reset',
  ],
  role: roles,
  purpose: consentPurposes,
  move: providerMoves,
  news: placementNews,
  scope: erasureScopes,
  decision: erasureDecisions,
  basis: erasureBases,
  erased: erasureExtents,
  kept: erasureExtents,
  /** What the organiser of a campaign sees of the firm. */
  sees: organiserKinds,
} as const satisfies Record<string, readonly string[]>;

export type CodedFact = keyof typeof codedFacts;

const isCoded = (name: string): name is CodedFact => Object.hasOwn(codedFacts, name);

/** What kinds have come to tell later: a mail from before that is not sent yet tells this, and is sent all the same. */
export const factsFromBefore: Partial<Record<MailKind, Readonly<Record<string, string>>>> = {
  'package-changed': {
    changedSv: 'se paketets historik',
    changedEn: 'see the history of the package',
    packageCode: '',
  },
  'round-due': { firmId: '' },
  'contact-invitation': { minutes: '15' },
  'campaign-invitation': { sees: 'provider' },
  'campaign-reminder': { sees: 'provider' },
};

/** What keeps a mail of the kind from being written: the facts that are missing, or no code that has words. */
export function faultyFacts(kind: MailKind, facts: Readonly<Record<string, string>>): string[] {
  return mailFacts[kind].filter((name) => {
    const value = facts[name];
    if (value === undefined) return true;
    const codes: readonly string[] | undefined = isCoded(name) ? codedFacts[name] : undefined;
    return codes !== undefined && !codes.includes(value);
  });
}
