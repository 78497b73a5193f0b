import { i18n } from '@lingui/core';
import { vi } from 'vitest';
import { messages as swedish } from '#client/src/features/contact/locales/sv.po';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { referralSchema } from '#shared/contracts/referrals.ts';

export const referralId = '4f2d9d42-7399-4e95-8b50-6d0d5d4eee55';
export const hrefs = { result: '/resultat', referrals: '/forfragningar', signIn: '/inloggning' };
export const both = (sv: string) => ({ sv, en: `${sv} (en)` });

export const at = '2026-02-03T14:32:00.000Z';

export function referralOf(changes: Partial<ReferralDocument> = {}): ReferralDocument {
  const referral = referralSchema.parse({
    referralId,
    packageCode: 'supplier-network',
    packageName: both('Nätverk för underleverantörer'),
    providerCode: 'steel-cluster',
    providerName: both('Stålklustret'),
    status: 'chosen',
    contactName: 'Eva Ek',
    email: 'eva@smedjan.se',
    wishedEdition: null,
    consentWithdrawnAt: null,
    handedOverTo: null,
    events: [{ status: 'chosen', at }],
  });
  return { ...referral, ...changes };
}

export type Sent = { method: string; address: string; key: string | null; body: unknown };

/** Answers every request in turn; an answer that is missing is a network that is gone. */
export function serverThat(...replies: readonly (object | undefined)[]): Sent[] {
  const sent: Sent[] = [];
  const waiting = [...replies];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    sent.push({
      method: init.method ?? 'GET',
      address,
      key: new Headers(init.headers).get('idempotency-key'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    });
    const reply = waiting.shift();
    if (reply === undefined) throw new TypeError('Failed to fetch');
    return reply instanceof Response ? reply : Response.json(reply, { status: 200 });
  });
  return sent;
}

export function speakOfContact(): void {
  i18n.load('sv', swedish);
}
