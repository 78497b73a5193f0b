import { redirect } from 'react-router';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { callEndpoint } from '../lib/http/call-endpoint.ts';
import { isNowhere, ProblemError } from '../lib/http/errors.ts';
import { paths } from './paths.ts';

/**
 * Loads what takes an account: whoever is not signed in, or has not shown a second factor, does that first and comes
 * back. Null when it is not there, which looks the same as when it is not for the person.
 */
export async function staffOnly<T>(request: Request, load: () => Promise<T>): Promise<T | Response | null> {
  const { pathname, search } = new URL(request.url);
  try {
    const loaded = await load();
    // Nothing is found for whoever has no place to ask from, which is also how nobody at all looks.
    if (loaded === null && (await isSignedOut())) return redirect(paths.signIn(pathname + search));
    return loaded;
  } catch (error) {
    if (isNowhere(error)) return null;
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'sign-in-required') return redirect(paths.signIn(pathname + search));
    if (error.code === 'second-factor-required') return redirect(paths.secondFactor(pathname + search));
    throw error;
  }
}

async function isSignedOut(): Promise<boolean> {
  return (await callEndpoint(getVisitor, {})).account === null;
}
