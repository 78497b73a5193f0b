import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PublishedLevels, PublishedRelease } from '#shared/contracts/releases.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { ToPartLinks } from '../../ui/navigation/part-links.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { DownloadPart } from './download-part.tsx';
import { EffectPublished } from './effect-published.tsx';
import { Explorer } from './explorer.tsx';
import { PagesOfRelease } from './pages-of-release.tsx';
import { ReleaseContents } from './release-facts.tsx';
import { viewRelease } from './release-view.ts';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useFindings } from './use-finding.ts';
import { useMeasureWords } from './use-measure-words.ts';
import { useReleaseWords } from './use-release-words.ts';
import { VerifiedPart } from './verified-part.tsx';

type Hrefs = {
  releases: string;
  release: (releaseNumber: number) => string;
  method: string;
  gaps: (releaseNumber: number) => string;
  collaboration: (releaseNumber: number) => string;
};
type PublishedPageProps = {
  release: PublishedRelease;
  hrefs: Hrefs;
  /** How far the firms stand for those there are, below; null where that is not told. */
  coverage: ReactNode;
};
type LevelsProps = PublishedPageProps & { release: PublishedLevels };

/** One published release, for everybody. */
export function PublishedPage({ release, hrefs, coverage }: PublishedPageProps) {
  const { document } = release;
  return document.format === 'mattstock-effect-1' ? (
    <EffectPublished release={{ ...release, document }} hrefs={hrefs} />
  ) : (
    <LevelsPublished release={{ ...release, document }} hrefs={hrefs} coverage={coverage} />
  );
}

/** How firms stand. What it says stands under its name, in sentences. */
function LevelsPublished({ release, hrefs, coverage }: LevelsProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useReleaseWords();
  const measureWords = useMeasureWords(release.document.spec.names);
  const findings = useFindings(viewRelease(release.document), measureWords);
  const { number, document } = release;
  const finding = findings.ofMeasures(document.spec.measures);
  const said = [finding, findings.ofDivisions(), findings.ofGaps()].filter((each) => each !== null);
  const { spec } = document;
  const name = localise(release.name);
  const period = words.period(spec);
  const builder = localise(release.organisationName);
  return (
    <Page width="results">
      <BackLink to={hrefs.releases}>
        <Trans>Figures</Trans>
      </BackLink>
      <PageHeader
        title={name}
        documentTitle={t`Release ${number}: ${name}`}
        eyebrow={t`Release ${number}`}
        lead={said.length === 0 ? undefined : said.join(' ')}
      >
        <p>
          <Trans>
            Firms in Värmland, Dalarna and Gävleborg that have answered and agreed to be counted, {period}. Published by{' '}
            {builder}.
          </Trans>
        </p>
        <ButtonRow>
          <Button variant="quiet" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </ButtonRow>
      </PageHeader>
      <SimulatedNotice isSimulated={release.isSimulated} />
      <ReleaseContents document={document} />
      <PagesOfRelease number={number} tells={release.tells} hrefs={hrefs} />
      <Explorer
        released={release}
        measureWords={measureWords}
        methodHref={hrefs.method}
        releaseHref={hrefs.release}
        hasCoverage={coverage !== null}
        told={finding ?? undefined}
      />
      {coverage !== null && (
        <>
          {coverage}
          <ToPartLinks />
        </>
      )}
      <DownloadPart number={number} />
      <VerifiedPart verifications={release.verifications} />
    </Page>
  );
}
