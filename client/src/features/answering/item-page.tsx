import { Trans, useLingui } from '@lingui/react/macro';
import { placeOf } from '#shared/domain/answers/neighbours.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { PageHeading } from '../../ui/page/page-heading.tsx';
import { ProgressRule } from '../../ui/progress-rule/progress-rule.tsx';
import styles from './answering.module.css';
import { useAnswering } from './answering-context.tsx';
import { AnsweringSaveState } from './answering-save-state.tsx';
import { CarriedNotice } from './carried-notice.tsx';
import { CommentField } from './comment-field.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { AwaitsSavedUnlessSending, SavedUnseen } from './offline/awaits-saved.tsx';
import { Question } from './question.tsx';
import { StepMissing } from './step-missing.tsx';
import { useOwnPartWords } from './use-own-part-words.ts';

/** A question that has its screen to itself: the question is the page's heading. */
function SingleItem({ item, number }: { item: Item; number: number | null }) {
  const { t } = useLingui();
  const { texts, profile } = useAnswering();
  const question = questionOf(item, profile, texts);
  const documentTitle = number === null ? question : t`Question ${number}: ${question}`;
  return (
    <>
      <ConflictNotice item={item} />
      <CarriedNotice items={[item]} />
      <SavedUnseen items={[item]} />
      <Question
        key={item.code}
        item={item}
        isCompact={false}
        legend={<PageHeading documentTitle={documentTitle}>{question}</PageHeading>}
      />
      <CommentField key={`${item.code}.comment`} item={item} />
    </>
  );
}

/** Several short questions on one screen, under the name of their section. */
function ItemGroup({ items, section }: { items: readonly Item[]; section: string }) {
  const { t } = useLingui();
  const { texts, profile, session } = useAnswering();
  const own = useOwnPartWords();
  const closing =
    session.response.respondent === null
      ? t`Short questions that decide what we suggest first. Skip what you do not want to answer.`
      : own.closingQuestions;
  const name = texts[sectionTextKeys.name(section)] ?? section;
  const isClosing = items.some(({ purpose }) => purpose === 'wish');
  return (
    <>
      <PageHeader
        title={isClosing ? t`${name}: what do you want?` : name}
        lead={isClosing ? closing : texts[sectionTextKeys.about(section)]}
      />
      <CarriedNotice items={items} />
      <SavedUnseen items={items} />
      {items.map((item) => (
        <div key={item.code} className={styles.compact}>
          <ConflictNotice item={item} />
          <Question item={item} isCompact legend={questionOf(item, profile, texts)} />
        </div>
      ))}
    </>
  );
}

function Whereabouts({ section, position }: { section: string; position: number | null }) {
  const { texts, counts } = useAnswering();
  return (
    <div className={styles.whereabouts}>
      <p className={styles.section}>{texts[sectionTextKeys.name(section)]}</p>
      {position !== null && <ProgressRule position={position} total={counts.total} />}
    </div>
  );
}

/** One step on the path. `step` counts from 1. */
export function ItemPage({ step }: { step: number }) {
  const { steps, sections, hrefs } = useAnswering();
  const here = steps[step - 1];
  if (here === undefined) return <StepMissing />;
  const position = placeOf(sections, here.code)?.position ?? null;
  const [only] = here.items;
  const isLast = step === steps.length;
  return (
    <Page>
      {here.items.length === 1 && only !== undefined ? (
        <>
          <Whereabouts section={here.section} position={position} />
          <SingleItem item={only} number={position} />
        </>
      ) : (
        <ItemGroup items={here.items} section={here.section} />
      )}
      <AwaitsSavedUnlessSending />
      <AnsweringSaveState />
      <ButtonRow>
        <ButtonLink to={isLast ? hrefs.review : hrefs.item(step + 1)}>
          {isLast ? <Trans>Look through the answers</Trans> : <Trans>Next</Trans>}
        </ButtonLink>
        {step > 1 && (
          <ButtonLink to={hrefs.item(step - 1)} variant="secondary">
            <Trans>Back</Trans>
          </ButtonLink>
        )}
        <ButtonLink to={hrefs.overview} variant="quiet">
          <Trans>All areas</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
