import { Plural, Trans } from '@lingui/react/macro';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { publishDraft } from '#shared/contracts/editing.ts';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { isComparable, mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendPublication, sendRebase } from './api.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { IssueList } from './issue-list.tsx';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

/** Another version was published while the draft was being made: its changes must be looked at against that one. */
function Overtaken({ onDone }: { onDone: () => void }) {
  const { draft, reload } = useEditing();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const rebase = async () => {
    await sendRebase(draft.draftId);
    await reload();
    onDone();
  };
  return (
    <Notice tone="warning" title={<Trans>A newer version has been published meanwhile</Trans>}>
      <p>
        <Trans>
          The draft follows version {draft.basedOnVersionNumber}. Let it follow the newest one: what others have
          published comes in where you changed nothing. Where both changed, your words stay, and you state their meaning
          again.
        </Trans>
      </p>
      <FaultNotice fault={fault} />
      <p>
        <Button isBusy={isBusy} onClick={() => run(rebase)}>
          <Trans>Follow the newest version</Trans>
        </Button>
      </p>
    </Notice>
  );
}

function useNotComparable(): readonly string[] {
  const { before, definition, draft } = useEditing();
  const { meanings } = draft.content;
  return useMemo(() => {
    const map = mapItems(before.definition, definition, diffVersions(before.definition, definition, meanings));
    return [...map].flatMap(([code, relation]) => (isComparable(relation) || relation === 'added' ? [] : [code]));
  }, [before, definition, meanings]);
}

function Consequences() {
  const lost = useNotComparable();
  return (
    <>
      <p>
        <Trans>
          New responses get this version at once. Firms under way choose whether to finish the version they began or go
          over to this one; where colleagues have begun to answer, and in a campaign, they finish theirs. It can never
          be changed or taken back; a mistake is mended in a next version.
        </Trans>
      </p>
      <p>
        {lost.length === 0 ? (
          <Trans>Every earlier answer stays comparable.</Trans>
        ) : (
          <>
            <Trans>Answers to these questions can no longer be compared with earlier ones:</Trans> {lost.join(', ')}
          </>
        )}
      </p>
    </>
  );
}

/** What only the server finds: a version has less room than a draft. */
function issuesIn(error: unknown): readonly DefinitionIssue[] {
  if (!(error instanceof ProblemError)) return [];
  const { data } = publishDraft.responses[409].safeParse(error.document);
  return (data?.issues ?? []).map(({ about, ...issue }) => (about === undefined ? issue : { ...issue, about }));
}

function Readiness({ issues }: { issues: readonly DefinitionIssue[] }) {
  if (issues.length === 0) {
    return <Notice tone="success" title={<Trans>Every check holds: the draft can be published</Trans>} />;
  }
  return (
    <Notice
      tone="warning"
      title={
        <Plural
          value={issues.length}
          one="# thing to mend before it can be published"
          other="# things to mend before it can be published"
        />
      }
    >
      <IssueList issues={issues} />
    </Notice>
  );
}

function Publishing() {
  const { draft, issues, hrefs, reload } = useEditing();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState<readonly DefinitionIssue[]>([]);
  const publish = () => {
    setAsking(false);
    run(async () => {
      setRefused([]);
      const published = await sendPublication(draft.draftId, draft.revision).catch(async (error: unknown) => {
        setRefused(issuesIn(error));
        if (error instanceof ProblemError && error.code === 'draft-outdated') await reload();
        throw error;
      });
      await navigate(hrefs.version(published.instrumentVersionId));
    });
  };
  return (
    <>
      <Readiness issues={issues} />
      <FaultNotice fault={fault} />
      <IssueList issues={refused} />
      <ButtonRow>
        {issues.length === 0 && (
          <Button isBusy={isBusy} onClick={() => setAsking(true)}>
            <Trans>Publish</Trans>
          </Button>
        )}
        <ButtonLink variant="secondary" to={hrefs.preview}>
          <Trans>Preview as a firm</Trans>
        </ButtonLink>
        <ButtonLink variant="secondary" to={hrefs.difference}>
          <Trans>What differs</Trans>
        </ButtonLink>
      </ButtonRow>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={<Trans>Publish the draft as the version in use?</Trans>}
        actions={
          <Button onClick={publish}>
            <Trans>Publish now</Trans>
          </Button>
        }
      >
        <Consequences />
      </Dialog>
    </>
  );
}

/** Whether the draft may be published, what is left to mend, and the publishing itself. */
export function PublishPanel() {
  const { draft, versions } = useEditing();
  const panel = useRef<HTMLDivElement>(null);
  const isOvertaken = versions[0]?.instrumentVersionId !== draft.basedOnVersionId;
  return (
    <div ref={panel} tabIndex={-1} className={styles.form}>
      {isOvertaken ? <Overtaken onDone={() => panel.current?.focus()} /> : <Publishing />}
    </div>
  );
}
