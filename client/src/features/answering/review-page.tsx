import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { PathSection } from '#shared/domain/instrument/path.ts';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './answering.module.css';
import { useAnswering } from './answering-context.tsx';
import { AnsweringSaveState } from './answering-save-state.tsx';
import { AwaitsSaved } from './offline/awaits-saved.tsx';
import { stepNumber } from './overview-page.tsx';
import { Submission } from './submission.tsx';

function useItemHref(): (itemCode: string) => string {
  const { steps, hrefs } = useAnswering();
  return (itemCode) => hrefs.item(stepNumber(steps, (step) => step.items.some(({ code }) => code === itemCode)));
}

function Unanswered() {
  const { counts, steps, profile, texts } = useAnswering();
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
        <Trans>
          You may submit anyway. What is missing makes the result less certain, and an area with too few answers gets no
          level.
        </Trans>
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

function GivenAnswer({ item }: { item: Item }) {
  const { t } = useLingui();
  const { answers, profile, texts } = useAnswering();
  const hrefOf = useItemHref();
  const say = useAnswerWords();
  const { value = null, comment = '' } = answers[item.code] ?? {};
  const question = questionOf(item, profile, texts);
  return (
    <li className={styles.answer}>
      <span>{question}</span>
      <span className={styles.given}>{say(item, value, texts)}</span>
      {comment !== '' && (
        <span className={styles.given}>
          <Trans>Comment: {comment}</Trans>
        </span>
      )}
      <Link to={hrefOf(item.code)} aria-label={t`Change the answer to: ${question}`}>
        <Trans>Change</Trans>
      </Link>
    </li>
  );
}

function SectionAnswers({ section }: { section: PathSection }) {
  const { texts } = useAnswering();
  return (
    <Details summary={texts[sectionTextKeys.name(section.code)] ?? section.code}>
      <ul className={styles.areas}>
        {section.steps.flatMap(({ items }) => items.map((item) => <GivenAnswer key={item.code} item={item} />))}
      </ul>
    </Details>
  );
}

/** Without a network the saved answers cannot be looked through, nor anything be submitted. */
function ReviewAwaitsSaved() {
  const { t } = useLingui();
  const { hrefs } = useAnswering();
  return (
    <Page>
      <PageHeader
        title={t`Look through your answers`}
        lead={t`The answers can be looked through and submitted when the network is back.`}
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
  const { sections, awaitsSaved, outbox } = useAnswering();
  if (awaitsSaved && !outbox.isSubmitted) return <ReviewAwaitsSaved />;
  return (
    <Page>
      <PageHeader
        title={t`Look through your answers`}
        lead={t`When you submit, the answers are frozen and you see your result at once.`}
      />
      <Unanswered />
      <Section title={<Trans>Your answers</Trans>}>
        {sections.map((section) => (
          <SectionAnswers key={section.code} section={section} />
        ))}
      </Section>
      <AnsweringSaveState />
      <Submission />
    </Page>
  );
}
