import { type InviteeColumnChoice, type InviteeReport, mostInvitees, rowFaults } from '#shared/contracts/campaigns.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { stateOn } from '#shared/domain/campaign/campaign-state.ts';
import {
  cellsOf,
  inviteeFields,
  readInvitees,
  type SortedRows,
  setAsideKnown,
} from '#shared/domain/campaign/invitee-rows.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readTable } from '../../platform/files/read-table.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { countLettingIn } from '../../platform/identity/letting-in-repository.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { listKnownAddresses, listKnownNumbers, listOwnStaffAmong } from './address-repository.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { isLastEvening, type Place, standingOf } from './describe-campaign.ts';
import { countInCampaign, holdBackOptOuts, insertContactsAsInvitees, insertInvitees } from './invitee-repository.ts';
import { type CampaignRow, lockCampaign } from './repository.ts';
import { sinceWhenInvited } from './since-when-invited.ts';

export type ImportInput = Place & {
  readonly file: TableFile;
  readonly columns: InviteeColumnChoice;
  readonly accepts: 'nothing' | 'whole-file' | 'good-rows';
};

const mostRowsShown = 200;
/** A workbook holds more than was sent of it. */
const mostCharactersTold = 4_000_000;

/** The first rows, as many as a reply has room for. */
function withRoom<Told extends { readonly cells: readonly string[] }>(rows: readonly Told[]): Told[] {
  let characters = 0;
  const tooMany = rows.findIndex(({ cells }) => {
    for (const cell of cells) characters += cell.length;
    return characters > mostCharactersTold;
  });
  return rows.slice(0, tooMany < 0 ? rows.length : tooMany);
}

/** Firms come into a call until its last day: who comes later would have no time. */
async function lockToAdd(context: Context, tx: Transaction, place: Place): Promise<CampaignRow> {
  // First of all: whoever says no to the organisation meanwhile waits, and finds what was stored.
  await holdBackOptOuts(tx, place);
  const row = await lockCampaign(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  const now = context.clock.now();
  const state = stateOn(standingOf(row), swedishDate(now));
  if (state !== 'draft' && state !== 'scheduled' && state !== 'open') throw new DomainError('move-not-possible');
  if (state === 'open' && isLastEvening(row, now)) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body', code: 'too-late-to-invite' }] });
  }
  return row;
}

async function roomIn(tx: Transaction, place: Place): Promise<number> {
  return mostInvitees - (await countInCampaign(tx, place));
}

const tooMany = () =>
  new DomainError('file-not-readable', { fields: [{ path: 'body/file', code: 'too-many-in-campaign' }] });

async function recordAdded(tx: Transaction, { campaignId }: Place, count: number): Promise<void> {
  const detail = { count };
  await recordAudit(tx, { action: 'campaign-firms-added', objectKind: 'campaign', objectId: campaignId, detail });
}

type Compared = { readonly organiser: OrganiserKind; readonly sorted: SortedRows; readonly now: Date };

async function compare(tx: Transaction, place: Place, { organiser, sorted, now }: Compared) {
  const invitees = sorted.good.map(({ invitee }) => invitee);
  const numbersOf = (rows: SortedRows['good']) => rows.flatMap(({ invitee }) => invitee.organisationNumber ?? []);
  const emails = invitees.map(({ email }) => email);
  const known = await listKnownAddresses(tx, place, { emails, invitedSince: sinceWhenInvited(now) });
  const emailsWhere = (field: 'isInvited' | 'isOptedOut' | 'isContact' | 'isInvitedOften') =>
    new Set(known.filter((each) => each[field]).map(({ email }) => email));
  const left = setAsideKnown(sorted, {
    emails: emailsWhere('isInvited'),
    optedOut: emailsWhere('isOptedOut'),
    ownStaff: new Set(await listOwnStaffAmong(tx, place, emails)),
    invitedOften: emailsWhere('isInvitedOften'),
    numbers: new Set(await listKnownNumbers(tx, place, numbersOf(sorted.good))),
  });
  const contacts = emailsWhere('isContact');
  return {
    ...left,
    knownContacts: left.good.filter(({ invitee }) => contacts.has(invitee.email)).length,
    // Nobody lets a region in.
    lettingIn: organiser === 'region' ? 0 : await countLettingIn(tx, numbersOf(left.good)),
  };
}

