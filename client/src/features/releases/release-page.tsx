import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { AnyDocument } from '#shared/domain/effect/any-release.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { LoadedRelease } from './api.ts';
import { AuditPart } from './audit-part.tsx';
import { BuildingPanel } from './building-panel.tsx';
import { DownloadPart } from './download-part.tsx';
import { EffectView } from './effect-view.tsx';
import { Explorer } from './explorer.tsx';
import { HiddenTable } from './hidden-table.tsx';
import { PublishPart, publishPartId } from './publish-part.tsx';
import { RegionPacks } from './region-packs.tsx';
import { ReleaseFacts } from './release-facts.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useFollowedRelease } from './use-followed-release.ts';
import { useMeasureWords } from './use-measure-words.ts';
import { VerifyPart } from './verify-part.tsx';
import { isWithheld } from './withheld.ts';

export type ReleaseHrefs = {
  region: string;
  method: string;
  /** Where it is built again with the same choices. */
  again: (kind: ReleaseInProgress['kind']) => string;
  /** Another one, as regions see it. */
  release: (releaseId: string) => string;
  published: (number: number) => string;
};
type ReleasePageProps = { loaded: LoadedRelease; hrefs: ReleaseHrefs };

const endings = ['dropped', 'cancelled', 'failed'] as const;
type Ending = (typeof endings)[number];

function EndedWords({ status }: { status: Ending }) {
  switch (status) {
    case 'failed':
      return <Trans>Nothing was kept of it. Try again, perhaps with fewer areas or divisions.</Trans>;
    case 'dropped':
      return (
        <Trans>
          Nobody can look at it any more. Later releases are compared with it for six months, since it could be looked
          at.
        </Trans>
      );
    case 'cancelled':
      return <Trans>Nothing was kept of it.</Trans>;
  }
}

const endedTitles: Readonly<Record<Ending, ReactNode>> = {
  failed: <Trans>The building failed</Trans>,
  dropped: <Trans>It was dropped</Trans>,
  cancelled: <Trans>The building was stopped</Trans>,
};

function Ended({ status, again }: { status: Ending; again: string }) {
  return (
    <Notice tone={status === 'failed' ? 'danger' : 'info'} title={endedTitles[status]}>
      <p>
        <EndedWords status={status} />{' '}
        <Link to={again}>
          <Trans>Build again with the same choices</Trans>
        </Link>
      </p>
    </Notice>
  );
}

type BuiltProps = ReleasePageProps & {
  release: ReleaseInProgress;
  onPublished: (number: number) => Promise<void>;
  onDropped: (status: ReleaseInProgress['status']) => Promise<void>;
  onRefused: () => Promise<void>;
};

type SaidProps = {
  release: ReleaseInProgress;
  document: AnyDocument;
  sha256: string;
  hrefs: Pick<ReleaseHrefs, 'method' | 'published' | 'release'>;
};

/** How safe it is, what is hidden, and what it says. */
function Said({ release, document, sha256, hrefs }: SaidProps) {
  const { names } = document.spec;
  const measureWords = useMeasureWords(names);
  const { report, status, number, publishedAt, blocks } = release;
  const audit = report !== null && (
    <AuditPart
      report={report}
      sharing={release.sharing}
      measureWords={measureWords}
      isEmpty={blocks.includes('nothing-shown')}
      hrefs={hrefs}
    />
  );
  if (isWithheld(blocks)) return audit;
  return (
    <>
      {report !== null && (
        <>
          {audit}
          <HiddenTable report={report} measureWords={measureWords} kind={release.kind} />
        </>
      )}
      <Section title={status === 'published' ? <Trans>What it says</Trans> : <Trans>What it would say</Trans>}>
        {document.format === 'mattstock-effect-1' ? (
          <EffectView released={{ document, sha256, number, publishedAt }} methodHref={hrefs.method} />
        ) : (
          <Explorer
            released={{ document, sha256, number, publishedAt }}
            measureWords={measureWords}
            methodHref={hrefs.method}
            releaseHref={hrefs.published}
          />
        )}
      </Section>
      {document.format === 'mattstock-release-1' && number !== null && <DownloadPart number={number} />}
    </>
  );
}

