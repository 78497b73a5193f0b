import { Trans, useLingui } from '@lingui/react/macro';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Municipality } from './api.ts';
import styles from './editions.module.css';
import { placeLabels } from './place-labels.ts';

type Position = { readonly latitude: number; readonly longitude: number };
export type Spot = Position & { readonly name: string };

const width = 320;
const margin = 16;
/** Of the middle of the three counties: a degree of longitude is half as long there as one of latitude. */
const middleLatitude = 60.5;
const squeeze = Math.cos((middleLatitude * Math.PI) / 180);

/** From degrees to points of the picture, so that everything that is shown has room. */
function projectionOf(all: readonly Position[]) {
  const longitudes = all.map(({ longitude }) => longitude * squeeze);
  const latitudes = all.map(({ latitude }) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const scale = (width - 2 * margin) / Math.max(east - west, 0.1);
  return {
    height: Math.round((north - south) * scale + 2 * margin),
    x: ({ longitude }: Position) => margin + (longitude * squeeze - west) * scale,
    y: ({ latitude }: Position) => margin + (north - latitude) * scale,
  };
}

/** The places of one name are one spot. */
const together = (spots: readonly Spot[]): [string, Spot[]][] => [...Map.groupBy(spots, ({ name }) => name)];

/** Where things are held, on a picture of the municipalities' seats. It says nothing that is not in words as well. */
export function PlaceMap({
  spots,
  municipalities,
}: {
  spots: readonly Spot[];
  municipalities: readonly Municipality[];
}) {
  const { t } = useLingui();
  const language = useLanguage();
  if (spots.length === 0 || municipalities.length === 0) return null;
  const { height, x, y } = projectionOf([...municipalities, ...spots]);
  const points = together(spots).flatMap(([name, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ x: x(first), y: y(first), label: others.length === 0 ? name : `${name} (${others.length + 1})` }],
  );
  const labels = placeLabels(points, { width, height });
  const unnamed = listInWords(
    points.filter((point) => !labels.some(({ spot }) => spot === point)).map(({ label }) => label),
    language,
  );
  const names = listInWords([...new Set(spots.map(({ name }) => name))], language);
  return (
    <figure className={styles.map}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t`Map with ${names}`}>
        {municipalities.map((seat) => (
          <circle key={seat.code} className={styles.seat} cx={x(seat)} cy={y(seat)} r={2} />
        ))}
        {points.map(({ x: left, y: top, label }) => (
          <circle key={label} className={styles.spot} cx={left} cy={top} r={7} />
        ))}
        {labels.map(({ spot: { label }, at, anchor }) => (
          <text key={label} x={at.x} y={at.y} textAnchor={anchor}>
            {label}
          </text>
        ))}
      </svg>
      <figcaption>
        <Trans>The small dots are the seats of the 41 municipalities.</Trans>{' '}
        {labels.length < points.length && <Trans>Not named on the map, where they lie too close: {unnamed}.</Trans>}
      </figcaption>
    </figure>
  );
}
