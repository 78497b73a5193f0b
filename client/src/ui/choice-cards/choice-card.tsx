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
  return (
    <label className={styles.card} htmlFor={id} data-chosen={isChosen || undefined}>
      <input
        id={id}
        type="radio"
        name={name}
        value={choice.value}
        checked={isChosen}
        aria-labelledby={`${id}-label`}
        aria-describedby={detailId}
        className={styles.mark}
        onChange={() => onChoose(choice.value)}
      />
      <span className={styles.text}>
        <span id={`${id}-label`}>{choice.label}</span>
        {choice.detail && (
          <span id={detailId} className={styles.detail}>
            {choice.detail}
          </span>
        )}
      </span>
    </label>
  );
}
