import { Chart, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
import { type ReactNode, useCallback } from 'react';
import { type ChartColours, readChartColours } from './chart-colours.ts';
import styles from './charts.module.css';
import { useChart } from './use-chart.ts';

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement);

export type RadarSeries = { label: string; values: readonly (number | null)[]; isReference?: boolean | undefined };

export type RadarChartProps = {
  /** Says what the picture shows; also its name for those who cannot see it. */
  name: string;
  /** One per axis, at most eight. */
  labels: readonly string[];
  /** One or two outlines. */
  series: readonly RadarSeries[];
  maximum?: number | undefined;
  /** The table with the same numbers. */
  children: ReactNode;
};

type RadarDrawing = Omit<RadarChartProps, 'name' | 'children'> & { maximum: number };

function datasets(series: readonly RadarSeries[], colours: ChartColours) {
  return series.map(({ label, values, isReference }) => {
    const colour = isReference ? colours.reference : colours.own;
    return {
      label,
      data: [...values],
      borderColor: colour,
      borderWidth: 2,
      borderDash: isReference ? [5, 4] : [],
      pointBackgroundColor: colour,
      pointStyle: isReference ? ('circle' as const) : ('rectRot' as const),
      pointRadius: 5,
      fill: false,
    };
  });
}

function scale(maximum: number, colours: ChartColours) {
  return {
    min: 0,
    max: maximum,
    angleLines: { color: colours.line },
    grid: { color: colours.line },
    pointLabels: { color: colours.ink, font: { family: colours.font, size: colours.size } },
    ticks: {
      stepSize: 1,
      color: colours.ink,
      backdropColor: colours.background,
      font: { family: colours.font, size: colours.size },
    },
  };
}

const longestLine = 16;

/** A long name on several lines, since a line beside the outline has little room. */
function breakLabel(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longestLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function drawRadar(canvas: HTMLCanvasElement, { labels, series, maximum }: RadarDrawing): Chart {
  const colours = readChartColours(canvas);
  return new Chart(canvas, {
    type: 'radar',
    data: { labels: labels.map(breakLabel), datasets: datasets(series, colours) },
    options: {
      animation: false,
      aspectRatio: 1,
      events: [],
      scales: { r: scale(maximum, colours) },
    },
  });
}

/** An outline over the areas, for those who are used to one. Never alone: the table beside it has the numbers. */
export function RadarChart({ name, labels, series, maximum = 4, children }: RadarChartProps) {
  const draw = useCallback(
    (element: HTMLCanvasElement) => drawRadar(element, { labels, series, maximum }),
    [labels, series, maximum],
  );
  const canvas = useChart(draw);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{name}</figcaption>
      <div className={styles.canvas}>
        <canvas ref={canvas} role="img" aria-label={name} />
      </div>
      <ul className={styles.key}>
        {series.map(({ label, isReference }) => (
          <li key={label} data-reference={isReference || undefined}>
            {label}
          </li>
        ))}
      </ul>
      <div>{children}</div>
    </figure>
  );
}
