import { Trans, useLingui } from '@lingui/react/macro';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { LazyCountyMap } from '../../ui/county-map/lazy-county-map.tsx';
import { HeatLegend } from '../../ui/heat/heat-legend.tsx';
import { useHeatCells } from './heat.tsx';
import type { ReleaseView, ShownGroup } from './release-view.ts';
import styles from './releases.module.css';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';

type CountyFiguresProps = { view: ReleaseView; measure: string; name: string; groups: readonly ShownGroup[] };

/** One measure on the map. What is not shown is hatched, whyever it is not. */
export function CountyFigures({ view, measure, name, groups }: CountyFiguresProps) {
  const { t } = useLingui();
  const { names } = view.document.spec;
  const words = useGroupWords(names);
  const scale = scaleOf(names, measure);
  const figure = useFigureWords().name(scale);
  const { cell, legend } = useHeatCells(scale);
  const counties = groups.map(({ key, place }) => ({
    code: place['county'] ?? '',
    name: words.place(place),
    cell: cell(view.cell(measure, key)),
  }));
  const told = counties.map((county) => `${county.name}: ${county.cell?.text ?? t`not shown`}`).join('; ');
  return (
    <figure className={styles.map}>
      <LazyCountyMap label={t`Map. ${name}, ${figure}. ${told}.`} counties={counties} />
      <HeatLegend legend={legend} />
      <figcaption>
        <Trans>
          {name}: {figure}. The table has the same figures. Hatched: not shown. Outlines: MapSVG and svg-maps, CC BY
          4.0.
        </Trans>
      </figcaption>
    </figure>
  );
}
