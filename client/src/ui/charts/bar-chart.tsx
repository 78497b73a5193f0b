import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { type ReactNode, useCallback } from 'react';
import { type ChartColours, readChartColours } from './chart-colours.ts';
import styles from './charts.module.css';
import { useChart } from './use-chart.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export type Bar = {
  label: string;
  /** Null where there is nothing to draw. */
  value: number | null;
  /** The value as it is written, also where there is none. */
  shown: string;
};

/** What the bars are measured against: where the scale ends, and what its ends are called. */
export type BarScale = { most: number; low: string; high: string };

export type BarChartProps = {
  /** Says what the picture shows; with the values it is what those who do not see it are told. */
  name: string;
  bars: readonly Bar[];
  /** Left out where the longest bar is as far as there is: numbers of things. */
  scale?: BarScale | undefined;
  /** The table with the same numbers. */
  children: ReactNode;
};

const mostInLine = 24;
/** Letters are about so wide, as part of how high they are. */
const letterWidth = 0.55;

/** Names in so long lines that half of the width is left for the bars, also where the text is large. */
const lineLengthIn = (canvas: HTMLCanvasElement, { size }: ChartColours): number =>
  Math.min(mostInLine, Math.max(8, Math.floor((canvas.clientWidth * 0.5) / (size * letterWidth))));

function inLines(text: string, lineLength: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > lineLength) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** The number stays beside the last word, unless lines are shorter than that takes. */
const linesOf = ({ label, shown }: Bar, lineLength: number): string[] =>
  inLines(`${label}:${lineLength < mostInLine ? ' ' : '\u00a0'}${shown}`, lineLength);

/** As large as the reader has text, or as the longest line has room for. */
const sizeFor = (lines: readonly (readonly string[])[], canvas: HTMLCanvasElement, { size }: ChartColours): number => {
  const longest = Math.max(1, ...lines.flat().map((line) => line.length));
  return Math.min(size, (canvas.clientWidth * 0.48) / (longest * letterWidth));
};

/** Higher rows for longer names, with air between them. */
const rowsFor = (lines: readonly string[]): number => (lines.length + 0.5) / 2;

const asFarAsTheLongest = {
  min: 0,
  grid: { display: false },
  border: { display: false },
  ticks: { display: false },
};

/** A line at either end, and what it is called. */
const toTheEnd = ({ most, low, high }: BarScale, { ink, line, font, size }: ChartColours) => ({
  min: 0,
  max: most,
  grid: { color: line },
  border: { display: false },
  ticks: {
    stepSize: most,
    align: 'inner' as const,
    color: ink,
    font: { family: font, size },
    callback: (value: number | string) => (Number(value) === 0 ? low : high),
  },
});

function drawBars(canvas: HTMLCanvasElement, bars: readonly Bar[], scale: BarScale | undefined): Chart {
  const read = readChartColours(canvas);
  const lineLength = lineLengthIn(canvas, read);
  const lines = bars.map((bar) => linesOf(bar, lineLength));
  const colours = { ...read, size: sizeFor(lines, canvas, read) };
  const rows = bars.length * Math.max(1, ...lines.map(rowsFor)) + (scale === undefined ? 0 : 1);
  canvas.parentElement?.style.setProperty('--bars', String(rows));
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: lines,
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: colours.own,
          categoryPercentage: 1,
          barPercentage: 0.6,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      events: [],
      scales: {
        x: scale === undefined ? asFarAsTheLongest : toTheEnd(scale, colours),
        y: {
          grid: { display: false },
          border: { color: colours.line },
          ticks: { color: colours.ink, autoSkip: false, font: { family: colours.font, size: colours.size } },
        },
      },
    },
  });
}

/** Bars beside their names and values. Never alone: the table under it has the numbers. */
export function BarChart({ name, bars, scale, children }: BarChartProps) {
  const draw = useCallback((element: HTMLCanvasElement) => drawBars(element, bars, scale), [bars, scale]);
  const canvas = useChart(draw);
  const told = `${name}. ${bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ')}`;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{name}</figcaption>
      <div className={styles.bars}>
        <canvas ref={canvas} role="img" aria-label={told} />
      </div>
      <div>{children}</div>
    </figure>
  );
}
