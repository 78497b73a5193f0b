import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestAsk } from '#shared/domain/routing/support-choices.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { type ChoicesState, useChoices } from './suggestion-choices.tsx';
import { useWords } from './use-words.ts';

type Asking = Pick<ChoicesState, 'choices' | 'isSaving' | 'tell'> & { change: NonNullable<ChoicesState['change']> };

const takeBackId = (dimension: string) => `take-back-ask-${dimension}`;
const formId = 'ask-for-support';

function useFault(words: string, isTried: boolean): string | undefined {
  const { t } = useLingui();
  if (words.trim().length > longestAsk) return t`Write at most ${longestAsk} characters.`;
  return isTried && words.trim() === '' ? t`Write what you need.` : undefined;
}

function AskForm({ choices, change, isSaving, tell }: Asking) {
  const { t } = useLingui();
  const { result } = useResult();
  const names = useWords();
  const free = result.scoreProfile.dimensions
    .map(({ dimension }) => dimension)
    .filter((code) => !choices.asks.some(({ dimension }) => dimension === code));
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);
  const fault = useFault(words, isTried);
  const dimension = free.includes(chosen) ? chosen : '';
  const ask = async () => {
    setIsTried(true);
    if (dimension === '' || words.trim() === '' || words.trim().length > longestAsk) {
      document.getElementById(fieldId(dimension === '' ? 'ask-dimension' : 'ask-words'))?.focus();
      return;
    }
    if (!(await change({ asks: [...choices.asks, { dimension, words: words.trim() }] }))) return;
    tell(t`It is saved that you need it.`, takeBackId(dimension));
    setChosen('');
    setWords('');
    setIsTried(false);
  };
  if (free.length === 0) return null;
  return (
    <>
      <SelectField
        name="ask-dimension"
        label={t`What does it concern?`}
        placeholder={t`Choose`}
        value={dimension}
        error={isTried && dimension === '' ? t`Choose what it concerns.` : undefined}
        options={free.map((value) => ({ value, label: names.dimension(value) }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      <TextAreaField
        name="ask-words"
        label={t`What do you need?`}
        hint={t`Seen by those whom you let read your result by a consent that names it. Name no persons.`}
        value={words}
        maximumLength={longestAsk}
        error={fault}
        onChange={(event) => setWords(event.target.value)}
      />
      <ButtonRow>
        <Button variant="secondary" isBusy={isSaving} onClick={() => void ask()}>
          <Trans>Say that you need it</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

function Asks({ choices, change, isSaving, tell }: Omit<Asking, 'change'> & { change: ChoicesState['change'] }) {
  const { t } = useLingui();
  const names = useWords();
  const takeBack = async (dimension: string) => {
    const asks = choices.asks.filter((each) => each.dimension !== dimension);
    if (await change?.({ asks })) tell(t`It is taken back.`, formId);
  };
  return (
    <ul>
      {choices.asks.map(({ dimension, words }) => {
        const name = names.dimension(dimension);
        return (
          <li key={dimension}>
            <strong>{name}.</strong> {words}{' '}
            {change !== null && (
              <Button
                id={takeBackId(dimension)}
                variant="quiet"
                isBusy={isSaving}
                aria-label={t`Take back what you need in ${name}`}
                onClick={() => void takeBack(dimension)}
              >
                <Trans>Take back</Trans>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What the firm needs and that no package offers, in its own words. */
export function SuggestionAsks() {
  const { hrefs } = useResult();
  const known = useChoices();
  if (known === null || (known.change === null && known.choices.asks.length === 0)) return null;
  const { choices, change, isSaving, tell } = known;
  return (
    <div className={styles.part}>
      <h3 id={formId} tabIndex={-1}>
        {hrefs.own === null ? (
          <Trans>Asked for, and offered by no package</Trans>
        ) : (
          <Trans>Do you need something else?</Trans>
        )}
      </h3>
      {choices.asks.length > 0 && <Asks choices={choices} change={change} isSaving={isSaving} tell={tell} />}
      {change !== null && (
        <Details summary={<Trans>Ask for support that does not exist</Trans>} onPaper="as-left">
          <AskForm choices={choices} change={change} isSaving={isSaving} tell={tell} />
        </Details>
      )}
    </div>
  );
}
