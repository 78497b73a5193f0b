import { Trans } from '@lingui/react/macro';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate, formatDay } from '../../lib/format.ts';
import { lastDayOf } from '../../lib/last-day-of.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import type { ComparedArea, Release } from './compared-areas.ts';
import { useOwnHrefs } from './result-context.tsx';

/** One release that figures come from, and what is in it. */
function FromRelease({ release }: { release: Release }) {
  const hrefs = useOwnHrefs();
  const language = useLanguage();
  const localise = useLocalised();
  const { number, name, population, isSimulated } = release;
  const [builder, title] = [localise(release.organisationName), localise(name)];
  const [from, last] = [formatDay(release.from, language), formatDay(lastDayOf(release), language)];
  const day = formatDate(new Date(release.publishedAt), language);
  return (
    <>
      <SimulatedTag isSimulated={isSimulated} />{' '}
      <Trans>
        From{' '}
        <Link to={hrefs.release(number)}>
          release {number}: {title}
        </Link>
        , published by {builder} on {day}. It counts firms that answered from {from} to {last} and agreed to be counted,
        and says nothing of the rest of the industry.
      </Trans>{' '}
      {population === 'sme' && <Trans>Only firms with fewer than 250 employees are in it.</Trans>}
    </>
  );
}

function WhetherCounted({ isCounted }: Pick<Release, 'isCounted'>) {
  return isCounted ? (
    <Trans>
      Your own answers are in the release. Here they are taken out of the means, so that you stand beside the others;
      the middle half of the firms is as it was published.
    </Trans>
  ) : (
    <Trans>Your own answers are not in the release.</Trans>
  );
}

function AreasFrom({ release, areas }: { release: Release; areas: readonly ComparedArea[] }) {
  const language = useLanguage();
  const names = listInWords(
    areas.filter(({ peers }) => peers?.release === release.number).map(({ name }) => name),
    language,
  );
  return (
    <li>
      <strong>{names}.</strong> <FromRelease release={release} /> <WhetherCounted {...release} />
    </li>
  );
}

type SourceProps = { releases: readonly Release[]; areas: readonly ComparedArea[] };

/** Where the figures come from: of several releases which areas come from which. */
export function ComparisonSource({ releases, areas }: SourceProps) {
  const [newest] = releases;
  const taken = releases.filter(({ number }) => areas.some(({ peers }) => peers?.release === number));
  const [only = newest, ...others] = taken;
  if (others.length === 0) {
    return (
      only !== undefined && (
        <>
          <p>
            <FromRelease release={only} />
          </p>
          <p>
            <WhetherCounted {...only} />
          </p>
        </>
      )
    );
  }
  return (
    <>
      <p>
        <Trans>Each area is taken from the newest release that shows it of the group.</Trans>
      </p>
      <ul>
        {taken.map((release) => (
          <AreasFrom key={release.number} release={release} areas={areas} />
        ))}
      </ul>
    </>
  );
}
