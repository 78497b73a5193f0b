import { i18n } from '@lingui/core';
import { vi } from 'vitest';
import { messages as swedish } from '#client/src/features/firm/locales/sv.po';
import {
  type FirmAccess,
  type FirmConsent,
  type FirmDocument,
  firmAccessSchema,
  firmConsentSchema,
  firmSchema,
} from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import type { Site } from '#shared/contracts/site.ts';
import { workshop } from '../../support/small-instrument.ts';

export const firmId = '5a1f2c77-8d9e-4f10-9a3b-6c7d8e9f0a1b';
const at = '2026-05-03T12:32:00.000Z';
export const both = (sv: string) => ({ sv, en: `${sv} (en)` });

const member = (changes: object) => ({
  membershipId: 'aaaaaaaa-8d9e-4f10-9a3b-6c7d8e9f0a1b',
  personId: 'bbbbbbbb-8d9e-4f10-9a3b-6c7d8e9f0a1b',
  name: 'Eva Ek',
  email: 'eva@smedjan.se',
  role: 'owner',
  since: at,
  isYou: true,
  fallingInvitationCount: 0,
  ...changes,
});

export const colleague = member({
  membershipId: 'cccccccc-8d9e-4f10-9a3b-6c7d8e9f0a1b',
  name: 'Bo Alm',
  email: 'bo@smedjan.se',
  role: 'respondent',
  isYou: false,
});

export const invitation = {
  invitationId: 'dddddddd-8d9e-4f10-9a3b-6c7d8e9f0a1b',
  email: 'cia@smedjan.se',
  role: 'respondent',
  createdAt: at,
  expiresAt: '2026-06-02T12:32:00.000Z',
  mail: 'sent',
};

export const submittedId = '0b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a11';
export const openId = '1b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a22';

const responses = [
  {
    responseId: submittedId,
    formCode: 'snabbkoll',
    status: 'submitted',
    startedAt: at,
    submittedAt: '2026-05-04T12:32:00.000Z',
    isYours: false,
  },
  {
    responseId: openId,
    formCode: 'snabbkoll+digital',
    status: 'open',
    startedAt: '2026-06-01T12:32:00.000Z',
    submittedAt: null,
    isYours: true,
  },
];

export const firmOf = (changes: object = {}): FirmDocument =>
  firmSchema.parse({
    firmId,
    name: 'Smedjan AB',
    organisationNumber: '5560360793',
    isSimulated: false,
    role: 'owner',
    responses,
    profile: workshop,
    members: [member({}), colleague],
    invitations: [],
    erasureAskedAt: null,
    ...changes,
  });

let consents = 0;
export function consentOf(changes: object = {}): FirmConsent {
  consents += 1;
  return firmConsentSchema.parse({
    consentId: `00000000-8d9e-4f10-9a3b-${String(consents).padStart(12, '0')}`,
    purpose: 'result',
    receiver: { code: 'paper-province', name: both('Paper Province') },
    wordingVersion: 'result-1',
    givenAt: at,
    givenBy: 'Eva Ek',
    withdrawnAt: null,
    ...changes,
  });
}

export const accessOf = (changes: object = {}): FirmAccess =>
  firmAccessSchema.parse({
    consents: [],
    receivers: [
      { code: 'paper-province', name: both('Paper Province'), counties: ['17'] },
      { code: 'triple-steelix', name: both('Triple Steelix'), counties: ['20'] },
      { code: 'export-office', name: both('Exportkontoret'), counties: [] },
    ],
    withoutUsers: [],
    looks: [],
    sharedWith: [],
    lookCount: 0,
    copies: [],
    copyCount: 0,
    ...changes,
  });

export const wordings: ConsentWording[] = ['result', 'cohort', 'statistics'].map((purpose) => ({
  purpose,
  version: `${purpose}-1`,
  text: both(`Vi samtycker till ${purpose}.`),
}));

export const forms: Site['forms'] = [
  { code: 'snabbkoll', minutes: 20, scoredItems: 42, name: both('Snabbkoll'), about: both('Kort.') },
  { code: 'digital', minutes: 25, scoredItems: 50, name: both('Digital mognad'), about: both('Lång.') },
];

export type Sent = { method: string; address: string; body: unknown };

export const problem = (status: number, code: string) => ({
  status,
  body: { type: 'about:blank', title: code, status, code, requestId: 'r-1' },
});

type Reply = { status: number; body: object };

/** Answers every request in turn; an answer that is missing is a network that is gone. */
export function serverThat(...replies: readonly Reply[]): Sent[] {
  const sent: Sent[] = [];
  const waiting = [...replies];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ method: init.method ?? 'GET', address, body });
    const reply = waiting.shift();
    if (reply === undefined) throw new TypeError('Failed to fetch');
    return Response.json(reply.body, { status: reply.status });
  });
  return sent;
}

export function speakOfFirms(): void {
  i18n.load('sv', swedish);
}
