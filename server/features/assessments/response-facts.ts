import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getOpenResponse } from './access.ts';

/** What hardly ever changes of a response: only when it goes over to another version. */
export type ResponseFacts = {
  readonly firmId: string;
  readonly instrumentVersionId: string;
  readonly formCode: string;
};

const mostRemembered = 10_000;
const remembered = new WeakMap<Context, Map<string, ResponseFacts>>();

function memoryOf(context: Context): Map<string, ResponseFacts> {
  const memory = remembered.get(context) ?? new Map<string, ResponseFacts>();
  remembered.set(context, memory);
  return memory;
}

const placeOf = (access: AccessContext, responseId: string): string =>
  `${access.accessKey ?? ''}/${access.sessionKey ?? ''}/${responseId}`;

/** Asks anew the next time: the response has gone over to another version. */
export function forgetResponseFacts(context: Context, access: AccessContext, responseId: string): void {
  memoryOf(context).delete(placeOf(access, responseId));
}

/**
 * The facts of an open response that this key reaches. They are remembered per key and session, so that knowing them never
 * stands in for being let in: the access rules judge every statement that follows.
 */
export async function getResponseFacts(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<ResponseFacts> {
  const memory = memoryOf(context);
  const place = placeOf(access, responseId);
  const known = memory.get(place);
  if (known !== undefined) return known;
  const { firmId, instrumentVersionId, formCode } = await inTransaction(context.database, access, (tx) =>
    getOpenResponse(tx, responseId),
  );
  const facts = { firmId, instrumentVersionId, formCode };
  const [oldest] = memory.keys();
  if (memory.size >= mostRemembered && oldest !== undefined) memory.delete(oldest);
  memory.set(place, facts);
  return facts;
}
