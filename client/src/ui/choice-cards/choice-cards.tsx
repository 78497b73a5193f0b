import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { FieldError, fieldId } from '../field/field.tsx';
import { ChoiceCard } from './choice-card.tsx';
import styles from './choice-cards.module.css';

export type Choice = {
  value: string;
  label: ReactNode;
  detail?: ReactNode | undefined;
  /** Its place on the scale, which other texts refer to. */
  level?: number | undefined;
};

export type ChoiceCardsProps = {
  name: string;
  /** The question. Put a `PageHeading` in it where the question is the page's heading. */
  legend: ReactNode;
  /** Between the question and the cards: help, size note. */
  description?: ReactNode | undefined;
  /** Worded levels, lowest first; they lie along the rule. */
  choices: readonly Choice[];
  /** Answers that are no level ("vet ej", "ej relevant"), set apart after the word "or". */
  apart?: readonly Choice[] | undefined;
  value: string | null;
  onValueChange: (value: string) => void;
  error?: string | undefined;
  isDisabled?: boolean | undefined;
};

/** One question with full-width worded answers: a native radio group whose marks lie on a folding rule. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const { name, legend, description, choices, apart = [], value, onValueChange, error, isDisabled } = props;
  const id = fieldId(name);
  const descriptionId = useId();
  const describedBy = [description && descriptionId, error && `${id}-error`].filter(Boolean).join(' ');
  const card = (choice: Choice, inputId: string) => (
    <ChoiceCard
      key={choice.value}
      id={inputId}
      name={name}
      choice={choice}
      isChosen={value === choice.value}
      onChoose={onValueChange}
    />
  );

  return (
    <fieldset className={styles.group} disabled={isDisabled} aria-describedby={describedBy || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {description && (
        <div id={descriptionId} className={styles.description}>
          {description}
        </div>
      )}
      <FieldError id={id} error={error} />
      <div className={styles.rule}>
        {choices.map((choice, index) => card(choice, index === 0 ? id : `${id}-${choice.value}`))}
      </div>
      {apart.length > 0 && (
        <>
          <p className={styles.or}>
            <span>
              <Trans>or</Trans>
            </span>
          </p>
          <div className={styles.apart}>{apart.map((choice) => card(choice, `${id}-${choice.value}`))}</div>
        </>
      )}
    </fieldset>
  );
}
