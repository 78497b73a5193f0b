import { useEffect, useEffectEvent } from 'react';
import { hasSingleKeys } from './single-keys.ts';

const typedIn = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(typedIn) !== null;

/** Hears keys pressed by themselves; never while something is typed or asked about, nor where they are turned off. */
export function useKeyPresses(onKey: (key: string, isRepeated: boolean) => boolean): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (!hasSingleKeys() || document.querySelector('dialog[open]') !== null) return;
    if (onKey(event.key, event.repeat)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