/** What came of the building, and what can be done with it. */
function Built({ loaded, release, hrefs, ...told }: BuiltProps) {
  const { document, sha256, status, blocks, isOwn } = release;
  const publishing = status === 'built' && (
    <PublishPart place={loaded.place} release={release} againHref={hrefs.again(release.kind)} {...told} />
  );
  const isRead = blocks.length === 0;
  return (
    <>
      {status === 'built' && isRead && isOwn && (
        <p>
          <Trans>
            Read through what would be published. You publish it{' '}
            <a href={`#${publishPartId}`}>at the end of the page</a>.
          </Trans>
        </p>
      )}
      {!isRead && publishing}
      {document !== null && sha256 !== null && (
        <Said release={release} document={document} sha256={sha256} hrefs={hrefs} />
      )}
      {isRead && publishing}
    </>
  );
}

const isEnded = (status: ReleaseInProgress['status']): status is Ending => endings.some((ending) => ending === status);

/** One release from being built to being published. */
export function ReleasePage({ loaded, hrefs }: ReleasePageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const problemWords = useProblemWords();
  const { release, failure, refresh } = useFollowedRelease(loaded);
  const done = useDone();
  const [isRefused, setRefused] = useState(false);
  const { status, number } = release;
  const published = async (as: number) => {
    await refresh();
    done.say(t`Published as release ${as}.`);
  };
  const refused = async () => {
    await refresh();
    setRefused(true);
  };
  const stopped = (now: ReleaseInProgress['status']) => {
    if (now === 'cancelled') done.say(t`The building was stopped.`);
    else done.sayInstead(t`Nothing was stopped: the building had just ended.`);
  };
  const dropped = async (now: ReleaseInProgress['status']) => {
    await refresh();
    if (now === 'published') done.sayInstead(t`Nothing was dropped: it had just been published.`);
    else done.say(t`What was built has been dropped.`);
  };
  return (
    <Page width="results">
      <BackLink to={hrefs.region}>
        <Trans>Figures for the regions</Trans>
      </BackLink>
      <PageHeader title={localise(release.name)} eyebrow={number === null ? undefined : t`Release ${number}`} />
      <DoneNotice done={done} />
      {isRefused && status === 'built' && (
        <Notice tone="warning" role="status" title={<Trans>Nothing was published</Trans>}>
          <p>
            <Trans>It stands differently by now than when you looked at it.</Trans>
          </p>
        </Notice>
      )}
      <SimulatedNotice isSimulated={release.isSimulated} />
      <ReleaseFacts release={release} />
      {number !== null && (
        <p>
          <Link to={hrefs.published(number)}>
            <Trans>To the public page</Trans>
          </Link>
        </p>
      )}
      {status === 'building' && (
        <BuildingPanel
          place={loaded.place}
          release={release}
          fault={failure === null ? undefined : problemWords(failure)}
          onAsked={refresh}
          onStopped={stopped}
        />
      )}
      {isEnded(status) && <Ended status={status} again={hrefs.again(release.kind)} />}
      {(status === 'built' || status === 'published') && (
        <Built
          loaded={loaded}
          release={release}
          hrefs={hrefs}
          onPublished={published}
          onDropped={dropped}
          onRefused={refused}
        />
      )}
      {number !== null && release.kind === 'levels' && (
        <RegionPacks organisationId={loaded.place.organisationId} number={number} />
      )}
      {status === 'published' && (
        <VerifyPart
          place={loaded.place}
          release={release}
          done={done}
          fault={failure === null ? undefined : problemWords(failure)}
          onChanged={refresh}
        />
      )}
    </Page>
  );
}
