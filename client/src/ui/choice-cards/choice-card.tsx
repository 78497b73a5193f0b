import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';
import styles from './choice-cards.module.css';
import type { Choice } from './choice-cards.tsx';

type ChoiceCardProps = {
  id: string;
  name: string;
  choice: Choice;
  isChosen: boolean;
  onChoose: (value: string) => void;
};

/** The whole card is the label, so that a thumb in a glove hits it. */
export function ChoiceCard({ id, name, choice, isChosen, onChoose }: ChoiceCardProps) {
  const detailId = choice.detail ? `${id}-detail` : undefined;
  const levelId = choice.level === undefined ? undefined : `${id}-number`;
  const describedBy = [levelId, detailId].filter(Boolean).join(' ') || undefined;
  return (
    <label className={styles.card} htmlFor={id} data-chosen={isChosen || undefined}>
      <input
        id={id}
        type="radio"
        name={name}
        value={choice.value}
        checked={isChosen}
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
        className={styles.mark}
        onChange={() => onChoose(choice.value)}
      />
      <span className={styles.text}>
        <span className={styles.line}>
          {choice.level !== undefined && (
            <span id={levelId} className={styles.level}>
              <VisuallyHidden>
                <Trans>Level</Trans>{' '}
              </VisuallyHidden>
              {choice.level}
            </span>
          )}
          <span id={`${id}-label`}>{choice.label}</span>
        </span>
        {choice.detail && (
          <span id={detailId} className={styles.detail}>
            {choice.detail}
          </span>
        )}
      </span>
    </label>
  );
}
