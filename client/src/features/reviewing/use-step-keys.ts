import { useEffect, useEffectEvent } from 'react';

export type StepKeys = {
  readonly onLevel: (level: number) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('textarea, select, input[type="text"], [contenteditable]') !== null;

/** 0-4 judge, N and P go on and back; never while something is typed or together with another key. */
export function useStepKeys({ onLevel, onNext, onPrevious }: StepKeys): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (/^[0-4]$/.test(event.key)) onLevel(Number(event.key));
    else if (event.key === 'n' || event.key === 'N') onNext();
    else if (event.key === 'p' || event.key === 'P') onPrevious();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
