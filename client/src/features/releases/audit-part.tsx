import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import type { NearRelease, ToldReport } from '#shared/domain/benchmark/release.ts';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EarlierList } from './earlier-list.tsx';
import { isNamed } from './near-named.ts';
import type { MeasureWords } from './use-measure-words.ts';

type AuditPartProps = { report: ToldReport; measureWords: MeasureWords };
type AuditHrefs = { published: (number: number) => string; release: (releaseId: string) => string };
type Sharing = { sharing: readonly ReleaseRow[] };

function Findings({ report, measureWords }: AuditPartProps) {
  const { t } = useLingui();
  const { findings } = report;
  const kinds = {
    firms: t`how many firms a hidden group has`,
    values: t`about which level few firms have`,
    classes: t`on which levels the firms of a group are`,
  };
  if (findings.length === 0) {
    return (
      <Notice tone="success" title={<Trans>Nothing that is hidden can be worked out</Trans>}>
        <p>
          <Trans>
            When all was hidden that had to be, it was reckoned out once more what each hidden group could be by
            everything that is shown. Each is in doubt enough.
          </Trans>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={<Trans>Something that is hidden can be worked out</Trans>}>
      <p>
        <Trans>By everything that is shown one can tell too closely:</Trans>
      </p>
      <ul>
        {findings.map(({ measure, attack, found }) => (
          <li key={`${measure} ${attack}`}>
            {measureWords.measure(measure)}: {kinds[attack]}, {t`${plural(found, { one: '# time', other: '# times' })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What an earlier one is: published, or built and looked at by the own region or another. */
function useEarlierWords() {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ releaseNumber, built }: NearRelease): string => {
    if (built === undefined) return t`Release ${releaseNumber}`;
    const day = formatDay(built.on, language);
    return built.isOwn ? t`What you built on ${day}` : t`What another region built on ${day}`;
  };
}

/** A public page where there is one; otherwise the one of the region that has built it. */
const hrefAmong =
  (hrefs: AuditHrefs) =>
  ({ number, releaseId }: ReleaseRow): string =>
    number === null ? hrefs.release(releaseId) : hrefs.published(number);

/** Beside which ones it would tell of few. Where those are, and by how many it differs, is not said. */
function NearReleases({ report, sharing, hrefs }: Pick<AuditPartProps, 'report'> & Sharing & { hrefs: AuditHrefs }) {
  const { nearReleases } = report;
  const earlierWords = useEarlierWords();
  if (nearReleases.length === 0) return null;
  const published = sharing.filter((each) => isNamed(nearReleases, each));
  const others = nearReleases.filter(
    ({ releaseNumber }) => releaseNumber === null || !published.some(({ number }) => number === releaseNumber),
  );
  return (
    <Notice tone="danger" title={<Trans>Too much like an earlier release</Trans>}>
      <p>
        <Trans>
          In some group few firms make the difference, or few besides those that a provider has been let in to see: they
          have answered since, withdrawn that they may be counted, or are counted in one of the two only. Whoever lays
          the two beside each other could reckon out what those few answered. It matters as much for what was built and
          looked at, and never published.
        </Trans>
      </p>
      <p>
        <Trans>Such a group is there beside:</Trans>
      </p>
      {published.length > 0 && <EarlierList releases={published} hrefOf={hrefAmong(hrefs)} />}
      {others.length > 0 && (
        <ul>
          {others.map((earlier) => (
            <li key={JSON.stringify(earlier)}>
              {earlier.releaseNumber === null ? (
                earlierWords(earlier)
              ) : (
                <Link to={hrefs.published(earlier.releaseNumber)}>{earlierWords(earlier)}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Trans>In which groups they are is not said, also not to you: it would tell where a firm has withdrawn.</Trans>
      </p>
    </Notice>
  );
}

/** Sets of few firms that several releases tell of together. Which they are is not said. */
function Tracked({ sharing, hrefs }: Sharing & { hrefs: AuditHrefs }) {
  return (
    <Notice tone="danger" title={<Trans>Told by several releases together</Trans>}>
      <p>
        <Trans>
          Whoever adds and subtracts the figures of this release and earlier ones, published or looked at, comes to the
          answers of few firms, though no group is almost the same as another.
        </Trans>
      </p>
      {sharing.length > 0 && (
        <>
          <p>
            <Trans>These earlier ones count some of the same answers:</Trans>
          </p>
          <EarlierList releases={sharing} hrefOf={hrefAmong(hrefs)} />
        </>
      )}
    </Notice>
  );
}

/** Whether anything could be worked out, by itself and beside earlier releases. `isEmpty`: nothing is shown of it. */
export function AuditPart({
  isEmpty,
  sharing,
  hrefs,
  ...props
}: AuditPartProps & Sharing & { isEmpty: boolean; hrefs: AuditHrefs }) {
  const { report } = props;
  const language = useLanguage();
  const seconds = formatNumber(report.seconds, language, 1);
  // Beside a warning it would read as if all were well; and where nothing is shown nothing was tried.
  const isSafe = report.nearReleases.length === 0 && !report.isTracked && !isEmpty;
  return (
    <Section title={<Trans>The attack on it</Trans>}>
      {(isSafe || report.findings.length > 0) && <Findings {...props} />}
      <NearReleases report={report} sharing={sharing} hrefs={hrefs} />
      {report.isTracked && report.nearReleases.length === 0 && <Tracked sharing={sharing} hrefs={hrefs} />}
      {isSafe && (
        <>
          <p>
            {report.cover === 'exact' ? (
              <Trans>As little as possible is hidden: proven by the solver.</Trans>
            ) : (
              <Trans>
                There are too many groups to prove that as little as possible is hidden. It is as safe, but perhaps a
                few groups more than needed are hidden.
              </Trans>
            )}
          </p>
          <Details summary={<Trans>How it was reckoned</Trans>}>
            <p>
              <Trans>
                With the program {report.solver}, in {seconds} seconds.
              </Trans>
            </p>
          </Details>
        </>
      )}
    </Section>
  );
}
