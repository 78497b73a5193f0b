import type * as z from 'zod/mini';
import { type readInviteeFile as endpoint, mostInvitees, noInviteeColumns } from '#shared/contracts/campaigns.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { guessInviteeColumns } from '#shared/domain/campaign/invitee-rows.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeTable } from '../../platform/files/describe-table.ts';
import { readTable } from '../../platform/files/read-table.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import type { Place } from './describe-campaign.ts';
import { findCampaign } from './repository.ts';

type FileBody = z.input<(typeof endpoint.responses)[200]>;

export async function readInviteeFile(
  context: Context,
  access: AccessContext,
  { file, ...place }: Place & { file: TableFile },
): Promise<FileBody> {
  await asOrganiserOf(context, access, place.organisationId, async (tx) => {
    if ((await findCampaign(tx, place)) === undefined) throw new DomainError('not-found');
  });
  const table = await readTable(file, { mostRows: mostInvitees });
  return {
    ...describeTable(table),
    guess: { ...noInviteeColumns, ...guessInviteeColumns(table.headings) },
  };
}
