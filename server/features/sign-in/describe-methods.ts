import type * as z from 'zod/mini';
import type { getSignInMethods } from '#shared/contracts/sign-in.ts';
import type { Context } from '../../platform/context.ts';

type Methods = z.input<(typeof getSignInMethods)['responses'][200]>;

export function describeMethods({ config }: Context): Methods {
  return { oidc: config.oidc?.name ?? null, hasDemoPeople: config.hasDemoPeople };
}
