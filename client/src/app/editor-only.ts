import { redirect } from 'react-router';
import { ProblemError } from '../lib/http/errors.ts';
import { paths } from './paths.ts';

/** Loads what only editors may see; whoever is not signed in is shown how to. Null when it is not there. */
export async function editorOnly<T>(load: () => Promise<T>): Promise<T | Response | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'sign-in-required') return redirect(paths.editor());
    if (error.code === 'not-found') return null;
    throw error;
  }
}
