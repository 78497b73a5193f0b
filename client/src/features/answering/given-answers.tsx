import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { PathSection } from '#shared/domain/instrument/path.ts';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { Details } from '../../ui/details/details.tsx';
import styles from './answering.module.css';
import { useAnswering } from './answering-context.tsx';
import { stepNumber } from './overview-page.tsx';

export function useItemHref(): (itemCode: string) => string {
  const { steps, hrefs } = useAnswering();
  return (itemCode) => hrefs.item(stepNumber(steps, (step) => step.items.some(({ code }) => code === itemCode)));
}

function GivenAnswer({ item, isFrozen }: { item: Item; isFrozen: boolean }) {
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
      {!isFrozen && (
        <Link to={hrefOf(item.code)} aria-label={t`Change the answer to: ${question}`}>
          <Trans>Change</Trans>
        </Link>
      )}
    </li>
  );
}

function SectionAnswers({ section, isFrozen }: { section: PathSection; isFrozen: boolean }) {
  const { texts } = useAnswering();
  return (
    <Details summary={texts[sectionTextKeys.name(section.code)] ?? section.code}>
      <ul className={styles.areas}>
        {section.steps.flatMap(({ items }) =>
          items.map((item) => <GivenAnswer key={item.code} item={item} isFrozen={isFrozen} />),
        )}
      </ul>
    </Details>
  );
}

/** What has been answered, area by area; with a way to change it for as long as that can be done. */
export function GivenAnswers({ isFrozen = false }: { isFrozen?: boolean }) {
  const { sections } = useAnswering();
  return (
    <>
      {sections.map((section) => (
        <SectionAnswers key={section.code} section={section} isFrozen={isFrozen} />
      ))}
    </>
  );
}
