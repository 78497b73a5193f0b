import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { DraftSummary, VersionSummary } from '#shared/contracts/editing.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FileField } from '../../ui/field/file-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { exportAddresses, sendImport, sendNewDraft } from './api.ts';
import styles from './editing.module.css';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

export type VersionsHrefs = {
  draft: (draftId: string) => string;
  version: (instrumentVersionId: string) => string;
  /** Where packages are edited. */
  packages: string;
  /** Where the rules for suggestions are. */
  rules: string;
  /** What became of what they suggested. */
  outcomes: string;
};
export type Versions = { readonly versions: readonly VersionSummary[]; readonly drafts: readonly DraftSummary[] };

function Drafts({ drafts, hrefs }: { drafts: readonly DraftSummary[]; hrefs: VersionsHrefs }) {
  const language = useLanguage();
  if (drafts.length === 0) {
    return (
      <EmptyState title={<Trans>There are no drafts</Trans>}>
        <p>
          <Trans>Make one from a published version below, or import a file.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {drafts.map(({ draftId, name, origin, basedOnVersionNumber, changedAt, changedBy }) => {
        const moment = new Date(changedAt);
        const when = `${formatDate(moment, language)} ${formatTime(moment, language)}`;
        return (
          <li key={draftId} className={styles.row}>
            <span>
              <Link to={hrefs.draft(draftId)}>{name}</Link>{' '}
              {origin === 'shipped' && (
                <Tag tone="info">
                  <Trans>Came with a new release</Trans>
                </Tag>
              )}
            </span>
            <span className={styles.muted}>
              <Trans>
                after version {basedOnVersionNumber}, last changed {when} by {changedBy}
              </Trans>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function VersionRow({
  version,
  isCurrent,
  hrefs,
}: {
  version: VersionSummary;
  isCurrent: boolean;
  hrefs: VersionsHrefs;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const { versionNumber, instrumentVersionId } = version;
  const day = formatDate(new Date(version.publishedAt), language);
  const make = async () => {
    const draft = await sendNewDraft(instrumentVersionId, t`Draft after version ${versionNumber}`);
    await navigate(hrefs.draft(draft.draftId));
  };
  return (
    <li className={styles.row}>
      <span>
        <Link to={hrefs.version(instrumentVersionId)}>
          <Trans>Version {versionNumber}</Trans>
        </Link>{' '}
        {isCurrent && (
          <Tag tone="success">
            <Trans>In use</Trans>
          </Tag>
        )}
      </span>
      <span className={styles.muted}>
        <Trans>published {day}</Trans> · {version.sha256.slice(0, 12)}
      </span>
      <a
        href={exportAddresses.version(instrumentVersionId)}
        download
        aria-label={t`Save as YAML: version ${versionNumber}`}
      >
        <Trans>Save as YAML</Trans>
      </a>
      <Button
        variant="secondary"
        isBusy={isBusy}
        onClick={() => run(make)}
        aria-label={t`Make a draft from version ${versionNumber}`}
      >
        <Trans>Make a draft</Trans>
      </Button>
      <FaultNotice fault={fault} />
    </li>
  );
}

function ImportFile({ hrefs }: { hrefs: VersionsHrefs }) {
  const navigate = useNavigate();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const { t } = useLingui();
  const take = (file: File) =>
    run(async () => {
      const draft = await sendImport(file.name.slice(0, 120), await file.text());
      await navigate(hrefs.draft(draft.draftId));
    });
  return (
    <>
      <FileField
        name="draft-file"
        label={t`Make a draft from a YAML file`}
        accept=".yaml,.yml"
        isBusy={isBusy}
        onFile={take}
      />
      <p role="status">{isBusy && <Trans>The file is being read …</Trans>}</p>
      <FaultNotice fault={fault} />
    </>
  );
}

/** What is published, and what is being made. */
export function VersionsPage({ list, hrefs }: { list: Versions; hrefs: VersionsHrefs }) {
  const { t } = useLingui();
  return (
    <Page width="results">
      <PageHeader
        title={t`Questionnaires`}
        lead={t`A published version never changes. What you edit is a draft; firms under way choose whether to finish the version they began or go over to the newest.`}
      >
        <p>
          <Link to={hrefs.packages}>
            <Trans>Edit packages</Trans>
          </Link>
        </p>
        <p>
          <Link to={hrefs.rules}>
            <Trans>Rules for suggestions</Trans>
          </Link>
        </p>
        <p>
          <Link to={hrefs.outcomes}>
            <Trans>What became of the suggestions</Trans>
          </Link>
        </p>
      </PageHeader>
      <Section title={<Trans>Drafts</Trans>}>
        <Drafts drafts={list.drafts} hrefs={hrefs} />
        <ImportFile hrefs={hrefs} />
      </Section>
      <Section title={<Trans>Published versions</Trans>}>
        <ul className={styles.list}>
          {list.versions.map((version, index) => (
            <VersionRow key={version.instrumentVersionId} version={version} isCurrent={index === 0} hrefs={hrefs} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}
