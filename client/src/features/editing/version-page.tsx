import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { VersionDocument, VersionSummary } from '#shared/contracts/editing.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { fetchVersion, fetchVersions } from './api.ts';
import { CompareSelect } from './compare-select.tsx';
import { DifferenceView } from './difference-view.tsx';
import styles from './editing.module.css';
import { FaultNotice } from './fault-notice.tsx';
import { useLineage } from './use-lineage.ts';

export type LoadedVersion = { version: VersionDocument; versions: readonly VersionSummary[] };

export async function loadVersion(instrumentVersionId: string): Promise<LoadedVersion> {
  const [version, { versions }] = await Promise.all([fetchVersion(instrumentVersionId), fetchVersions()]);
  return { version, versions };
}

function Comparison({ version, earlier }: { version: VersionDocument; earlier: readonly VersionSummary[] }) {
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('from') ?? version.followsVersionId ?? earlier[0]?.instrumentVersionId ?? '';
  const { before, mapTo, fault } = useLineage(chosen, version);
  const difference = useMemo(() => before && diffVersions(before, version.definition), [before, version]);
  return (
    <>
      <CompareSelect versions={earlier} chosen={chosen} onChoose={(id) => setSearch({ from: id }, { replace: true })} />
      <FaultNotice fault={fault} />
      {difference !== undefined && <DifferenceView difference={difference} map={mapTo([])} />}
    </>
  );
}

/** A published version: what it is known by, and what it changed. */
export function VersionPage({ loaded, versionsHref }: { loaded: LoadedVersion; versionsHref: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { version, versions } = loaded;
  const { versionNumber } = version;
  const earlier = versions.filter((other) => other.versionNumber < versionNumber);
  const { items, dimensions, forms } = version.definition.structure;
  return (
    <Page width="results">
      <BackLink to={versionsHref}>
        <Trans>Questionnaires</Trans>
      </BackLink>
      <PageHeader title={t`Version ${versionNumber}`} lead={t`Published, and never changed again.`} />
      <Facts
        facts={[
          { term: t`Published`, detail: formatDate(new Date(version.publishedAt), language) },
          { term: t`By`, detail: version.publishedBy ?? t`the release it came with` },
          { term: t`Scored questions`, detail: items.filter(({ purpose }) => purpose === 'score').length },
          { term: t`Areas`, detail: dimensions.length },
          { term: t`Forms`, detail: forms.map(({ code }) => code).join(', ') },
          { term: 'SHA-256', detail: <span className={styles.words}>{version.sha256}</span> },
        ]}
      />
      <Section title={<Trans>What it changed</Trans>}>
        {earlier.length === 0 ? (
          <EmptyState title={<Trans>It is the first version</Trans>} />
        ) : (
          <Comparison version={version} earlier={earlier} />
        )}
      </Section>
    </Page>
  );
}
