import type * as z from 'zod/mini';
import type { personalDataSchema } from '#shared/contracts/account.ts';
import { listDoings } from '../../platform/audit/event-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getAccountBody } from '../../platform/identity/describe-account.ts';
import { listIdentities } from '../../platform/identity/identity-repository.ts';
import { listPasskeys } from '../../platform/identity/passkey-repository.ts';
import { asPerson } from './access.ts';
import { listAdvisingData, listCampaignInvitations, listEarlierContacts, listOwnFirmData } from './data-repository.ts';
import { describeSession } from './describe-session.ts';
import { findNoticeChoice } from './notice-repository.ts';
import { listSessionRows } from './session-repository.ts';

export type PersonalData = z.input<typeof personalDataSchema>;

/** Everything about the person, as the person's own rights reach it: what is the firm's or a colleague's stays out. */
export async function getPersonalData(context: Context, access: AccessContext): Promise<PersonalData> {
  const own = await asPerson(context, access, async (tx, { personId }) => {
    await recordAudit(tx, { action: 'personal-data-exported', objectKind: 'person', objectId: personId });
    return {
      personId,
      account: await getAccountBody(context, tx),
      sessions: (await listSessionRows(tx, personId)).map(describeSession),
      passkeys: await listPasskeys(tx, personId),
      identities: await listIdentities(tx, personId),
      advising: await listAdvisingData(tx, personId),
      earlierContacts: await listEarlierContacts(tx),
      campaignInvitations: await listCampaignInvitations(tx),
      notices: (await findNoticeChoice(tx, personId)) ?? null,
      doings: await listDoings(tx, personId),
    };
  });
  const firms = await inTransaction(context.database, { ...access, surface: 'member' }, (tx) =>
    listOwnFirmData(tx, own.personId),
  );
  return {
    format: 'mattstock-personal-data-1',
    madeAt: context.clock.now().toISOString(),
    account: own.account,
    sessions: own.sessions,
    passkeys: own.passkeys.map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    identities: own.identities.map(({ issuer, subject, createdAt }) => ({
      issuer,
      subject,
      createdAt: createdAt.toISOString(),
    })),
    firms,
    advising: own.advising.map((each) => ({ ...each, at: each.at.toISOString() })),
    notices: own.notices,
    earlierContacts: own.earlierContacts.map(({ importedAt, invitedAt, saidNoAt, ...each }) => ({
      ...each,
      importedAt: importedAt?.toISOString() ?? null,
      invitedAt: invitedAt?.toISOString() ?? null,
      saidNoAt: saidNoAt?.toISOString() ?? null,
    })),
    campaignInvitations: own.campaignInvitations.map((each) => ({
      ...each,
      addedAt: each.addedAt.toISOString(),
      invitedAt: each.invitedAt?.toISOString() ?? null,
      remindedAt: each.remindedAt?.toISOString() ?? null,
      begunAt: each.begunAt?.toISOString() ?? null,
      finishedAt: each.finishedAt?.toISOString() ?? null,
    })),
    doings: own.doings.map((doing) => ({ ...doing, occurredAt: doing.occurredAt.toISOString() })),
  };
}
