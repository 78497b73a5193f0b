import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import type { PartName } from '../../ui/navigation/contents-list.tsx';
import { PartLinks } from '../../ui/navigation/part-links.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import type { Telling } from './load-telling.ts';
import { MethodLink } from './method-link.tsx';
import { MissedRelease } from './missed-release.tsx';
import { ReleaseChoice } from './release-choice.tsx';
import styles from './releases.module.css';
import { SimulatedNotice } from './simulated-notice.tsx';

/** What the page is about, as long as its figures say nothing by themselves. */
type Subject = { subject: string };

export type TellingHrefs = { releases: string; release: (number: number) => string };

type TellingPageProps = Subject & {
  telling: Telling;
  release: PublishedLevels;
  /** What the figures say; null where there is too little to say. */
  finding: string | null;
  lead: string;
  hrefs: TellingHrefs;
  parts: readonly PartName[];
  children: ReactNode;
};

/** A page of what published releases tell of one thing: one of them, and a way to the others. */
export function TellingPage({ subject, telling, release, finding, lead, hrefs, parts, children }: TellingPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  useFocusOnHash();
  const { number } = release;
  const name = localise(release.name);
  return (
    <Page width="results">
      <BackLink to={hrefs.releases}>
        <Trans>Figures</Trans>
      </BackLink>
      <PageHeader
        title={finding ?? subject}
        documentTitle={t`${subject}, release ${number}`}
        eyebrow={t`Release ${number}: ${name}`}
        lead={lead}
      >
        <ButtonRow>
          <Button variant="quiet" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </ButtonRow>
      </PageHeader>
      <MissedRelease missed={telling.missed} number={number} hrefs={hrefs} />
      <SimulatedNotice isSimulated={release.isSimulated} />
      <div className={styles.explorer}>
        <ReleaseChoice releases={telling.releases} release={release} />
        <PartLinks parts={parts} />
        {children}
      </div>
    </Page>
  );
}

type NothingToldProps = Subject & {
  telling: Telling;
  hrefs: TellingHrefs;
  /** What a release has to have. */
  reason: ReactNode;
  /** What is known all the same. */
  children?: ReactNode;
};

/** The page as long as no published release tells of it. */
export function NothingTold({ subject, telling, hrefs, reason, children }: NothingToldProps) {
  return (
    <Page width="results">
      <PageHeader title={subject} />
      <MissedRelease missed={telling.missed} number={null} hrefs={hrefs} />
      <EmptyState
        title={<Trans>No published release tells of this yet</Trans>}
        action={
          <Link to={hrefs.releases}>
            <Trans>What is published</Trans>
          </Link>
        }
      >
        <p>{reason}</p>
      </EmptyState>
      {children}
    </Page>
  );
}

/** How the figures are to be read. `children`: what is to be known of these alone, as list items. */
export function HowToReadTelling({ methodHref, children }: { methodHref: string; children: ReactNode }) {
  return (
    <Details summary={<Trans>How the figures are to be read</Trans>}>
      <ul>
        {children}
        <li>
          <Trans>
            They describe firms that have answered and agreed to this being counted. They say nothing of those that have
            not.
          </Trans>
        </li>
      </ul>
      <MethodLink href={methodHref} />
    </Details>
  );
}
