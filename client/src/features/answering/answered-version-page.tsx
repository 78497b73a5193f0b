import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ChangedQuestion, VersionChange, VersionMove } from '#shared/contracts/version-change.ts';
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
import { useScoredItems } from './use-scored-items.ts';

/** What becomes of the answers to a question. */
function Fate({ question, stays, hereNumber }: { question: ChangedQuestion; stays: boolean; hereNumber: number }) {
  const { isAnswered, comesBack } = question;
  if (stays) return isAnswered ? <Trans>You have answered it.</Trans> : null;
  if (isAnswered && comesBack) {
    return (
      <Trans>
        Your answer does not come along; what you answered before you changed version comes back in its place. If you
        change back to version {hereNumber}, this one is there again.
      </Trans>
    );
  }
  if (isAnswered) {
    return (
      <Trans>Your answer does not come along. It is there again if you change back to version {hereNumber}.</Trans>
    );
  }
  return comesBack ? <Trans>What you answered to it before you changed version comes back.</Trans> : null;
}

type QuestionProps = { question: ChangedQuestion; stays: boolean; hereNumber: number };

function Question({ question, stays, hereNumber }: QuestionProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { before, after } = question;
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
      <p className={styles.count}>
        <Fate question={question} stays={stays} hereNumber={hereNumber} />
      </p>
    </li>
  );
}

type QuestionsProps = {
  title: ReactNode;
  lead: ReactNode;
  questions: readonly ChangedQuestion[];
  stay?: boolean;
  /** Of the version that is answered now. */
  hereNumber: number;
};

function Questions({ title, lead, questions, stay = false, hereNumber }: QuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <p>{lead}</p>
      <ul className={styles.areas}>
        {questions.map((question) => (
          <Question key={question.itemCode} question={question} stays={stay} hereNumber={hereNumber} />
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

/** How many of the questions that this firm is asked stay as they are, or in other words. */
function useStaying({ anew, removed }: VersionMove): number {
  const gone = new Set([...anew, ...removed].map(({ itemCode }) => itemCode));
  return useScoredItems().filter((code) => !gone.has(code)).length;
}

function Move({ move, hereNumber }: { move: VersionMove; hereNumber: number }) {
  const language = useLanguage();
  const staying = useStaying(move);
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
          value={staying}
          _0="None of the questions stays."
          one="# question stays. What you have answered to it comes along."
          other="# questions stay. What you have answered to them comes along."
        />
      }
    >
      <Questions
        title={<Trans>Asked anew</Trans>}
        lead={
          <Trans>
            They ask something else in that version, or allow fewer answers. Where an answer that you give there fits
            here too, it stays if you change back.
          </Trans>
        }
        questions={move.anew}
        hereNumber={hereNumber}
      />
      <Questions
        title={isBack ? <Trans>Questions that you get back</Trans> : <Trans>New questions</Trans>}
        lead={<Trans>They are asked in that version, and not in the one you answer now.</Trans>}
        questions={move.added}
        hereNumber={hereNumber}
      />
      <Questions
        title={isBack ? <Trans>Not asked in that version</Trans> : <Trans>Not asked any more</Trans>}
        lead={<Trans>They are asked in the version that you answer now, and not in that one.</Trans>}
        questions={move.removed}
        hereNumber={hereNumber}
      />
      <Questions
        title={<Trans>In other words</Trans>}
        lead={<Trans>They ask the same, and your answers come along.</Trans>}
        questions={move.reworded}
        stay
        hereNumber={hereNumber}
      />
      <Going move={move} />
    </Section>
  );
}

function Fixed({ by }: { by: NonNullable<VersionChange['fixedBy']> }) {
  return (
    <EmptyState title={<Trans>The version stays as it is</Trans>}>
      <p>
        {by === 'campaign' ? (
          <Trans>You answer a campaign, which asks all firms the same.</Trans>
        ) : (
          <Trans>Colleagues have begun to answer. Whoever answers should not lose what they have answered.</Trans>
        )}
      </p>
    </EmptyState>
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
      {versions !== null && versions.fixedBy !== null && <Fixed by={versions.fixedBy} />}
      {versions?.fixedBy === null && moves.length === 0 && (
        <EmptyState title={<Trans>You answer the newest version</Trans>}>
          <p>
            <Trans>There is nothing to go over to.</Trans>
          </p>
        </EmptyState>
      )}
      {versions !== null &&
        moves.map((move) => <Move key={move.direction} move={move} hereNumber={versions.now.number} />)}
    </Page>
  );
}
