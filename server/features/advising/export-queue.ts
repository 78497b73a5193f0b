import type { Readable } from 'node:stream';
import type { ExportFormat, QueueFilter } from '#shared/contracts/advisor-queue.ts';
import type { Language } from '#shared/domain/language.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction, readInTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { ExportRow } from './export-columns.ts';
import { insertExportLooks, readQueue } from './export-repository.ts';
import type { QueueRowRow } from './queue-repository.ts';
import { writeExport } from './write-export.ts';

export type ExportInput = {
  readonly filter: Omit<QueueFilter, 'after'>;
  readonly format: ExportFormat;
  readonly language: Language;
  readonly personId: string;
};

const atATime = 500;
/** Each holds a connection for as long as somebody fetches. */
const mostAtOnce = 2;

const noFacts = {
  municipality: null,
  county: null,
  branch: null,
  sizeClass: null,
  round: null,
  submittedAt: null,
  digitalLevel: null,
  processLevel: null,
} as const;

/**
 * Before any of it leaves it is written down, and committed, that the firms stand in it. Who has withdrawn since the
 * export began is not in it any more, and who only shows results no longer is in it without them.
 */
async function noted(context: Context, access: AccessContext, rows: readonly QueueRowRow[]): Promise<QueueRowRow[]> {
  const hasResult = new Map<string, boolean>();
  const keyOf = (organisationId: string, firmId: string) => `${organisationId} ${firmId}`;
  await inTransaction(context.database, access, async (tx) => {
    for (const organisationId of new Set(rows.map((row) => row.organisationId))) {
      const own = rows.filter((row) => row.organisationId === organisationId);
      const firmIds = [...new Set(own.map(({ firmId }) => firmId))];
      for (const firm of await insertExportLooks(tx, { firmIds, organisationId })) {
        hasResult.set(keyOf(organisationId, firm.firmId), firm.hasResult);
      }
    }
  });
  return rows.flatMap((row) => {
    const shows = hasResult.get(keyOf(row.organisationId, row.firmId));
    if (shows === undefined) return [];
    return shows ? [row] : [{ ...row, ...noFacts }];
  });
}

async function nameRow(context: Context, row: QueueRowRow): Promise<ExportRow> {
  const { catalogueVersionId, packageCode } = row;
  if (catalogueVersionId === null || packageCode === null) return { ...row, packageName: null };
  const version = await context.published.findCatalogue(catalogueVersionId);
  return { ...row, packageName: nameOf(version?.catalogue.packages ?? [], packageCode) };
}

/** What the log holds of a filter: codes, and that a name was searched for, not which. */
function filterInLog({ search, ...filter }: ExportInput['filter']): { filter: string; hasSearch: boolean } {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined);
  return { filter: said.map(([name, value]) => `${name}=${String(value)}`).join('&'), hasSearch: search !== undefined };
}

/** Makes files of the queue, so many at once; whoever is one too many is asked to come back. */
export function createQueueExport(context: Context) {
  let running = 0;

  const record = (
    access: AccessContext,
    { personId }: ExportInput,
    action: 'queue-exported' | 'queue-export-ended',
    detail: Readonly<Record<string, string | number | boolean>>,
  ) =>
    // By name, too: a session that has ended meanwhile says no longer whose it was.
    inTransaction(context.database, access, (tx) =>
      recordAudit(tx, { action, objectKind: 'queue', objectId: personId, detail, actorPersonId: personId }),
    );

  async function* readRows(access: AccessContext, input: ExportInput): AsyncGenerator<ExportRow> {
    let count = 0;
    let isComplete = false;
    const query = { filter: { ...input.filter, after: undefined }, now: context.clock.now() };
    try {
      for await (const rows of readInTransaction(context.database, access, (tx) => readQueue(tx, query, atATime))) {
        for (const row of await noted(context, access, rows)) {
          count += 1;
          yield await nameRow(context, row);
        }
      }
      isComplete = true;
    } finally {
      await record(access, input, 'queue-export-ended', { format: input.format, count, isComplete });
    }
  }

  return async (access: AccessContext, input: ExportInput): Promise<Readable> => {
    if (running >= mostAtOnce) throw new DomainError('service-unavailable');
    running += 1;
    try {
      const { filter, format, language } = input;
      await record(access, input, 'queue-exported', { format, ...filterInLog(filter) });
      const { firmProfileOptions: names } = context.bundle;
      const rows = readRows(access, input);
      const stream = writeExport(format, { rows, language, names, filter, madeAt: context.clock.now() });
      stream.once('close', () => {
        running -= 1;
        // A stream that was let go of before its first row never began to read.
        void rows.return(undefined).catch(() => undefined);
      });
      return stream;
    } catch (error) {
      running -= 1;
      throw error;
    }
  };
}
