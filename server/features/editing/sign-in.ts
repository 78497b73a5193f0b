import type { Clock } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Queryable } from '../../platform/database/query.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import { sha256, sha256Hex } from '../../platform/identifier.ts';
import { asEditor } from './access.ts';
import { endSession, insertLink, insertOperatorLink, redeemLink, revokeOperatorLinks } from './editor-repository.ts';

const sessionHours = 12;
const linkHours = 24;
const hourMs = 3_600_000;

function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * hourMs);
}

/** The secret stands in the fragment, which no server and no log sees; it is exchanged by a click. */
export function editorLinkOf(origin: string, key: string): string {
  return `${origin}/editor#${key}`;
}

export type EditorSession = { editorName: string; key: string; expiresAt: Date };

export async function openSession(
  context: Context,
  input: { key: string; editorName: string },
): Promise<EditorSession> {
  const key = context.identifiers.newSecret();
  const expiresAt = hoursAfter(context.clock.now(), sessionHours);
  const isRedeemed = await inTransaction(context.database, { editorKey: sha256Hex(key) }, (tx) =>
    redeemLink(tx, {
      linkSha256: sha256(input.key),
      editorKeyId: context.identifiers.newId(),
      keySha256: sha256(key),
      editorName: input.editorName,
      expiresAt,
    }),
  );
  if (!isRedeemed) throw new DomainError('not-found');
  return { editorName: input.editorName, key, expiresAt };
}

export async function getSession(context: Context, editorKey: string): Promise<{ editorName: string }> {
  return asEditor(context, editorKey, async (_tx, { name }) => ({ editorName: name }));
}

export async function closeSession(context: Context, editorKey: string): Promise<void> {
  await asEditor(context, editorKey, (tx) => endSession(tx));
}

export async function createLink(
  context: Context,
  editorKey: string,
  origin: string,
): Promise<{ url: string; expiresAt: string }> {
  const key = context.identifiers.newSecret();
  const expiresAt = hoursAfter(context.clock.now(), linkHours);
  const link = { editorKeyId: context.identifiers.newId(), keySha256: sha256(key), expiresAt };
  await asEditor(context, editorKey, (tx) => insertLink(tx, link));
  return { url: editorLinkOf(origin, key), expiresAt: expiresAt.toISOString() };
}

/**
 * The key of a one-time link for whoever runs the server, in place of earlier ones that were not used; `db` is the
 * owner of the tables.
 */
export async function createOperatorKey(
  db: Queryable,
  make: { clock: Clock; identifiers: Identifiers },
): Promise<string> {
  const key = make.identifiers.newSecret();
  const expiresAt = hoursAfter(make.clock.now(), linkHours);
  await revokeOperatorLinks(db);
  await insertOperatorLink(db, { editorKeyId: make.identifiers.newId(), keySha256: sha256(key), expiresAt });
  return key;
}
