import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CrosswalkDocument } from '#shared/contracts/crosswalk.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { isOpen, questionsIn } from './use-row-words.ts';

/** What could not be derived, as questions; whoever may add answers has a way to them. */
export function OpenQuestions({ crosswalk, addHref }: { crosswalk: CrosswalkDocument; addHref: string | null }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const open = questionsIn(crosswalk).flatMap((question) => {
    const count = question.rows.filter(isOpen).length;
    return count === 0 ? [] : [{ question, count }];
  });
  const rows = open.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) {
    return (
      <Section title={t`What your answers do not say`}>
        <p>
          <Trans>Every row is known.</Trans>
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={t`What your answers do not say`}
      lead={
        <Plural
          value={rows}
          one="# row is open. Nothing of it has to be answered."
          other="# rows are open. None of them has to be answered."
        />
      }
    >
      <ul>
        {open.map(({ question, count }) => {
          const text = localise(question.text);
          return (
            <li key={question.code}>
              {addHref === null ? text : <Link to={`${addHref}#${question.code}`}>{text}</Link>}{' '}
              <Plural value={count} one="(# row)" other="(# rows)" />
            </li>
          );
        })}
      </ul>
      {addHref !== null && (
        <ButtonRow>
          <ButtonLink to={addHref}>
            <Trans>Add answers</Trans>
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  );
}
