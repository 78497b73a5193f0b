import type { Chart } from 'chart.js';
import { type RefObject, useEffect, useRef } from 'react';

/** Draws on the canvas that the reference is given to, and again when `draw` or the colours are others. */
export function useChart(draw: (canvas: HTMLCanvasElement) => Chart): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const element = canvas.current;
    let chart = draw(element);
    const redraw = () => {
      chart.destroy();
      chart = draw(element);
    };
    const darkness = matchMedia('(prefers-color-scheme: dark)');
    const theme = new MutationObserver(redraw);
    darkness.addEventListener('change', redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      darkness.removeEventListener('change', redraw);
      theme.disconnect();
      chart.destroy();
    };
  }, [draw]);
  return canvas;
}
