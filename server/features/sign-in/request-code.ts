import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { countRequests, insertRequest, lockCounts } from './repository.ts';

const codeMinutes = 10;
const minuteMs = 60_000;
const hourMs = 3_600_000;

/**
 * Codes an hour. For one address from one network, from one network to all addresses, and to one address from
 * everywhere. The first request of a network for an address has a limit of its own: strangers who ask from a few other
 * networks fill the mailbox but do not keep its holder out. Whoever has a hundred networks still does, for an hour at a
 * time and for the way by mail alone; without that limit a mailbox could be flooded without end.
 */
const most = { fromHere: 5, ofNetwork: 30, ofAddress: 20, ofAddressForFirst: 100 };

type Counts = Awaited<ReturnType<typeof countRequests>>;

function isTooMany({ fromHere, ofNetwork, ofAddress }: Counts): boolean {
  const mostOfAddress = fromHere === 0 ? most.ofAddressForFirst : most.ofAddress;
  return fromHere >= most.fromHere || ofNetwork >= most.ofNetwork || ofAddress >= mostOfAddress;
}

export type CodeRequest = { email: string; language: Language; browserSecret: string; network: string };

/** The same is done for every address, whether anybody has it or not. */
export async function requestCode(context: Context, request: CodeRequest): Promise<{ expiresAt: Date }> {
  const requestedAt = context.clock.now();
  const expiresAt = new Date(requestedAt.getTime() + codeMinutes * minuteMs);
  const signInRequestId = context.identifiers.newId();
  await inTransaction(context.database, { surface: 'identity' }, async (tx) => {
    await lockCounts(tx, request);
    const since = new Date(requestedAt.getTime() - hourMs);
    if (isTooMany(await countRequests(tx, { ...request, since }))) throw new DomainError('too-many-requests');
    await insertRequest(tx, {
      ...request,
      signInRequestId,
      browserSha256: sha256(request.browserSecret),
      requestedAt,
      expiresAt,
    });
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      kind: 'sign-in-code',
      recipient: request.email,
      language: request.language,
      facts: { signInRequestId },
      createdAt: requestedAt,
    });
  });
  context.wakeWorker();
  return { expiresAt };
}
