import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PackageDraftDocument } from '#shared/contracts/catalogue.ts';
import type { PackageIssue } from '#shared/domain/routing/drafting/check-package-draft.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendRemoval } from './api.ts';
import styles from './catalogue.module.css';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import { ComesAfterSection, CriteriaSection } from './condition-section.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DraftFormProvider } from './draft-context.tsx';
import { Clash, Dock } from './draft-dock.tsx';
import { FirmsSection, NeedSection, SetupSection, StrategySection, WordsSection } from './draft-sections.tsx';
import { MoreSection } from './more-section.tsx';
import { OverlapNotice } from './overlap-notice.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { Publishing } from './publish-draft.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';
import { useFieldWords } from './use-field-words.ts';
import { useIssueWords } from './use-issue-words.ts';
import { usePackageDraft } from './use-package-draft.ts';

function useIssueLines(): (issues: readonly PackageIssue[]) => { fieldId: string; message: string }[] {
  const wordsOf = useIssueWords();
  const fieldWords = useFieldWords();
  const nameOf = (field: string): string => {
    const words: Readonly<Record<string, string>> = fieldWords;
    return words[field.split('.')[0] ?? ''] ?? '';
  };
  return (issues) =>
    issues.map((issue) => {
      const name = nameOf(issue.field);
      return { fieldId: fieldId(issue.field), message: name === '' ? wordsOf(issue) : `${name}: ${wordsOf(issue)}` };
    });
}

function Removal({ draft, onRemoved }: { draft: PackageDraftDocument; onRemoved: () => Promise<void> }) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(useCatalogueProblemWords());
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <Trans>Throw the draft away</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        title={<Trans>Throw the draft away?</Trans>}
        confirm={<Trans>Throw away</Trans>}
        action={action}
        onConfirm={() => sendRemoval(draft.packageDraftId, draft.revision)}
        onClose={() => setOpen(false)}
        onDone={onRemoved}
      >
        <p>
          <Trans>What is written in it is lost for everybody in your organisation. Nothing published is touched.</Trans>
        </p>
      </ActionDialog>
    </>
  );
}

/** What is missing in a part that was begun after the last attempt to publish is not called missing yet. */
function useQuietParts(attempts: number) {
  const [begun, setBegun] = useState<ReadonlyMap<string, number>>(new Map());
  return {
    begin: (field: string) => setBegun((known) => new Map([...known, [field, attempts]])),
    isQuiet: ({ field }: PackageIssue): boolean => {
      const [part = '', inPart] = field.split('.');
      return inPart === 'why' && begun.get(part) === attempts;
    },
  };
}

type Named = { organisationName: string };

function Head({ state, organisationName }: { state: ReturnType<typeof usePackageDraft> } & Named) {
  const { t } = useLingui();
  const { language } = useNames();
  const { hrefs } = useWorkshop();
  const { draft, stored } = state;
  const name = draft.name[language] === '' ? t`Package without a name` : draft.name[language];
  return (
    <PageHeader
      title={name}
      eyebrow={<Trans>Draft of {organisationName}</Trans>}
      lead={
        stored.current === null
          ? t`A new package. Nobody but your organisation sees it before it is published.`
          : t`A change of a package in use. Firms see the text in use until you publish.`
      }
    >
      <p className={styles.actions}>
        <ButtonLink variant="secondary" to={hrefs.preview(stored.packageDraftId)}>
          <Trans>See it as a firm</Trans>
        </ButtonLink>
        {stored.current !== null && (
          <ButtonLink variant="quiet" to={hrefs.history(stored.packageCode)}>
            <Trans>History</Trans>
          </ButtonLink>
        )}
      </p>
    </PageHeader>
  );
}

function Left({ issues, attempts }: { issues: readonly PackageIssue[]; attempts: number }) {
  const linesOf = useIssueLines();
  const count = issues.length;
  return (
    <ErrorSummary
      faults={linesOf(issues)}
      attempt={attempts}
      title={
        <Plural
          value={count}
          one="One thing is left to do before publishing"
          other="# things are left to do before publishing"
        />
      }
    />
  );
}

