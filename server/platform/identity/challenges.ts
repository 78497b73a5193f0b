import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Transaction } from '../database/transaction.ts';
import { sha256 } from '../identifier.ts';
import { type ChallengePurpose, insertChallenge, takeChallenge } from './challenge-repository.ts';
import type { OidcRemembered } from './oidc.ts';

const challengeMinutes = 10;
const minuteMs = 60_000;

/** For whom a challenge is: the browser, and the person where one is signed in. */
export type Challenged = { readonly browserSecret: string; readonly personId?: string };

/** Remembers what is to come back, for this browser and for ten minutes. */
export async function rememberChallenge(
  context: Context,
  tx: Transaction,
  purpose: ChallengePurpose,
  { browserSecret, personId }: Challenged,
  content: Readonly<Record<string, string>>,
): Promise<void> {
  const createdAt = context.clock.now();
  await insertChallenge(tx, {
    challengeId: context.identifiers.newId(),
    purpose,
    browserSha256: sha256(browserSecret),
    personId: personId ?? null,
    content,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + challengeMinutes * minuteMs),
  });
}

/** What was remembered, this once; undefined when nothing was, or it is too old or used. */
async function consume<S extends z.ZodType>(
  context: Context,
  tx: Transaction,
  purpose: ChallengePurpose,
  { browserSecret, personId }: Challenged,
  schema: S,
): Promise<z.infer<S> | undefined> {
  const content = await takeChallenge(tx, {
    purpose,
    browserSha256: sha256(browserSecret),
    personId: personId ?? null,
    now: context.clock.now(),
  });
  return content === undefined ? undefined : schema.parse(content);
}

/** What a passkey was to sign. */
export async function consumePasskeyChallenge(
  context: Context,
  tx: Transaction,
  purpose: 'passkey-registration' | 'passkey-sign-in' | 'passkey-step-up',
  challenged: Challenged,
): Promise<string | undefined> {
  return (await consume(context, tx, purpose, challenged, z.object({ challenge: z.string() })))?.challenge;
}

/** What an identity provider was asked with. */
export async function consumeOidcRequest(
  context: Context,
  tx: Transaction,
  purpose: 'oidc-sign-in' | 'oidc-link',
  challenged: Challenged,
): Promise<OidcRemembered | undefined> {
  return consume(
    context,
    tx,
    purpose,
    challenged,
    z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  );
}
