import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ChangedQuestion, VersionMove } from '#shared/contracts/version-change.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './answering.module.css';
import { useAnswering } from './answering-context.tsx';
import { sendVersion } from './api.ts';

function Question({ question }: { question: ChangedQuestion }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { before, after, isAnswered } = question;
  const facts = [
    ...(before === null ? [] : [{ term: t`As you have it now`, detail: localise(before) }]),
    ...(after === null ? [] : [{ term: t`After the change`, detail: localise(after) }]),
  ];
  const readsTheSame = before !== null && after !== null && localise(before) === localise(after);
  const isOne = before === null || after === null || readsTheSame;
  return (
    <li className={isOne ? styles.answer : styles.reworded}>
      {isOne ? <p>{localise(after ?? before ?? { sv: '', en: '' })}</p> : <Facts facts={facts} />}
      {readsTheSame && (
        <p className={styles.count}>
          <Trans>The question reads the same; its answers or its help have other words.</Trans>
        </p>
      )}
      {isAnswered && (
        <p className={styles.count}>
          <Trans>You have answered it.</Trans>
        </p>
      )}
    </li>
  );
}

type QuestionsProps = { title: ReactNode; lead: ReactNode; questions: readonly ChangedQuestion[] };

function Questions({ title, lead, questions }: QuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <p>{lead}</p>
      <ul className={styles.areas}>
        {questions.map((question) => (
          <Question key={question.itemCode} question={question} />
        ))}
      </ul>
    </>
  );
}

function useGoOver() {
  const { session, hrefs } = useAnswering();
  const navigate = useNavigate();
  const action = useAction(useProblemWords());
  const goOver = (to: string) =>
    action.run(async () => {
      await sendVersion(session.response.responseId, to);
      await navigate(hrefs.overview);
    });
  return { ...action, goOver };
}

function Going({ move }: { move: VersionMove }) {
  const { outbox } = useAnswering();
  const { isBusy, fault, goOver } = useGoOver();
  const isBack = move.direction === 'back';
  if (outbox.record.entries.length > 0) {
    return (
      <Notice tone="warning">
        <p>
          <Trans>There are answers here that are not saved yet. When they are, you can go over.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <FaultNotice fault={fault} title={<Trans>The version was not changed</Trans>} />
      <ButtonRow>
        <Button
          isBusy={isBusy}
          variant={isBack ? 'secondary' : 'primary'}
          onClick={() => goOver(move.to.instrumentVersionId)}
        >
          {isBack ? <Trans>Go back to the version you had</Trans> : <Trans>Go over to the newer version</Trans>}
        </Button>
      </ButtonRow>
    </>
  );
}

/** On the way back what was set aside comes back. */
function BroughtBack() {
  return (
    <Trans>
      What you answered to them before you went over is there again. What you have answered since does not come along,
      unless it fits here too.
    </Trans>
  );
}

function Move({ move }: { move: VersionMove }) {
  const language = useLanguage();
  const { number, publishedAt } = move.to;
  const day = formatDate(new Date(publishedAt), language);
  const isBack = move.direction === 'back';
  return (
    <Section
      title={
        isBack ? (
          <Trans>
            Back to version {number}, of {day}
          </Trans>
        ) : (
          <Trans>
            Over to version {number}, of {day}
          </Trans>
        )
      }
      lead={
        <Plural
          value={move.stayingCount}
          one="# question stays, and your answer to it comes along."
          other="# questions stay, and your answers to them come along."
        />
      }
    >
      <Questions
        title={<Trans>Asked anew</Trans>}
        lead={
          isBack ? (
            <BroughtBack />
          ) : (
            <Trans>
              They ask something else, or allow fewer answers. Your answers to them do not come along, and are there
              again if you go back; where a newer one fits there too, that one stays.
            </Trans>
          )
        }
        questions={move.anew}
      />
      <Questions
        title={<Trans>New questions</Trans>}
        lead={isBack ? <BroughtBack /> : <Trans>You have not been asked them.</Trans>}
        questions={move.added}
      />
      <Questions
        title={<Trans>Not asked any more</Trans>}
        lead={<Trans>Your answers to them do not come along, and are there again if you go back.</Trans>}
        questions={move.removed}
      />
      <Questions
        title={<Trans>In other words</Trans>}
        lead={<Trans>They ask the same, and your answers come along.</Trans>}
        questions={move.reworded}
      />
      <Going move={move} />
    </Section>
  );
}

/** What changes if the answers go over to another version of the questions, and the way there and back. */
export function AnsweredVersionPage() {
  const { t } = useLingui();
  const { versions, hrefs } = useAnswering();
  const moves = versions?.moves ?? [];
  return (
    <Page>
      <BackLink to={hrefs.overview}>{t`All areas`}</BackLink>
      <PageHeader
        title={t`Which version of the questions`}
        lead={t`The questions are improved now and then. You choose which version you answer; once you have submitted it stays.`}
      />
      {versions === null && (
        <Notice tone="warning">
          <p>
            <Trans>It could not be asked which versions there are. Load the page again.</Trans>
          </p>
        </Notice>
      )}
      {versions?.isFixed === true && (
        <EmptyState title={<Trans>The version stays as it is</Trans>}>
          <p>
            <Trans>
              Colleagues have begun to answer, or you answer a campaign, which asks all firms the same. Whoever answers
              should not lose what they have answered.
            </Trans>
          </p>
        </EmptyState>
      )}
      {versions?.isFixed === false && moves.length === 0 && (
        <EmptyState title={<Trans>You answer the newest version</Trans>}>
          <p>
            <Trans>There is nothing to go over to.</Trans>
          </p>
        </EmptyState>
      )}
      {moves.map((move) => (
        <Move key={move.direction} move={move} />
      ))}
    </Page>
  );
}
