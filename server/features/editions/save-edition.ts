import { checkEditionPlan, type EditionPlan } from '#shared/domain/edition/edition-plan.ts';
import { isEditionOver, placesTaken } from '#shared/domain/edition/edition-states.ts';
import { isOffered } from '#shared/domain/routing/is-offered.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { CatalogueVersion } from '../../platform/content/published-content.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type EditionAt, getOwnEdition, holdEdition } from './access.ts';
import { describeEdition, type EditionBody } from './describe-edition.ts';
import { findProviderCode, insertEdition, type ListedEdition, replaceDays, updatePlan } from './edition-repository.ts';
import { tellOfChange } from './tell-of-edition.ts';

export type SaveInput = EditionAt & {
  readonly packageCode: string;
  readonly plan: EditionPlan;
  readonly isOpen: boolean;
  /** 0 for a new one. */
  readonly revision: number;
};

/** Stores what the provider has decided about an edition, over what was seen of it; of two at once the later is told. */
export async function saveEdition(context: Context, access: AccessContext, input: SaveInput): Promise<EditionBody> {
  const version = await context.published.currentCatalogue();
  const saved = await inTransaction(context.database, access, async (tx) => {
    const before = await (input.revision === 0 ? create(context, tx, input, version) : change(context, tx, input));
    await replaceDays(tx, input, input.plan.days);
    await recordAudit(tx, {
      action: before === null ? 'edition-created' : 'edition-changed',
      objectKind: 'edition',
      objectId: input.editionId,
      detail: { organisationId: input.organisationId, packageCode: input.packageCode },
    });
    const edition = await getOwnEdition(tx, input);
    if (before !== null) await tellOfChange(context, tx, before, edition);
    return edition;
  });
  context.wakeWorker();
  return describeEdition(context, saved, version.catalogue);
}

async function create(
  context: Context,
  tx: Transaction,
  input: SaveInput,
  { catalogue, catalogueVersionId }: CatalogueVersion,
): Promise<null> {
  const code = await findProviderCode(tx, input.organisationId);
  if (code === undefined) throw new DomainError('not-found');
  const offer = catalogue.packages.find((each) => each.code === input.packageCode);
  if (offer?.providers.includes(code) !== true) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/packageCode', code: 'not-of-this-provider' }] });
  }
  if (!isOffered(offer)) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/packageCode', code: 'out-of-use' }] });
  }
  refuseFaultyPlan(context, input.plan, null);
  const isNew = await insertEdition(tx, {
    ...input,
    catalogueVersionId,
    status: input.isOpen ? 'open' : 'planned',
    now: context.clock.now(),
  });
  // Sent twice, or an identifier of somebody else's.
  if (!isNew) throw new DomainError('changed-meanwhile');
  return null;
}

async function change(context: Context, tx: Transaction, input: SaveInput): Promise<ListedEdition> {
  const before = await holdEdition(tx, input, input.revision);
  if (isEditionOver(before.status)) throw new DomainError('move-not-possible');
  if (input.packageCode !== before.packageCode) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/packageCode', code: 'fixed' }] });
  }
  refuseFaultyPlan(context, input.plan, before);
  await updatePlan(tx, input, input.plan);
  return before;
}

function refuseFaultyPlan(context: Context, plan: EditionPlan, before: ListedEdition | null): void {
  const faults = checkEditionPlan(plan, {
    today: swedishDate(context.clock.now()),
    municipalities: context.bundle.municipalities.map(({ code }) => code),
    before,
    taken: before === null ? 0 : placesTaken(before),
  });
  if (faults.length === 0) return;
  throw new DomainError('invalid-request', {
    fields: faults.map(({ field, code, place }) => ({
      path: place === undefined ? `body/plan/${field}` : `body/plan/${field}/${place}`,
      code,
    })),
  });
}
