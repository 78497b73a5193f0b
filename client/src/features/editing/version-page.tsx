import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { VersionDocument, VersionSummary } from '#shared/contracts/editing.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
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
import { CompareSelect, comparedVersion } from './compare-select.tsx';
import { DifferenceView } from './difference-view.tsx';
import styles from './editing.module.css';
import { type Lineage, lineOf, loadLineage } from './lineage.ts';

export type LoadedVersion = {
  version: VersionDocument;
  /** The versions that lead to it, newest first. */
  earlier: readonly VersionSummary[];
  lineage: Lineage | undefined;
};

/** A version beside the one before it, unless the address names another. */
export async function loadVersion(instrumentVersionId: string, search: URLSearchParams): Promise<LoadedVersion> {
  const [version, { versions }] = await Promise.all([fetchVersion(instrumentVersionId), fetchVersions()]);
  const [, ...earlier] = lineOf(versions, instrumentVersionId);
  const compared = comparedVersion(search) ?? version.followsVersionId;
  const lineage = compared === null ? undefined : await loadLineage(versions, compared, instrumentVersionId);
  return { version, earlier, lineage };
}

function Comparison({ version, earlier, lineage }: LoadedVersion) {
  const [search] = useSearchParams();
  const difference = useMemo(
    () => lineage && diffVersions(lineage.earlier.definition, version.definition),
    [lineage, version],
  );
  return (
    <>
      <CompareSelect versions={earlier} chosen={comparedVersion(search) ?? version.followsVersionId ?? ''} />
      {lineage === undefined || difference === undefined ? (
        <EmptyState title={<Trans>This version does not come of that one</Trans>} />
      ) : (
        <DifferenceView difference={difference} map={lineage.map} definition={version.definition} />
      )}
    </>
  );
}

/** A published version: what it is known by, and what it changed. */
export function VersionPage({ loaded, versionsHref }: { loaded: LoadedVersion; versionsHref: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { version, earlier } = loaded;
  const { versionNumber } = version;
  const { items, dimensions, forms } = version.definition.structure;
  const texts = version.definition.texts[language];
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
          { term: t`Forms`, detail: forms.map(({ code }) => texts[formTextKeys.name(code)] ?? code).join(', ') },
          { term: 'SHA-256', detail: <span className={styles.words}>{version.sha256}</span> },
        ]}
      />
      <Section title={<Trans>What it changed</Trans>}>
        {earlier.length === 0 ? (
          <EmptyState title={<Trans>It is the first version</Trans>} />
        ) : (
          <Comparison {...loaded} />
        )}
      </Section>
    </Page>
  );
}
