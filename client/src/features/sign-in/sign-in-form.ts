import { emailSchema } from '#shared/contracts/people.ts';
import { signInCodeSchema } from '#shared/contracts/sign-in.ts';

/** The address as it is sent; undefined when it is none. */
export function readEmail(typed: string): string | undefined {
  return emailSchema.safeParse(typed).data;
}

/** The code as it is sent, however it was typed; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  return signInCodeSchema.safeParse(typed).data;
}

/** The code that a mail's link carries in its fragment, which no server sees. */
export function codeInFragment(hash: string): string | undefined {
  return readCode(new URLSearchParams(hash.slice(1)).get('code') ?? '');
}
