import {
  type ColumnChoice,
  type ContactRowFault,
  contactRowFaults,
  type ImportReport,
  mostContacts,
} from '#shared/contracts/outreach.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { type Contact, contactFields, readContact } from '#shared/domain/outreach/contact-rows.ts';
import { readRows } from '#shared/domain/outreach/table-rows.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readTable } from '../../platform/files/read-table.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { countLettingIn } from '../../platform/identity/letting-in-repository.ts';
import { listStandings, saveContacts } from './repository.ts';

export type ImportInput = {
  readonly organisationId: string;
  readonly file: TableFile;
  readonly columns: ColumnChoice;
  readonly accepts: 'nothing' | 'whole-file' | 'good-rows';
};

const mostFaultsShown = 200;

function sortRows(rows: readonly (readonly string[])[], columns: ColumnChoice) {
  const chosen = Object.fromEntries(
    contactFields.flatMap((field) => (columns[field] === null ? [] : [[field, columns[field]]])),
  );
  return readRows<Contact, ContactRowFault>(
    rows,
    (cells) => {
      const read = readContact(cells, chosen);
      return 'faults' in read ? read : { value: read.contact };
    },
    ({ email }) => [{ key: email, twice: 'twice-in-file' }],
  );
}

/** Says what is wrong with which rows, and stores the others if that was accepted. Nothing is stored otherwise, nor when whoever asked is gone. */
export async function importContacts(
  context: Context,
  access: AccessContext,
  { organisationId, file, columns, accepts }: ImportInput,
  gone: AbortSignal,
): Promise<ImportReport> {
  if (columns.firmName === null || columns.email === null) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/columns', code: 'firm-and-address-needed' }] });
  }
  await asStaffOf(context, access, { organisationId }, async () => undefined);
  const { good, faulty } = sortRows((await readTable(file, { mostRows: mostContacts })).rows, columns);
  gone.throwIfAborted();
  return asStaffOf(context, access, { organisationId }, async (tx) => {
    const standings = await listStandings(
      tx,
      organisationId,
      good.map(({ value }) => value.email),
    );
    const optedOut = new Set(standings.filter(({ isOptedOut }) => isOptedOut).map(({ email }) => email));
    const kept = good.filter(({ value }) => !optedOut.has(value.email));
    const refused = good.filter(({ value }) => optedOut.has(value.email));
    const allFaulty = [...faulty, ...refused.map(({ row }) => ({ row, faults: ['opted-out' as const] }))];
    const numbers = kept.flatMap(({ value }) => value.organisationNumber ?? []);
    const isStored = accepts === 'good-rows' || (accepts === 'whole-file' && allFaulty.length === 0);
    if (isStored && kept.length > 0) {
      const { identifiers, clock } = context;
      const contacts = kept.map(({ value }) => ({
        ...value,
        contactId: identifiers.newId(),
        // Not to be guessed from another.
        optOutId: crypto.randomUUID(),
      }));
      await saveContacts(tx, organisationId, contacts, clock.now());
      await recordAudit(tx, {
        action: 'contacts-imported',
        objectKind: 'organisation',
        objectId: organisationId,
        detail: { count: contacts.length },
      });
      gone.throwIfAborted();
    }
    const known = new Set(standings.filter(({ isKnown }) => isKnown).map(({ email }) => email));
    return {
      good: kept.length,
      known: kept.filter(({ value }) => known.has(value.email)).length,
      lettingIn: await countLettingIn(tx, numbers),
      faulty: allFaulty
        .toSorted((one, other) => one.row - other.row)
        .slice(0, mostFaultsShown)
        .map(({ row, faults }) => ({ row, faults: contactRowFaults.filter((each) => faults.includes(each)) })),
      faultyCount: allFaulty.length,
      stored: isStored ? kept.length : 0,
    };
  });
}
