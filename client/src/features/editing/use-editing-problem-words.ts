import { useLingui } from '@lingui/react/macro';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

const mostPlaces = 5;

/** Where in the file something is wrong, the first few places. */
function placesIn({ errors }: ProblemError): string[] {
  const places = errors.map(({ path }) => path.replace(/^body\/(yaml|workbookBase64)\/?/, ''));
  return [...new Set(places.filter((place) => place !== ''))].slice(0, mostPlaces);
}

/** Says what went wrong where an editor is told something else than a firm would be. */
export function useEditingProblemWords(): (error: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (error) => {
    if (!(error instanceof ProblemError)) return say(error);
    if (error.code === 'not-found') return t`It is no longer there. Somebody may have thrown it away or published it.`;
    if (error.code === 'payload-too-large') return t`The file or the text is too large.`;
    if (error.code === 'draft-outdated') {
      return t`The draft has changed meanwhile. It is shown as it stands now: look at what differs, and try again.`;
    }
    if (error.code !== 'file-not-readable') return say(error);
    const named = placesIn(error).join(', ');
    return named === ''
      ? t`The file cannot be read. Choose a file of the kind that is saved here.`
      : t`The file can be read, but is not right in these places: ${named}`;
  };
}
