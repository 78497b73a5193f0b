import { checkIndexValue, type IndexValue } from '#shared/domain/followup/index-value.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { describeIndexValue, type IndexValueRowBody } from './describe-entry.ts';
import { listDimensions } from './list-dimensions.ts';
import { saveEntry } from './save-entry.ts';

type Input = {
  readonly organisationId: string;
  readonly indexValueId: string;
  readonly indexValue: IndexValue;
  readonly revision: number;
};

export async function saveIndexValue(
  context: Context,
  access: AccessContext,
  { organisationId, indexValueId, indexValue, revision }: Input,
): Promise<IndexValueRowBody> {
  const dimensions = (await listDimensions(context)).map(({ code }) => code);
  const year = Number(swedishDate(context.clock.now()).slice(0, 4));
  const entry = { kind: 'index-value' as const, organisationId, entryId: indexValueId, content: indexValue, revision };
  const check = () => checkIndexValue(indexValue, { year, dimensions });
  return describeIndexValue(await saveEntry(context, access, entry, { property: 'indexValue', check }), organisationId);
}
