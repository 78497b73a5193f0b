import { parsePassages } from '#shared/domain/strategy/passage.ts';
import styles from './strategy.module.css';
import { useStrategyWords } from './use-strategy-words.ts';

/** Where in the strategy it stands. In the words of the document's own headings. */
export function Source({ source }: { source: string }) {
  const words = useStrategyWords();
  const places = (parsePassages(source) ?? []).map(words.places);
  return (
    <span className={styles.source}>
      {places.flatMap((passage, index) =>
        passage.map((place, row) => {
          const isLast = index === places.length - 1 && row === passage.length - 1;
          const separator = row === passage.length - 1 ? '; ' : ', ';
          return (
            <span key={place}>
              {place}
              {!isLast && separator}
            </span>
          );
        }),
      )}
    </span>
  );
}
