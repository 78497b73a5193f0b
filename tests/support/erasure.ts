import { expect } from 'vitest';
import type { ErasureCase, FirmErasure, OwnErasure } from '#shared/contracts/erasure.ts';
import type { ErasureBasis, ErasureDecision } from '#shared/domain/erasure/erasure.ts';
import { deliverMails } from './delivery.ts';
import type { Owner, Signed, Staff } from './people.ts';
import { readTables, tablesWith } from './table-rows.ts';
import type { TestApp } from './test-app.ts';
import type { Visitor } from './visitor.ts';

export const ownRequests = '/api/account/erasure-requests';
export const ofCase = (erasureRequestId: string, rest: '/decision' | '/carrying-out') =>
  `/api/erasures/${erasureRequestId}${rest}`;

const okay = <T>(reply: { statusCode: number; body: string; json: () => unknown }, status: number): T => {
  expect(reply.statusCode, reply.body).toBe(status);
  return reply.json() as T;
};

/** Asks for the own account to be erased, and gives the request's id. */
export async function asked({ visitor }: Pick<Signed, 'visitor'>): Promise<string> {
  const { requests } = okay<OwnErasure>(await visitor.post(ownRequests), 201);
  return requests.find(({ scope }) => scope === 'person')?.erasureRequestId ?? '';
}

/** Asks for the firm to be erased, and gives the request's id. */
export async function askedForFirm({ visitor, firmId }: Pick<Owner, 'visitor' | 'firmId'>): Promise<string> {
  const { requests } = okay<FirmErasure>(await visitor.post(`/api/firms/${firmId}/erasure-requests`), 201);
  return requests[0]?.erasureRequestId ?? '';
}

export const decision = (kind: ErasureDecision = 'granted', basis?: ErasureBasis, text = 'Därför att det är så.') => ({
  decision: kind,
  basis: basis ?? (kind === 'granted' ? 'no-longer-needed' : 'archive-law'),
  text,
});

export async function readCases(visitor: Visitor): Promise<ErasureCase[]> {
  return okay<{ cases: ErasureCase[] }>(await visitor.get('/api/erasures'), 200).cases;
}

export async function decide({ visitor }: Pick<Staff, 'visitor'>, id: string, kind?: ErasureDecision): Promise<void> {
  okay(await visitor.post(ofCase(id, '/decision'), decision(kind)), 200);
}

/** Decided on, told of, carried out and told of again. */
export async function erased(site: TestApp, administrator: Staff, id: string, kind?: ErasureDecision): Promise<void> {
  await decide(administrator, id, kind);
  await deliverMails(site);
  okay(await administrator.visitor.post(ofCase(id, '/carrying-out')), 200);
  await deliverMails(site);
}

/** As if the person had proved who it is an hour ago. */
export async function madeStale({ admin }: TestApp, { sessionId }: Pick<Signed, 'sessionId'>): Promise<void> {
  await admin.query(`update sessions set verified_at = now() - interval '1 hour' where session_id = $1`, [sessionId]);
}

/** The tables in which any of the words occurs. */
export const tracesIn = async ({ admin }: TestApp, ...words: string[]): Promise<string[]> =>
  tablesWith(await readTables(admin), words);

export async function countRows(
  { admin }: TestApp,
  table: string,
  condition: string,
  ...values: readonly unknown[]
): Promise<number> {
  const { rowCount } = await admin.query(`select 1 from ${table} where ${condition}`, [...values]);
  return rowCount ?? 0;
}

/** A request of the firm to one of the providers, with the person to ask for. */
export async function contactAsked(
  { visitor, responseId }: Pick<Owner, 'visitor' | 'responseId'>,
  contact: { contactName: string; email: string; place?: number },
): Promise<string> {
  const { packages } = (await visitor.get('/api/packages')).json<{ packages: { code: string }[] }>();
  const { contactName, email, place = 0 } = contact;
  const reply = await visitor.post(`/api/responses/${responseId}/referrals`, {
    packageCode: packages[place]?.code,
    firmName: 'Verkstaden i Hagfors',
    contactName,
    email,
    telephone: '0563-123 45',
    message: `Ring ${contactName}.`,
    consentWordingVersion: 'contact-1',
    hasConsented: true,
  });
  return okay<{ referralId: string }>(reply, 201).referralId;
}
