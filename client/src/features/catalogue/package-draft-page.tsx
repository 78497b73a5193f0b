import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { EditingOrganisation, PackageDraftDocument } from '#shared/contracts/catalogue.ts';
import type { PackageIssue } from '#shared/domain/routing/drafting/check-package-draft.ts';
import { otherGivers } from '#shared/domain/routing/drafting/other-givers.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendRemoval } from './api.ts';
import styles from './catalogue.module.css';
import { editorFor, useNames, useWorkshop } from './catalogue-context.tsx';
import { ComesAfterSection, CriteriaSection } from './condition-section.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DraftFormProvider } from './draft-context.tsx';
import { FirmsSection, NeedSection, SetupSection, StrategySection, WordsSection } from './draft-sections.tsx';
import { MoreSection } from './more-section.tsx';
import { OverlapNotice } from './overlap-notice.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';
import { useFieldWords } from './use-field-words.ts';
import { useIssueWords } from './use-issue-words.ts';
import { usePackageDraft } from './use-package-draft.ts';

const conflictId = 'conflict';

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

function Standing({ state }: { state: ReturnType<typeof usePackageDraft> }) {
  const language = useLanguage();
  const { stored, isDirty } = state;
  if (isDirty) return <Trans>Not saved yet</Trans>;
  const moment = new Date(stored.changedAt);
  const when = `${formatDate(moment, language)} ${formatTime(moment, language)}`;
  const by = stored.changedBy;
  return by === null ? (
    <Trans>Saved {when}</Trans>
  ) : (
    <Trans>
      Saved {when} by {by}
    </Trans>
  );
}

/** Within reach wherever on the long page one is: what there is to do, and why what was done last did not get in. */
function Dock({ state, children }: { state: ReturnType<typeof usePackageDraft>; children: ReactNode }) {
  const { conflict, clashes, saving } = state;
  const isOfNow = conflict !== undefined && clashes > 0;
  return (
    <div className={styles.dock}>
      <FaultNotice fault={saving.fault} title={<Trans>The draft is not saved</Trans>} />
      {isOfNow && (
        <p className={styles.dockSays}>
          <strong>
            <Trans>Not saved: {conflict.by} was there first.</Trans>
          </strong>{' '}
          <Button variant="quiet" onClick={() => document.getElementById(conflictId)?.focus()}>
            <Trans>See both texts</Trans>
          </Button>
        </p>
      )}
      {children}
      <p role="status" className={styles.dockSays}>
        <Standing state={state} />
      </p>
    </div>
  );
}

/** Goes to what somebody else has done, when it keeps one's own from being stored. */
function Clash({ clashes, children }: { clashes: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (clashes > 0) box.current?.focus();
  }, [clashes]);
  return (
    <div ref={box} id={conflictId} tabIndex={-1} className={styles.clash}>
      {children}
    </div>
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

type PublishingProps = {
  state: ReturnType<typeof usePackageDraft>;
  organisation: EditingOrganisation;
  attempt: () => void;
  onPublished: (packageCode: string) => Promise<void>;
};

/** Says what publishing does, and does it once nothing is left to mend. */
function Publishing({ state, organisation, attempt, onPublished }: PublishingProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const action = useAction(useCatalogueProblemWords());
  const { language } = useNames();
  const { catalogue } = useWorkshop();
  const [othersAsked, setOthersAsked] = useState(false);
  const { issues, conflict, publish } = state;
  const { current } = state.stored;
  const others = otherGivers(current ?? undefined, state.draft, editorFor(organisation)).map(
    (code) => catalogue.catalogue.providers.find((each) => each.code === code)?.name[language] ?? code,
  );
  const names = listInWords(others, language);
  const open = () => {
    attempt();
    // Whom it is said of may be others than when it was said.
    setOthersAsked(false);
    if (issues.length === 0 && conflict === undefined) setOpen(true);
  };
  return (
    <>
      <Button onClick={open}>
        <Trans>Publish</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        title={<Trans>Publish the package?</Trans>}
        confirm={<Trans>Publish</Trans>}
        isDangerous={false}
        action={action}
        onConfirm={() => publish(othersAsked)}
        onClose={() => setOpen(false)}
        onDone={async (published) => {
          if (published !== undefined) await onPublished(published.packageCode);
        }}
      >
        <p>
          <Trans>
            Firms see it at once, and suggestions from now on follow it. Results that firms have got already keep the
            text they were given.
          </Trans>
        </p>
        {others.length === 0 ? (
          <p>
            <Trans>Nobody else gives the package. The change is kept in its history with your name.</Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                {names} give the package too. They are told by mail what has changed and that you have asked them. The
                change is kept in its history with your name.
              </Trans>
            </p>
            <CheckboxField
              name="othersAsked"
              label={t`We have asked the others about this change`}
              checked={othersAsked}
              onChange={({ currentTarget }) => setOthersAsked(currentTarget.checked)}
            />
          </>
        )}
      </ActionDialog>
    </>
  );
}

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
