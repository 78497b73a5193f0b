import sweden from '@svg-maps/sweden';
import { useId } from 'react';
import type { HeatCell } from '../heat/heat-table.tsx';
import styles from './county-map.module.css';

export type CountyOnMap = {
  /** By Statistics Sweden. */
  code: string;
  name: string;
  /** Null where nothing is shown. */
  cell: HeatCell | null;
};
export type CountyMapProps = { label: string; counties: readonly CountyOnMap[] };

/** Which outline in the package is which county, and where in it there is room for a number. */
const outlines: Readonly<Record<string, { id: string; x: number; y: number }>> = {
  '17': { id: 'varmland', x: 52, y: 567 },
  '20': { id: 'dalarna', x: 85, y: 516 },
  '21': { id: 'gavleborg', x: 137, y: 492 },
};

/** The three counties with something of what lies around them. */
const frame = '2 426 180 212';
const pathOf = new Map(sweden.locations.map(({ id, path }) => [id, path]));
const drawn = new Set(Object.values(outlines).map(({ id }) => id));

/** The counties, the darker the more there is. A table beside it says the same: the map is there to be seen. */
export function CountyMap({ label, counties }: CountyMapProps) {
  const hatching = useId();
  return (
    <svg className={styles.map} viewBox={frame} role="img" aria-label={label}>
      <defs>
        <pattern id={hatching} width="4" height="4" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
          <path className={styles.hatch} d="M0 0V4" />
        </pattern>
      </defs>
      <g className={styles.around}>
        {sweden.locations
          .filter(({ id }) => !drawn.has(id))
          .map(({ id, path }) => (
            <path key={id} d={path} />
          ))}
      </g>
      {counties.map(({ code, name, cell }) => {
        const outline = outlines[code];
        if (outline === undefined) return null;
        const { id, x, y } = outline;
        return (
          <g key={code} className={styles.county} data-step={cell?.step}>
            <path
              className={styles.area}
              d={pathOf.get(id)}
              {...(cell === null ? { fill: `url(#${hatching})` } : {})}
            />
            <text className={styles.name} x={x} y={y}>
              {name}
            </text>
            <text className={styles.number} x={x} y={y + 11}>
              {cell === null ? '..' : cell.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
