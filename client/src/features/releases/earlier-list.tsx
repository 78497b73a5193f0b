import { useLingui } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { useReleaseWords } from './use-release-words.ts';

type EarlierListProps = { releases: readonly ReleaseRow[]; hrefOf: (release: ReleaseRow) => string };

/** Earlier releases, with what tells them apart: of which time and which firms they are. */
export function EarlierList({ releases, hrefOf }: EarlierListProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useReleaseWords();
  return (
    <ul>
      {releases.map((release) => {
        const { releaseId, number, name, periods, population } = release;
        const named = localise(name);
        return (
          <li key={releaseId}>
            <Link to={hrefOf(release)}>{number === null ? named : t`Release ${number}: ${named}`}</Link>,{' '}
            {words.periods(periods)}, {words.population(population).toLowerCase()}
          </li>
        );
      })}
    </ul>
  );
}
