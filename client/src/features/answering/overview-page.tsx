import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { PathStep } from '#shared/domain/instrument/path.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './answering.module.css';
import { useAnswering } from './answering-context.tsx';
import { AnsweringSaveState } from './answering-save-state.tsx';
import { CampaignStanding, useAnsweredCampaign } from './campaign-standing.tsx';
import { CarriedSummary } from './carried-notice.tsx';
import { ContinueElsewhere } from './continue-elsewhere.tsx';
import { CountsAlone } from './counts-alone.tsx';
import { LastTimeSummary } from './last-time-summary.tsx';
import { LeaveHere } from './leave-here.tsx';
import { AwaitsSaved, useSavedUnseen } from './offline/awaits-saved.tsx';
import { OwnLink } from './own-link.tsx';
import { useOwnPartWords } from './use-own-part-words.ts';
import { VersionNotice, VersionStaysSoon } from './version-notice.tsx';

/** Number of the step on the path, from 1. */
export function stepNumber(steps: readonly PathStep[], isWanted: (step: PathStep) => boolean): number {
  return Math.max(steps.findIndex(isWanted), 0) + 1;
}

/** The scored questions that nobody has answered, as far as this browser knows, in the order they are asked. */
function useOpenItems(): readonly string[] {
  const { counts } = useAnswering();
  const unseen = useSavedUnseen();
  return counts.unansweredItems.filter((code) => !unseen.has(code));
}

/** Whether any of the items has an answer, as far as this browser knows. */
function useIsBegun(): (items: readonly { code: string }[]) => boolean {
  const { answers } = useAnswering();
  const unseen = useSavedUnseen();
  return (items) => items.some(({ code }) => answers[code] !== undefined || unseen.has(code));
}

/** The way on; where nothing is answered yet it begins with the first screen, whether or not that gives points. */
function WayOn() {
  const { steps, hrefs } = useAnswering();
  const isBegun = useIsBegun();
  const [next] = useOpenItems();
  if (next === undefined) {
    return (
      <ButtonRow>
        <ButtonLink to={hrefs.review}>
          <Trans>Look through the answers</Trans>
        </ButtonLink>
      </ButtonRow>
    );
  }
  return (
    <ButtonRow>
      {isBegun(steps.flatMap(({ items }) => items)) ? (
        <ButtonLink to={hrefs.item(stepNumber(steps, ({ items }) => items.some(({ code }) => code === next)))}>
          <Trans>Go on with the next question</Trans>
        </ButtonLink>
      ) : (
        <ButtonLink to={hrefs.item(1)}>
          <Trans>To the first question</Trans>
        </ButtonLink>
      )}
      <ButtonLink to={hrefs.review} variant="secondary">
        <Trans>Look through the answers</Trans>
      </ButtonLink>
    </ButtonRow>
  );
}

/** How much of an area is answered. Without a network that is not known. */
function AreaCount({ total, unanswered }: { total: number; unanswered: number }) {
  const { awaitsSaved } = useAnswering();
  const done = total - unanswered;
  if (total === 0) return <Trans>no points</Trans>;
  if (awaitsSaved) return null;
  return (
    <Trans>
      {done} of {total} answered
    </Trans>
  );
}

/** How far one has come, as far as that is known. */
function useLead(): string {
  const { t } = useLingui();
  const { counts, session, awaitsSaved } = useAnswering();
  const own = useOwnPartWords();
  const { total: all, unanswered: open } = counts;
  const settled = all - open;
  if (session.response.respondent !== null) return awaitsSaved ? own.progressOffline : own.progress(settled, all);
  if (awaitsSaved) return t`Go wherever you like; nothing is lost.`;
  return t`You have answered ${settled} of ${all} questions. Go wherever you like; nothing is lost.`;
}

/** Every area with how far one has come, to jump by. */
export function OverviewPage() {
  const { t } = useLingui();
  const { counts, texts, steps, hrefs, session, outbox, awaitsSaved } = useAnswering();
  const { respondent, isSimulated, isClaimed } = session.response;
  const mayAsk = respondent === null && !awaitsSaved && (isClaimed || !isSimulated);
  const lead = useLead();
  const openItems = useOpenItems();
  const isBegun = useIsBegun();
  const answeredCampaign = useAnsweredCampaign();
  return (
    <Page>
      <PageHeader title={t`All areas`} lead={lead} />
      <AwaitsSaved />
      <CampaignStanding answered={answeredCampaign} />
      <CarriedSummary />
      <LastTimeSummary />
      <VersionNotice />
      <WayOn />
      <ul className={styles.areas}>
        {counts.sections.map(({ code, total, unanswered }) => {
          const isHere = (step: PathStep) => step.section === code;
          const isOpen = (step: PathStep) => isHere(step) && step.items.some((item) => openItems.includes(item.code));
          const here = steps.filter(isHere);
          const goesOn = here.some(isOpen) && isBegun(here.flatMap(({ items }) => items));
          const target = stepNumber(steps, goesOn ? isOpen : isHere);
          return (
            <li key={code} className={styles.area}>
              <Link to={hrefs.item(target)}>{texts[sectionTextKeys.name(code)] ?? code}</Link>
              <span className={styles.count}>
                <AreaCount total={total} unanswered={unanswered} />
              </span>
            </li>
          );
        })}
      </ul>
      {mayAsk && (
        <Section title={<Trans>Several of you can answer</Trans>}>
          <p>
            <Trans>
              Ask colleagues about what they know most about: production, office, management. When three besides you
              have answered the same question you also see where you see the firm differently.
            </Trans>
          </p>
          <VersionStaysSoon />
          <ButtonLink to={hrefs.respondents} variant="secondary">
            <Trans>Answer together</Trans>
          </ButtonLink>
        </Section>
      )}
      <AnsweringSaveState />
      {respondent !== null && !awaitsSaved && (
        <>
          {!outbox.isLockedOut && !outbox.isSubmitted && (
            <>
              <CountsAlone />
              <OwnLink />
            </>
          )}
          <LeaveHere />
        </>
      )}
      <ContinueElsewhere />
    </Page>
  );
}
