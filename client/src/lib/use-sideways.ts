import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * Whether what is in a frame is wider than the frame. Then it has to take the focus: not every browser lets the arrow keys
 * scroll what cannot. Where there is nothing to scroll it is no stop on the way through the page.
 */
export function useSideways<Frame extends HTMLElement>(): { frame: RefObject<Frame | null>; isWider: boolean } {
  const frame = useRef<Frame>(null);
  const [isWider, setWider] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const look = () => setWider(element.scrollWidth > element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return { frame, isWider };
}
