import { redirect } from 'react-router';
import { ProblemError } from '../lib/http/errors.ts';
import { paths } from './paths.ts';

/** Loads what only editors may see; whoever is not signed in is shown how to. */
export async function editorOnly<T>(load: () => Promise<T>): Promise<T | Response> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'sign-in-required') return redirect(paths.editor());
    throw error;
  }
}
