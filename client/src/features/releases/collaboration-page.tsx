import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { findEnds } from '#shared/domain/benchmark/finding.ts';
import { measuresFrom } from '#shared/domain/benchmark/measure-code.ts';
import { rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { PartnersPart, WomenPart } from './collaboration-parts.tsx';
import { DivisionHeats } from './division-heats.tsx';
import { HiddenInWords } from './hidden-in-words.tsx';
import type { Telling } from './load-telling.ts';
import { allFirms, viewRelease } from './release-view.ts';
import { SourceLine } from './source-line.tsx';
import { HowToReadTelling, NothingTold, TellingPage } from './telling-page.tsx';
import { type MeasureWords, useMeasureWords } from './use-measure-words.ts';
import { useReleaseWords } from './use-release-words.ts';

export type CollaborationHrefs = { releases: string; release: (number: number) => string; method: string };
type CollaborationPageProps = {
  telling: Telling;
  hrefs: CollaborationHrefs;
  /** What else is known of it, from other sources. */
  children: ReactNode;
  /** What an address calls it. */
  besideId?: string | undefined;
};

function usePartnerFinding({ document }: PublishedLevels, measures: readonly string[], words: MeasureWords) {
  const { t } = useLingui();
  const language = useLanguage();
  const shown = rankShares(document, measures, allFirms).flatMap(({ measure, share, firms }) =>
    share === null || firms === null ? [] : [{ name: words.measure(measure), mean: share, firms }],
  );
  const found = findEnds(shown, 'share');
  if (found === null || found.kind === 'alike') return null;
  const named = (some: readonly { readonly name: string }[]) =>
    listInWords(
      some.map(({ name }) => name),
      language,
    );
  const [most, fewest] = [named(found.highest), named(found.lowest)];
  const [high, low] = [found.highest, found.lowest].map((some) => formatNumber(some[0]?.mean ?? 0, language));
  return t`Most common: ${most} (${high} %). Least common: ${fewest} (${low} %)`;
}

function HowToReadIndicators({ hrefs }: { hrefs: CollaborationHrefs }) {
  return (
    <HowToReadTelling methodHref={hrefs.method}>
      <li>
        <Trans>
          Of collaboration firms say with whom they have worked in the last two years, and may name several. It says
          nothing of how much or how well.
        </Trans>
      </li>
      <li>
        <Trans>
          Shares of women are what each firm states of itself. Every firm counts alike, whatever its size: the mean of
          the firms is not the share of all who work in them.
        </Trans>
      </li>
      <li>
        <Trans>
          The strategy asks for under-represented groups among participants, in management and in innovation teams.
          Women among the employees, in management and in production is what firms are asked about. The rest is not
          measured.
        </Trans>
      </li>
    </HowToReadTelling>
  );
}

type PublishedProps = CollaborationPageProps & { release: PublishedLevels };

function Partners({ release, measures }: { release: PublishedLevels; measures: readonly string[] }) {
  const { t } = useLingui();
  const view = viewRelease(release.document);
  const measureWords = useMeasureWords(release.document.spec.names);
  if (measures.length === 0) return null;
  const ranked = rankShares(release.document, measures, allFirms).map(({ measure }) => measure);
  return (
    <>
      <Section id="collaboration" title={<Trans>Collaboration</Trans>}>
        <PartnersPart view={view} measures={measures} measureWords={measureWords} />
        <HiddenInWords />
        <SourceLine released={release} />
      </Section>
      <DivisionHeats
        released={release}
        view={view}
        measures={ranked}
        rowKind={t`What is counted`}
        nameOf={measureWords.measure}
        id="collaboration-divisions"
        title={(by) => t`Collaboration by ${by}`}
        caption={(by) => t`Firms that have worked with each kind of partner, per cent. ${by}`}
      />
    </>
  );
}

function Women({ release, measures }: { release: PublishedLevels; measures: readonly string[] }) {
  const { t } = useLingui();
  const view = viewRelease(release.document);
  const measureWords = useMeasureWords(release.document.spec.names);
  if (measures.length === 0) return null;
  return (
    <>
      <Section id="women" title={<Trans>Women in the firms</Trans>}>
        <WomenPart view={view} measures={measures} measureWords={measureWords} />
        <SourceLine released={release} />
      </Section>
      <DivisionHeats
        released={release}
        view={view}
        measures={measures}
        rowKind={t`What is counted`}
        nameOf={measureWords.measure}
        id="women-divisions"
        title={(by) => t`Women in the firms by ${by}`}
        caption={(by) => t`Mean share of women in the firms, per cent. ${by}`}
      />
    </>
  );
}

function Published({ telling, release, hrefs, besideId, children }: PublishedProps) {
  const { t } = useLingui();
  const words = useReleaseWords();
  const { number, document } = release;
  const { spec } = document;
  const partners = measuresFrom(spec.measures, 'collaboration');
  const women = measuresFrom(spec.measures, 'women');
  const measureWords = useMeasureWords(spec.names);
  const finding = usePartnerFinding(release, partners, measureWords);
  const period = words.period(spec);
  return (
    <TellingPage
      subject={t`Collaboration and diversity`}
      telling={telling}
      release={release}
      finding={finding}
      lead={t`With whom firms in Värmland, Dalarna and Gävleborg work, and how large a share of women they have. Of firms that have answered, ${period}.`}
      hrefs={hrefs}
      parts={[
        ...(partners.length === 0
          ? []
          : [
              { id: 'collaboration', name: t`Collaboration` },
              { id: 'collaboration-divisions', name: t`Collaboration by group` },
            ]),
        ...(women.length === 0
          ? []
          : [
              { id: 'women', name: t`Women in the firms` },
              { id: 'women-divisions', name: t`Women in the firms by group` },
            ]),
        ...(besideId === undefined ? [] : [{ id: besideId, name: t`What the strategy says` }]),
      ]}
    >
      <Partners release={release} measures={partners} />
      <Women release={release} measures={women} />
      {children}
      <HowToReadIndicators hrefs={hrefs} />
      <p>
        <Link to={`${hrefs.release(number)}?part=collaboration`}>
          <Trans>How the firms are spread, and all files of release {number}</Trans>
        </Link>
      </p>
    </TellingPage>
  );
}

/** With whom firms work and how many women there are, from what is published alone. */
export function CollaborationPage(props: CollaborationPageProps) {
  const { t } = useLingui();
  const { telling, hrefs, children } = props;
  if (telling.release !== null) return <Published {...props} release={telling.release} />;
  return (
    <NothingTold
      subject={t`Collaboration and diversity`}
      telling={telling}
      hrefs={hrefs}
      reason={
        <Trans>
          A region publishes releases and chooses what they tell of. Until one has collaboration or shares of women,
          there are no figures of firms here.
        </Trans>
      }
    >
      {children}
    </NothingTold>
  );
}
