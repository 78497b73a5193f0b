import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** What the reader does to go on from there. */
const ownMoves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Keeps it where it is as long as what is above it grows, until the reader goes on. */
function holdInView(target: HTMLElement): () => void {
  const observer = new ResizeObserver(() => target.scrollIntoView());
  const letGo = () => {
    observer.disconnect();
    for (const move of ownMoves) removeEventListener(move, letGo);
  };
  observer.observe(document.body);
  for (const move of ownMoves) addEventListener(move, letGo, { passive: true });
  return letGo;
}

/**
 * Takes the reader, and the focus, to what the address names, also when the same link is followed again. Whoever goes
 * back finds the page where it was left.
 */
export function useFocusOnHash(): void {
  const { hash, key } = useLocation();
  const isBack = useNavigationType() === 'POP' && key !== 'default';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that a link was followed.
  useEffect(() => {
    if (hash === '' || isBack) return;
    let letGo: (() => void) | undefined;
    // After the page's own heading has taken the focus.
    const frame = requestAnimationFrame(() => {
      const target = document.getElementById(hash.slice(1));
      if (target === null) return;
      target.scrollIntoView();
      target.focus({ preventScroll: true });
      letGo = holdInView(target);
    });
    return () => {
      cancelAnimationFrame(frame);
      letGo?.();
    };
  }, [hash, key, isBack]);
}