const pieceLength = 500;

/** Piece by piece, and no further once whoever asked is gone. */
async function store(
  context: Context,
  tx: Transaction,
  { place, good, gone }: { place: Place; good: SortedRows['good']; gone: AbortSignal },
): Promise<void> {
  const { identifiers, clock } = context;
  for (let at = 0; at < good.length; at += pieceLength) {
    const invitees = good.slice(at, at + pieceLength).map(({ invitee }) => ({
      ...invitee,
      inviteeId: identifiers.newId(),
      // Not to be guessed from another.
      optOutId: crypto.randomUUID(),
    }));
    await insertInvitees(tx, place, invitees, clock.now());
    gone.throwIfAborted();
  }
  await recordAdded(tx, place, good.length);
  gone.throwIfAborted();
}

/**
 * Says what is wrong with which rows, and stores the others if that was accepted. Nothing is stored otherwise, nor when
 * whoever asked is gone before it was done.
 */
export async function importInvitees(
  context: Context,
  access: AccessContext,
  { file, columns, accepts, ...place }: ImportInput,
  gone: AbortSignal,
): Promise<InviteeReport> {
  if (columns.firmName === null || columns.email === null) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/columns', code: 'firm-and-address-needed' }] });
  }
  const { organisationId } = place;
  await asOrganiserOf(context, access, organisationId, (tx) => lockToAdd(context, tx, place));
  const chosen = Object.fromEntries(
    inviteeFields.flatMap((field) => (columns[field] === null ? [] : [[field, columns[field]]])),
  );
  const { municipalities, branches } = context.bundle.firmProfileOptions;
  const { rows } = await readTable(file, { mostRows: mostInvitees });
  gone.throwIfAborted();
  const sorted = readInvitees(rows, chosen, { municipalities, branches });
  const shown = (row: number) => ({ row, cells: [...cellsOf(rows, row)] });
  const report = await asOrganiserOf(context, access, organisationId, async (tx, organiser) => {
    const now = context.clock.now();
    await lockToAdd(context, tx, place);
    const { good, faulty, knownContacts, lettingIn } = await compare(tx, place, { organiser, sorted, now });
    const isStored = good.length > 0 && (accepts === 'good-rows' || (accepts === 'whole-file' && faulty.length === 0));
    if (good.length > (await roomIn(tx, place))) throw tooMany();
    if (isStored) await store(context, tx, { place, good, gone });
    const doubtful = good.filter(({ doubts }) => doubts.length > 0);
    return {
      good: good.length,
      knownContacts,
      lettingIn,
      faulty: withRoom(
        faulty.map(({ row, faults }) => ({
          ...shown(row),
          faults: rowFaults.filter((each) => faults.includes(each)),
        })),
      ),
      faultyCount: faulty.length,
      doubtful: withRoom(
        doubtful.slice(0, mostRowsShown).map(({ row, doubts }) => ({ ...shown(row), doubts: [...doubts] })),
      ),
      doubtfulCount: doubtful.length,
      stored: isStored ? good.length : 0,
    };
  });
  context.wakeWorker();
  return report;
}

/** Earlier contacts of the organisation, all or those that a search finds; who is there already stays as it is. */
export async function addContacts(
  context: Context,
  access: AccessContext,
  { search, ...place }: Place & { search?: string | undefined },
): Promise<{ added: number; alreadyThere: number; leftOut: number }> {
  const counts = await asStaffOf(context, access, { organisationId: place.organisationId }, async (tx) => {
    await lockToAdd(context, tx, place);
    const most = await roomIn(tx, place);
    const now = context.clock.now();
    const invitedSince = sinceWhenInvited(now);
    const came = await insertContactsAsInvitees(tx, place, { search, most, now, invitedSince });
    if (came.added > 0) await recordAdded(tx, place, came.added);
    return came;
  });
  context.wakeWorker();
  return counts;
}
