import styles from './folding-rule.module.css';
import { drawTicks, placeSticks } from './rule-geometry.ts';

const length = 184;
const thickness = 30;
const step = 8;
/** Folded together at the left, straight at the right: from where one begins to where one can measure. */
const angles = [-79, 72, -62, 51, -39, 26, -13, ...Array<number>(11).fill(0)];
const sticks = placeSticks(angles, length, { x: 24, y: 214 });
const ticks = drawTicks(length, step, -thickness / 2);
const firstStraight = sticks[angles.indexOf(0)] ?? { x: 0, y: 0 };

/** The mark of the site: a folding rule that opens, with the diamond that shows where one stands. A picture only. */
export function FoldingRule() {
  return (
    <svg className={styles.drawing} viewBox="0 0 2560 240" aria-hidden="true">
      {sticks.map(({ x, y, angle }, index) => (
        <g key={`${x}`} transform={`translate(${x} ${y}) rotate(${angle})`}>
          <rect
            className={styles.stick}
            data-odd={index % 2 === 1 || undefined}
            x={-thickness / 2}
            y={-thickness / 2}
            width={length + thickness}
            height={thickness}
            rx="3"
          />
          <path className={styles.ticks} d={ticks} />
          <circle className={styles.pin} cx="0" cy="4" r="4.5" />
          <text className={styles.figure} x={10 * step} y={10} textAnchor="middle">
            {index * 2 + 1}
          </text>
          <text className={styles.figure} x={20 * step} y={10} textAnchor="middle">
            {index * 2 + 2}
          </text>
        </g>
      ))}
      <path className={styles.diamond} d={`M${firstStraight.x + 80} ${firstStraight.y - 34}l15 15-15 15-15-15z`} />
    </svg>
  );
}
