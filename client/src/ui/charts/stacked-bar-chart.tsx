import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import { type CSSProperties, type ReactNode, useCallback } from 'react';
import { type ChartColours, readChartColours } from './chart-colours.ts';
import styles from './charts.module.css';
import { useChart } from './use-chart.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export type StackedBar = {
  label: string;
  /** One per class, in per cent of the whole bar; none where they are not shown. */
  shares: readonly number[];
};

export type StackedBarChartProps = {
  /** Says what the picture shows; with the values it is what those who do not see it are told. */
  name: string;
  /** From little to much. */
  classes: readonly string[];
  bars: readonly StackedBar[];
  /** The table with the same numbers. */
  children: ReactNode;
};

/** Which step of the ramp a class has: as far apart as there is room for. */
const steps: Readonly<Record<number, readonly number[]>> = {
  2: [1, 4],
  3: [0, 2, 5],
  4: [0, 2, 4, 5],
  5: [0, 1, 2, 4, 5],
};
const stepOf = (at: number, count: number): number => steps[count]?.[at] ?? Math.min(at, 5);

/** A number has room in a part that is so many times as wide as its text is high, and its unit in a wider one. */
const leastLabelled = 1.9;
const leastWithUnit = 3.2;

/** The number in each part that has room for it, so that no legend must be compared with. */
function numbersInParts(colours: ChartColours, inks: readonly string[]): Plugin<'bar'> {
  return {
    id: 'numbers',
    afterDatasetsDraw: (chart) => {
      const { ctx, data } = chart;
      ctx.save();
      ctx.font = `600 ${colours.size}px ${colours.font}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [at, { data: values }] of data.datasets.entries()) {
        ctx.fillStyle = inks[at] ?? colours.ink;
        for (const [bar, element] of chart.getDatasetMeta(at).data.entries()) {
          const { x, y, base } = element.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base: number };
          const unit = x - base >= leastWithUnit * colours.size ? '\u00a0%' : '';
          if (x - base >= leastLabelled * colours.size)
            ctx.fillText(`${String(values[bar])}${unit}`, (x + base) / 2, y);
        }
      }
      ctx.restore();
    },
  };
}

function drawStack(
  canvas: HTMLCanvasElement,
  { classes, bars }: Pick<StackedBarChartProps, 'classes' | 'bars'>,
): Chart {
  const colours = readChartColours(canvas);
  const parts = classes.map((_, at) => colours.ramp[stepOf(at, classes.length)] ?? { fill: '', ink: '' });
  return new Chart<'bar'>(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => label),
      datasets: classes.map((label, at) => ({
        label,
        data: bars.map(({ shares }) => shares[at] ?? 0),
        backgroundColor: parts[at]?.fill ?? '',
        borderColor: colours.ink,
        borderWidth: 1,
        borderSkipped: false,
        categoryPercentage: 1,
        barPercentage: 0.5,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      events: [],
      scales: {
        x: {
          stacked: true,
          min: 0,
          max: 100,
          grid: { display: false },
          border: { display: false },
          ticks: { display: false },
        },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          // Above its bar, where a long name takes no room from it.
          ticks: {
            color: colours.ink,
            autoSkip: false,
            mirror: true,
            padding: 0,
            labelOffset: -1.7 * colours.size,
            font: { family: colours.font, size: colours.size },
          },
        },
      },
    },
    plugins: [
      numbersInParts(
        colours,
        parts.map(({ ink }) => ink),
      ),
    ],
  }) as unknown as Chart;
}

/** Bars of 100 per cent in classes from little to much. Never alone: the table under it has the numbers. */
export function StackedBarChart({ name, classes, bars, children }: StackedBarChartProps) {
  const draw = useCallback((element: HTMLCanvasElement) => drawStack(element, { classes, bars }), [classes, bars]);
  const canvas = useChart(draw);
  const inWords = ({ label, shares }: StackedBar) =>
    shares.length === 0 ? label : `${label}: ${classes.map((each, at) => `${each} ${shares[at] ?? 0} %`).join(', ')}`;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{name}</figcaption>
      <ul className={styles.classes} aria-hidden="true">
        {classes.map((each, at) => (
          <li key={each} style={{ '--shade': `var(--ramp-${stepOf(at, classes.length) + 1})` } as CSSProperties}>
            {each}
          </li>
        ))}
      </ul>
      <div className={styles.stacked} style={{ '--bars': bars.length } as CSSProperties}>
        <canvas ref={canvas} role="img" aria-label={`${name}. ${bars.map(inWords).join('; ')}`} />
      </div>
      <div>{children}</div>
    </figure>
  );
}
