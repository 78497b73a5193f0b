import type { Chart } from 'chart.js';
import { type RefObject, useEffect, useRef } from 'react';

/** What an upright sheet has room for, in pixels: drawn wider, the names would be made as small as the bars. */
const paperWidth = 660;

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
    const onPaper = () => chart.resize(Math.min(element.clientWidth, paperWidth), element.clientHeight);
    const onScreen = () => chart.resize();
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    const darkness = matchMedia('(prefers-color-scheme: dark)');
    const theme = new MutationObserver(redraw);
    darkness.addEventListener('change', redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      darkness.removeEventListener('change', redraw);
      theme.disconnect();
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
      chart.destroy();
    };
  }, [draw]);
  return canvas;
}
