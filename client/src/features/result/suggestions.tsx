import { Trans } from '@lingui/react/macro';
import { orderByChoice } from '#shared/domain/routing/support-choices.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { SuggestionAsks } from './suggestion-asks.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { useChoices } from './suggestion-choices.tsx';
import { DeclinedSuggestions } from './suggestion-decisions.tsx';
import { SuggestionRunnerUp } from './suggestion-runner-up.tsx';
import { useWords } from './use-words.ts';

function Later() {
  const { result } = useResult();
  const localise = useLocalised();
  if (result.postponed.length === 0) return null;
  return (
    <Details summary={<Trans>What can wait, and why</Trans>}>
      <ul>
        {result.postponed.map(({ packageCode, packageName, reason }) => (
          <li key={packageCode}>
            <strong>{localise(packageName)}.</strong> {localise(reason)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Gaps() {
  const { result } = useResult();
  const words = useWords();
  const localise = useLocalised();
  if (result.gaps.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>
        <Trans>Needs that no package meets</Trans>
      </h3>
      <ul>
        {result.gaps.map(({ dimension, text }) => (
          <li key={dimension}>
            <strong>{words.dimension(dimension)}.</strong> {localise(text)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What kept a choice from being stored. */
function ChoiceFailure() {
  const known = useChoices();
  const problemWords = useProblemWords();
  if (known === null || known.failure === undefined) return null;
  return <FaultNotice fault={problemWords(known.failure)} />;
}

/** What was just declined or taken back, said aloud. */
function Done() {
  const known = useChoices();
  return <div role="status">{known !== null && known.done !== '' && <p>{known.done}</p>}</div>;
}

/** The suggestions as the firm would take them; a change is said aloud. */
function ChosenOrder() {
  const { result, hrefs } = useResult();
  const known = useChoices();
  const shown = known === null ? result.suggestions : orderByChoice(result.suggestions, known.choices);
  const isReordered = known !== null && known.choices.order.length > 0;
  return (
    <>
      <div role="status">
        {isReordered && (
          <p>
            {hrefs.own === null ? (
              <Trans>In the order in which the firm would take them.</Trans>
            ) : (
              <Trans>In your own order.</Trans>
            )}
          </p>
        )}
      </div>
      {shown.length > 0 && (
        <ol className={styles.steps}>
          {shown.map((suggestion, place) => (
            <SuggestionCard key={suggestion.packageCode} suggestion={suggestion} isFirst={place === 0} />
          ))}
        </ol>
      )}
    </>
  );
}

/** Whether nothing fits, or what fits is taken already: only a gap is recorded. */
function NothingSuggested() {
  const { result } = useResult();
  return (
    <EmptyState title={<Trans>Nothing to suggest right now</Trans>}>
      <p>
        {result.gaps.length > 0 ? (
          <Trans>
            We would rather suggest nothing than something that does not fit. The need is recorded for the regions.
          </Trans>
        ) : (
          <Trans>
            What fits you are in already or have taken, or the need is not large enough. We would rather suggest nothing
            than something that does not fit.
          </Trans>
        )}
      </p>
    </EmptyState>
  );
}

/** One to three packages with their reasons, what can wait, and what nobody offers. */
export function Suggestions() {
  const { result, hrefs } = useResult();
  return (
    <Section
      id="support"
      title={<Trans>Support that fits</Trans>}
      lead={
        hrefs.own === null ? (
          <Trans>At most three suggestions. The firm chooses, and asks for contact itself.</Trans>
        ) : (
          <Trans>
            At most three suggestions. You choose. Your order, and what you decline or ask for, is seen outside the firm
            only by those whom you let read your result by a consent that names it.
          </Trans>
        )
      }
    >
      <ChoiceFailure />
      {result.suggestions.length === 0 ? <NothingSuggested /> : <ChosenOrder />}
      <Done />
      <DeclinedSuggestions />
      <SuggestionRunnerUp />
      <Later />
      <Gaps />
      <SuggestionAsks />
    </Section>
  );
}
