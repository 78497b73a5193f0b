import { redirect } from 'react-router';
import { ProblemError } from '../lib/http/errors.ts';
import { paths } from './paths.ts';

/**
 * Loads what takes an account: whoever is not signed in, or has not shown a second factor, does that first and comes
 * back. Null when it is not there, which looks the same as when it is not for the person.
 */
export async function staffOnly<T>(request: Request, load: () => Promise<T>): Promise<T | Response | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { pathname, search } = new URL(request.url);
    if (error.code === 'sign-in-required') return redirect(paths.signIn(pathname + search));
    if (error.code === 'second-factor-required') return redirect(paths.secondFactor(pathname + search));
    if (error.code === 'not-found') return null;
    throw error;
  }
}
