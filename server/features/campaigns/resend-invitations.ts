import { stateOn } from '#shared/domain/campaign/campaign-state.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { isLastEvening, type Place, standingOf } from './describe-campaign.ts';
import { hasInvitee, updateToAskedAgain } from './invitee-repository.ts';
import { lockCampaign } from './repository.ts';

/**
 * The invitation goes once more to whom none has got through to, one firm or all of them. The worker writes it, by day, as
 * any other; asked for twice before it is written it is one.
 */
export async function resendInvitations(
  context: Context,
  access: AccessContext,
  { inviteeId, ...place }: Place & { inviteeId?: string | undefined },
): Promise<{ asked: number }> {
  const asked = await asOrganiserOf(context, access, place.organisationId, async (tx, organiser) => {
    const now = context.clock.now();
    const row = await lockCampaign(tx, place);
    if (row === undefined) throw new DomainError('not-found');
    if (inviteeId !== undefined && !(await hasInvitee(tx, place, inviteeId))) throw new DomainError('not-found');
    // It would tell a region which of them have begun: those to whom nothing goes.
    if (organiser === 'region') throw new DomainError('move-not-possible');
    // After the last day nobody is written to.
    if (stateOn(standingOf(row), swedishDate(now)) !== 'open') throw new DomainError('move-not-possible');
    if (isLastEvening(row, now)) {
      throw new DomainError('invalid-request', { fields: [{ path: 'body', code: 'too-late-to-send' }] });
    }
    const count = await updateToAskedAgain(tx, place.campaignId, { inviteeId, now });
    if (count > 0) {
      const detail = { count };
      const objectId = place.campaignId;
      await recordAudit(tx, { action: 'campaign-mail-resent', objectKind: 'campaign', objectId, detail });
    }
    return count;
  });
  context.wakeWorker();
  return { asked };
}
