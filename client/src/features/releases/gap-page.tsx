import { Trans, useLingui } from '@lingui/react/macro';
import type { AreaReach } from '#shared/contracts/packages.ts';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { mostCommon } from '#shared/domain/benchmark/rank-shares.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { DivisionHeats } from './division-heats.tsx';
import { GapArea } from './gap-area.tsx';
import { GapDownload } from './gap-download.tsx';
import { GapGroups } from './gap-groups.tsx';
import { GapOverview } from './gap-overview.tsx';
import { HiddenInWords } from './hidden-in-words.tsx';
import type { Telling } from './load-telling.ts';
import { viewRelease } from './release-view.ts';
import { SourceLine } from './source-line.tsx';
import { HowToReadTelling, NothingTold, TellingPage } from './telling-page.tsx';
import { type Gap, useGaps } from './use-gaps.ts';
import { useReleaseWords } from './use-release-words.ts';

export type GapHrefs = {
  releases: string;
  release: (number: number) => string;
  package: (code: string) => string;
  packages: string;
  method: string;
};
export type LoadedGaps = { readonly telling: Telling; readonly areas: readonly AreaReach[] };
type GapPageProps = { loaded: LoadedGaps; hrefs: GapHrefs };

/** What the figures say, in the words of a title; null where there is too little to say. */
function useGapFinding(gaps: readonly Gap[]): string | null {
  const { t } = useLingui();
  const language = useLanguage();
  const found = mostCommon(gaps);
  const [first] = found;
  if (first === undefined) return null;
  const names = listInWords(
    found.map(({ name }) => name),
    language,
  );
  const percent = formatNumber(first.share, language);
  return t`Most often without a package: ${names} (${percent} %)`;
}

function HowToReadGaps({ hrefs, fewestFirms }: { hrefs: GapHrefs; fewestFirms: number }) {
  return (
    <HowToReadTelling methodHref={hrefs.method}>
      <li>
        <Trans>
          A gap is a need that counted and that no package met when the answers were sent in: there was none for the
          area and level, or none for the firm's size, or its conditions were not met.
        </Trans>
      </li>
      <li>
        <Trans>
          The packages beside are those of the catalogue today. A package that came later may meet a need that was a gap
          then.
        </Trans>
      </li>
      <li>
        <Trans>
          A package is counted at a level when this one need brings it in. Size, branch and conditions may still leave a
          firm out. At the highest level a firm gives rather than needs, so that there is no gap.
        </Trans>
      </li>
      <li>
        <Trans>
          Shares are in steps of 5 per cent, and a share that is not nothing is 5 at least. The number of firms is
          reckoned from the share and the rounded number that have answered, so that it is rough.
        </Trans>
      </li>
      <li>
        <Trans>
          A figure is of {fewestFirms} firms at least. Two dots stand where there are too few, or none, or where it
          would give away single firms. Which of them it is cannot be seen.
        </Trans>
      </li>
    </HowToReadTelling>
  );
}

function PublishedGaps({ loaded, release, hrefs }: GapPageProps & { release: PublishedLevels }) {
  const { t } = useLingui();
  const words = useReleaseWords();
  const gaps = useGaps(release, loaded.areas);
  const finding = useGapFinding(gaps.gaps);
  const view = viewRelease(release.document);
  const { spec } = release.document;
  const period = words.period(spec);
  const nameOf = new Map(gaps.gaps.map((gap) => [gap.measure, gap.name]));
  return (
    <TellingPage
      subject={t`Needs without a package`}
      telling={loaded.telling}
      release={release}
      finding={finding}
      lead={t`Needs that no package fitted, of firms in Värmland, Dalarna and Gävleborg that have answered, ${period}. Beside them stands what the catalogue has today.`}
      hrefs={hrefs}
      parts={[
        { id: 'groups', name: t`Groups that stand out` },
        { id: 'all', name: t`All firms` },
        { id: 'divisions', name: t`By group` },
        { id: 'area', name: t`One area closely` },
        { id: 'files', name: t`Take it with you` },
      ]}
    >
      <GapGroups released={release} view={view} gaps={gaps.gaps} />
      <Section id="all" title={<Trans>All firms that have answered</Trans>}>
        <GapOverview {...gaps} />
        <HiddenInWords />
        <SourceLine released={release} />
      </Section>
      <DivisionHeats
        released={release}
        view={view}
        measures={gaps.gaps.map(({ measure }) => measure)}
        rowKind={t`Area`}
        nameOf={(measure) => nameOf.get(measure) ?? measure}
        id="divisions"
        title={(by) => t`Needs without a package by ${by}`}
        caption={(by) => t`Firms with a need that no package fitted, per cent. ${by}`}
      />
      {gaps.chosen !== undefined && (
        <GapArea released={release} view={view} gaps={gaps} chosen={gaps.chosen} packageHref={hrefs.package} />
      )}
      <HowToReadGaps hrefs={hrefs} fewestFirms={spec.rules.fewestFirms} />
      <GapDownload release={release} gaps={gaps.gaps} releaseHref={hrefs.release(release.number)} />
    </TellingPage>
  );
}

/** Where there are needs that no package fits, from what is published alone. */
export function GapPage({ loaded, hrefs }: GapPageProps) {
  const { t } = useLingui();
  const { release } = loaded.telling;
  if (release !== null) return <PublishedGaps loaded={loaded} release={release} hrefs={hrefs} />;
  return (
    <NothingTold
      subject={t`Needs without a package`}
      telling={loaded.telling}
      hrefs={hrefs}
      reason={
        <Trans>
          A region publishes releases and chooses what they tell of. Until one has needs without a package, there is
          nothing to show here.
        </Trans>
      }
    />
  );
}
