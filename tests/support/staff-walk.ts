import { expect } from 'vitest';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { letIn } from './firms.ts';
import type { LiveSite } from './live-site.ts';
import { type Owner, organisationId, signedInOwner } from './people.ts';

/** A firm that has let a provider in for its results, and asked it for contact. */
export type LettingFirm = {
  readonly owner: Owner;
  readonly name: string;
  readonly referral: ReferralDocument;
  /** The consent to the results. */
  readonly consentId: string;
  readonly provider: { readonly code: string; readonly organisationId: string };
};

export async function firmLettingIn(site: LiveSite, name: string): Promise<LettingFirm> {
  const owner = await signedInOwner(site);
  await owner.visitor.put(`/api/firms/${owner.firmId}`, { name, organisationNumber: '5560160680' });
  const { packages } = (await owner.visitor.get('/api/packages')).json<{ packages: { code: string }[] }>();
  const reply = await owner.visitor.post(`/api/responses/${owner.responseId}/referrals`, {
    packageCode: packages[0]?.code,
    firmName: name,
    contactName: 'Åsa Öberg',
    email: 'asa@exempel.se',
    telephone: '0563-123 45',
    message: 'Ring efter tre.',
    consentWordingVersion: 'contact-1',
    hasConsented: true,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  const referral = reply.json<ReferralDocument>();
  const code = referral.providerCode;
  return {
    owner,
    name,
    referral,
    consentId: await letIn(owner, code),
    provider: { code, organisationId: await organisationId(site, 'provider', code) },
  };
}

/** The firm takes its request for contact back, and the consent with it. */
export async function withdrawReferral({ owner, referral }: LettingFirm): Promise<void> {
  const address = `/api/responses/${owner.responseId}/referrals/${referral.referralId}/withdrawal`;
  const reply = await owner.visitor.post(address);
  expect(reply.statusCode, reply.body).toBe(200);
}
