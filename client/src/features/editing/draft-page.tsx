import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import type { BlockSource, DimensionSource } from '#shared/domain/instrument/source.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendRemoval } from './api.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { FilesPanel } from './files-panel.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

function isInSection(section: string, { path, about }: DefinitionIssue): boolean {
  return about?.['section'] === section || path === section || path.startsWith(`${section}.`);
}

function SectionRow({ section }: { section: DimensionSource | BlockSource }) {
  const { hrefs, issues } = useEditing();
  const localise = useLocalised();
  const { code, name, items } = section;
  const faults = issues.filter((issue) => isInSection(code, issue)).length;
  return (
    <li className={styles.row}>
      <Link to={hrefs.section(code)}>
        {code} {localise(name)}
      </Link>
      <span className={styles.muted}>
        <Plural value={items.length} one="# question" other="# questions" />
      </span>
      {faults > 0 && (
        <span className={styles.warn}>
          <Trans>{faults} to mend</Trans>
        </span>
      )}
    </li>
  );
}

function Removal() {
  const { draft, hrefs, reload } = useEditing();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    run(async () => {
      await sendRemoval(draft.draftId, draft.revision).catch(async (error: unknown) => {
        if (error instanceof ProblemError && error.code === 'draft-outdated') await reload();
        throw error;
      });
      await navigate(hrefs.versions);
    });
  };
  return (
    <>
      <FaultNotice fault={fault} />
      <p>
        <Button variant="danger" isBusy={isBusy} onClick={() => setAsking(true)}>
          <Trans>Throw the draft away</Trans>
        </Button>
      </p>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={<Trans>Throw the draft away?</Trans>}
        actions={
          <Button variant="danger" onClick={remove}>
            <Trans>Throw it away</Trans>
          </Button>
        }
      >
        <p>
          <Trans>Everything written in it is lost. Save it as YAML first if you may want it back.</Trans>
        </p>
      </Dialog>
    </>
  );
}

/** A draft as a whole: what keeps it from being published, and the way into each of its parts. */
export function DraftPage() {
  const { draft, hrefs } = useEditing();
  const language = useLanguage();
  const { dimensions, blocks } = draft.content.sources;
  const changed = new Date(draft.changedAt);
  const when = `${formatDate(changed, language)} ${formatTime(changed, language)}`;
  const { changedBy, basedOnVersionNumber } = draft;
  return (
    <Page width="results">
      <BackLink to={hrefs.versions}>
        <Trans>Questionnaires</Trans>
      </BackLink>
      <PageHeader
        title={draft.name}
        lead={
          <Trans>
            A draft after version {basedOnVersionNumber}, last changed {when} by {changedBy}.
          </Trans>
        }
      />
      <Section title={<Trans>Publishing</Trans>}>
        <PublishPanel />
      </Section>
      <Section title={<Trans>Areas</Trans>}>
        <ul className={styles.list}>
          {[...blocks, ...dimensions].map((section) => (
            <SectionRow key={section.code} section={section} />
          ))}
          <li className={styles.row}>
            <Link to={hrefs.rules}>
              <Trans>Forms, scale and scoring</Trans>
            </Link>
          </li>
        </ul>
      </Section>
      <Section title={<Trans>Files and translation</Trans>}>
        <FilesPanel />
      </Section>
      <Section title={<Trans>Throw away</Trans>}>
        <Removal />
      </Section>
    </Page>
  );
}
