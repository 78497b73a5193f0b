import { Trans } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import type { CrosswalkFigure, CrosswalkMeasure } from '#shared/contracts/crosswalk.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './crosswalk.module.css';
import drawn from './figure-ruler.module.css';

type FigureProps = {
  readonly measure: Pick<CrosswalkMeasure, 'bands' | 'highest'>;
  readonly figure: CrosswalkFigure | null;
};

/** Custom properties reach the style sheet through the DOM, which the content security policy allows. */
const place = (highest: number, from: number, to = from): CSSProperties =>
  ({ '--from': `${(from / highest) * 100}%`, '--to': `${(to / highest) * 100}%` }) as CSSProperties;

function Drawing({ measure: { bands, highest }, figure }: FigureProps) {
  const { lowest, highest: most } = figure?.shown ?? { lowest: 0, highest: 0 };
  return (
    <div aria-hidden="true">
      <div className={drawn.stick}>
        {bands.slice(1).map(({ code, from }) => (
          <span key={code} className={drawn.border} style={place(highest, from)} />
        ))}
        {figure !== null &&
          (lowest === most ? (
            <span className={drawn.point} style={place(highest, lowest)} />
          ) : (
            <span className={drawn.range} style={place(highest, lowest, most)} />
          ))}
      </div>
      <p className={drawn.ends}>
        <span>0</span>
        <span>{highest}</span>
      </p>
    </div>
  );
}

function Words({ measure: { bands, highest }, figure }: FigureProps) {
  const localise = useLocalised();
  if (figure === null) return <Trans>Nothing is known yet, so there is no figure.</Trans>;
  const nameOf = (code: string) => {
    const band = bands.find((each) => each.code === code);
    return band === undefined ? code : localise(band.name);
  };
  const { lowest, highest: most } = figure.shown;
  const [from, to] = [nameOf(figure.bands.lowest), nameOf(figure.bands.highest)];
  if (lowest === most) {
    return (
      <Trans>
        <strong>{lowest}</strong> of {highest}: {from}
      </Trans>
    );
  }
  if (from === to) {
    return (
      <Trans>
        Between <strong>{lowest}</strong> and <strong>{most}</strong> of {highest}: {from}
      </Trans>
    );
  }
  return (
    <Trans>
      Between <strong>{lowest}</strong> and <strong>{most}</strong> of {highest}: from {from} to {to}
    </Trans>
  );
}

/** A figure on a stick, with its words, its label, and what has to be known to read it. */
export function FigureRuler({ name, children, ...figure }: FigureProps & { name: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <div className={styles.name}>{name}</div>
      <div className={styles.said}>
        <span>
          <Words {...figure} />
        </span>
        <Tag>
          <Trans>Derived, not official</Trans>
        </Tag>
      </div>
      <Drawing {...figure} />
      {children}
    </div>
  );
}
