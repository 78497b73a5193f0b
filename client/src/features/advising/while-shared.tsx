import { type ReactNode, useCallback } from 'react';
import { useRevalidator } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { useRescue } from '../../ui/own-words/own-words.tsx';
import styles from './advising.module.css';
import { useStillShared, type Withheld } from './use-still-shared.ts';
import { WithheldPage } from './withheld-page.tsx';

type WhileSharedProps = {
  lettingIn: LettingIn;
  firmsHref: string;
  /** In a meeting the screen stands untouched for longer. */
  restAfterMs?: number;
  children: ReactNode;
};

/** A page about a firm, for as long as the firm lets the organisation in. */
export function WhileShared({ lettingIn, firmsHref, restAfterMs, children }: WhileSharedProps) {
  const { revalidate } = useRevalidator();
  const { rescue } = useRescue();
  const onWithhold = useCallback(
    (why: Withheld) => {
      if (why === 'changed') rescue();
    },
    [rescue],
  );
  const { withheld, ask } = useStillShared(lettingIn, { restAfterMs, onWithhold });
  // What was loaded before may have been changed since.
  const askAnew = () => {
    ask();
    void revalidate();
  };
  // What is being written is not thrown away for a network that is gone, or a screen nobody has touched: it is hidden.
  const isKept = withheld !== 'changed';
  return (
    <>
      {withheld !== null && <WithheldPage withheld={withheld} firmsHref={firmsHref} onAsk={askAnew} />}
      {isKept && (
        <div className={styles.kept} hidden={withheld !== null}>
          {children}
        </div>
      )}
    </>
  );
}
