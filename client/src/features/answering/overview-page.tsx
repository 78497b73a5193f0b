import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { PathStep } from '#shared/domain/instrument/path.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import styles from './answering.module.css';
import { useAnswering } from './answering-context.tsx';
import { AnsweringSaveState } from './answering-save-state.tsx';
import { CarriedSummary } from './carried-notice.tsx';
import { ContinueElsewhere } from './continue-elsewhere.tsx';

/** Number of the step on the path, from 1. */
export function stepNumber(steps: readonly PathStep[], isWanted: (step: PathStep) => boolean): number {
  return Math.max(steps.findIndex(isWanted), 0) + 1;
}

/** Every area with how far one has come, to jump by. */
export function OverviewPage() {
  const { t } = useLingui();
  const { counts, texts, steps, hrefs } = useAnswering();
  const { total: all, unanswered: open } = counts;
  const settled = all - open;
  const next = counts.nextStep;
  return (
    <Page>
      <PageHeader
        title={t`All areas`}
        lead={t`You have answered ${settled} of ${all} questions. Go wherever you like; nothing is lost.`}
      />
      <CarriedSummary />
      <ButtonRow>
        {next === null ? (
          <ButtonLink to={hrefs.review}>
            <Trans>Look through the answers</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to={hrefs.item(stepNumber(steps, ({ code }) => code === next))}>
            <Trans>Go on with the next question</Trans>
          </ButtonLink>
        )}
        {next !== null && (
          <ButtonLink to={hrefs.review} variant="secondary">
            <Trans>Look through the answers</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
      <ul className={styles.areas}>
        {counts.sections.map(({ code, total, unanswered, firstUnanswered }) => {
          const done = total - unanswered;
          const target = stepNumber(steps, (step) =>
            firstUnanswered === null ? step.section === code : step.items.some((item) => item.code === firstUnanswered),
          );
          return (
            <li key={code} className={styles.area}>
              <Link to={hrefs.item(target)}>{texts[sectionTextKeys.name(code)] ?? code}</Link>
              <span className={styles.count}>
                {total > 0 ? (
                  <Trans>
                    {done} of {total} answered
                  </Trans>
                ) : (
                  <Trans>no points</Trans>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <AnsweringSaveState />
      <ContinueElsewhere />
    </Page>
  );
}