function Editor({ loaded }: { loaded: PackageDraftDocument }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { language } = useNames();
  const { catalogue, hrefs } = useWorkshop();
  const issueWords = useIssueWords();
  const organisation = catalogue.organisations.find(({ organisationId }) => organisationId === loaded.organisationId);
  if (organisation === undefined) throw new Error('a draft of somebody else');
  const state = usePackageDraft(loaded, organisation);
  // What is missing in a new package is said once it was to be published; a package in use lacks nothing by itself.
  const [attempts, setAttempts] = useState(0);
  const { draft, stored, issues, conflict, saving, done } = state;
  const quiet = useQuietParts(attempts);
  const said = issues.filter((issue) => !quiet.isQuiet(issue));
  const letGo = useUnsaved(state.isDirty);
  /** Once the draft is published or thrown away, nothing in it holds anybody back. */
  const goOn = async (to: string) => {
    letGo();
    await navigate(to);
  };
  const isSaid = attempts > 0 || stored.base !== null;
  const errorOf = (field: string) => {
    const found = isSaid ? said.find((issue) => issue.field === field) : undefined;
    return found === undefined ? undefined : issueWords(found);
  };
  const own = catalogue.organisations.map(({ code }) => code);
  return (
    <DraftFormProvider
      value={{ draft, current: stored.current, organisation, change: state.change, errorOf, begin: quiet.begin }}
    >
      <BackLink to={hrefs.list}>
        <Trans>All packages</Trans>
      </BackLink>
      <Head state={state} organisationName={organisation.name[language]} />
      {conflict !== undefined && (
        <Clash clashes={state.clashes}>
          <ConflictPanel conflict={conflict} mine={draft} isBusy={saving.isBusy} onSettled={state.settle} />
        </Clash>
      )}
      {isSaid && <Left issues={said} attempts={attempts} />}
      <Section title={<Trans>Overlap with other packages</Trans>}>
        <OverlapNotice offer={draft} own={own} />
      </Section>
      <form className={styles.form} noValidate aria-label={t`The package`} onSubmit={(event) => event.preventDefault()}>
        <WordsSection />
        <StrategySection />
        <NeedSection />
        <FirmsSection />
        <CriteriaSection />
        <ComesAfterSection />
        <SetupSection />
        <ProvidersSection />
        <MoreSection />
      </form>
      <DoneNotice done={done} />
      <div>
        <Removal draft={stored} onRemoved={() => goOn(hrefs.list)} />
      </div>
      <Dock state={state}>
        <Button variant="secondary" isBusy={saving.isBusy} onClick={state.save}>
          <Trans>Save in the draft</Trans>
        </Button>
        <Publishing
          state={state}
          organisation={organisation}
          attempt={() => setAttempts((count) => count + 1)}
          onPublished={(packageCode) => goOn(hrefs.history(packageCode))}
        />
      </Dock>
    </DraftFormProvider>
  );
}

/** A draft of a package: everything that is said of it, what it overlaps with, and what is left to do. */
export function PackageDraftPage({ loaded }: { loaded: PackageDraftDocument }) {
  return (
    <UnsavedGuard>
      <Page width="results">
        <Editor key={loaded.packageDraftId} loaded={loaded} />
      </Page>
    </UnsavedGuard>
  );
}

/** Above the page as a firm sees it. */
export function PreviewNotice({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <Notice tone="warning" title={<Trans>A draft, as a firm will see it</Trans>}>
        <p>
          <Trans>It is not published. What is empty here is still missing.</Trans>
        </p>
        <p>
          <ButtonLink variant="secondary" to={href}>
            <Trans>Back to the draft</Trans>
          </ButtonLink>
        </p>
      </Notice>
      {children}
    </>
  );
}
