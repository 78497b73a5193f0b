import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAnswering } from './answering-context.tsx';
import { AnsweringSaveState } from './answering-save-state.tsx';
import { CampaignStanding, useAnsweredCampaign } from './campaign-standing.tsx';
import { GivenAnswers, useItemHref } from './given-answers.tsx';
import { HandIn } from './hand-in.tsx';
import { AwaitsSaved } from './offline/awaits-saved.tsx';
import { OthersAnswering, useOthers } from './others-answering.tsx';
import { Submission } from './submission.tsx';
import { useOwnPartWords } from './use-own-part-words.ts';

function Unanswered() {
  const { counts, steps, profile, texts, session } = useAnswering();
  const own = useOwnPartWords();
  const hrefOf = useItemHref();
  const items = steps.flatMap((step) => step.items).filter(({ code }) => counts.unansweredItems.includes(code));
  const missing = items.length;
  if (missing === 0) {
    return (
      <Notice tone="success">
        <p>
          <Trans>Every question has an answer.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <Section
      title={<Trans>Not answered yet ({missing})</Trans>}
      lead={
        session.response.respondent === null ? (
          <Trans>
            You may submit anyway. What is missing makes the result less certain, and an area with too few answers gets
            no level.
          </Trans>
        ) : (
          own.unansweredLead
        )
      }
    >
      <ul>
        {items.map((item) => (
          <li key={item.code}>
            <Link to={hrefOf(item.code)}>{questionOf(item, profile, texts)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Without a network the saved answers cannot be looked through, nor anything be submitted. */
function ReviewAwaitsSaved() {
  const { t } = useLingui();
  const { hrefs, session } = useAnswering();
  const own = useOwnPartWords();
  const isRespondent = session.response.respondent !== null;
  return (
    <Page>
      <PageHeader
        title={isRespondent ? own.reviewTitle : t`Look through your answers`}
        lead={
          isRespondent
            ? own.reviewOffline
            : t`The answers can be looked through and submitted when the network is back.`
        }
      />
      <AwaitsSaved />
      <AnsweringSaveState />
      <ButtonRow>
        <ButtonLink to={hrefs.overview}>
          <Trans>All areas</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

/** All answers before they are submitted, what is missing first. */
export function ReviewPage() {
  const { t } = useLingui();
  const { session, awaitsSaved, outbox } = useAnswering();
  const { responseId, respondent } = session.response;
  const own = useOwnPartWords();
  const isRespondent = respondent !== null;
  const others = useOthers(isRespondent ? null : responseId);
  const answeredCampaign = useAnsweredCampaign();
  const { isOver } = answeredCampaign;
  if (awaitsSaved && !outbox.isSubmitted) return <ReviewAwaitsSaved />;
  return (
    <Page>
      <PageHeader
        title={isRespondent ? own.reviewTitle : t`Look through your answers`}
        lead={
          isRespondent ? own.reviewLead : t`When you submit, the answers are frozen and you see your result at once.`
        }
      />
      <Unanswered />
      <Section title={isRespondent ? own.answersTitle : <Trans>Your answers</Trans>}>
        <GivenAnswers />
      </Section>
      <AnsweringSaveState />
      <OthersAnswering others={others} />
      {!isOver && <CampaignStanding answered={answeredCampaign} />}
      {isRespondent ? <HandIn /> : <Submission others={others} isOver={isOver} />}
    </Page>
  );
}
