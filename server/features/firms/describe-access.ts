import type * as z from 'zod/mini';
import type { firmAccessSchema } from '#shared/contracts/firms.ts';
import { regionsReceiver } from '#shared/domain/access/consent.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { ConsentRow } from './consent-repository.ts';
import {
  countCopies,
  countLooks,
  listConsents,
  listCopies,
  listLooks,
  listOpenProviders,
  listProviderCodesInUse,
  listSharedWith,
} from './consent-repository.ts';
import { nameReceiver } from './name-receiver.ts';

export type FirmAccessBody = z.input<typeof firmAccessSchema>;

const mostListed = 100;

/** The home counties of each provider, by its code. */
export type CountiesByProvider = ReadonlyMap<string, readonly string[]>;

/** Asked for before the transaction of somebody's own: the catalogue is public, and their role does not reach it. */
export async function findProviderCounties(context: Context): Promise<CountiesByProvider> {
  const { catalogue } = await context.published.currentCatalogue();
  return new Map(catalogue.providers.map(({ code, counties }) => [code, counties]));
}

/** Whom the firm lets in, whom it could, who has looked, and who has taken a file. */
export async function describeAccess(
  tx: Transaction,
  firmId: string,
  counties: CountiesByProvider,
): Promise<FirmAccessBody> {
  const consents = await listConsents(tx, firmId);
  const providers = await listOpenProviders(tx);
  const inUse = await listProviderCodesInUse(tx);
  const looks = await listLooks(tx, firmId, mostListed);
  const copies = await listCopies(tx, firmId, mostListed);
  return {
    consents: consents.map(describeConsent),
    receivers: providers.map(({ code, name }) => ({ code, name, counties: [...(counties.get(code) ?? [])] })),
    withoutUsers: codesNamed(consents, providers).filter((code) => !inUse.includes(code)),
    sharedWith: await listSharedWith(tx, firmId),
    looks: looks.map((look) => ({ ...look, at: look.at.toISOString() })),
    lookCount: await countLooks(tx, firmId),
    copies: copies.map((copy) => ({ ...copy, at: copy.at.toISOString() })),
    copyCount: await countCopies(tx, firmId),
  };
}

/** Of the providers on the page. The regions read nobody's results, and need nobody for that. */
function codesNamed(consents: readonly ConsentRow[], providers: readonly { code: string }[]): string[] {
  const codes = [...consents.map(({ receiverCode }) => receiverCode), ...providers.map(({ code }) => code)];
  return [...new Set(codes)].filter((code) => code !== regionsReceiver);
}

function describeConsent(row: ConsentRow): FirmAccessBody['consents'][number] {
  const { receiverCode, receiverName: _name, ...consent } = row;
  return {
    ...consent,
    receiver: { code: receiverCode, name: nameReceiver(row) },
    givenAt: consent.givenAt.toISOString(),
    withdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
  };
}
