import { type CSSProperties, type ReactNode, useId } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import styles from './ruler.module.css';
import { MarkSentence, RulerSentences } from './ruler-sentences.tsx';
import { shownLevel } from './shown-level.ts';

export type RulerQuartiles = { lower: number | null; median: number; upper: number | null };

export type RulerFacts = {
  /** Position on the scale; null when it could not be worked out. */
  value: number | null;
  /** Worst and best case. Drawn, and said in words, only when they differ. */
  range?: { lowest: number; highest: number } | null | undefined;
  /** Where the middle half of comparable answers lies. The ends may be unknown though the middle is not. */
  quartiles?: RulerQuartiles | null | undefined;
};

/** A second measure of the same on the same rule, by somebody else. */
export type RulerMark = Pick<RulerFacts, 'value' | 'range'> & {
  key: string;
  /** Whose it is, as a sentence begins: "Reviewed by Compare". */
  name: string;
  /** What it rests on, where that is not all there is: "1 of 6 questions judged". */
  basis?: string | undefined;
};

/** What is aimed at: a flag on the rule, its name at the step, and how far it is in words. */
export type RulerTarget = { level: number; name: string; sentence: string };

export type RulerBand = { from: number; to: number; name: string };

export type RulerProps = RulerFacts & {
  /** What is measured; becomes the caption. Pass a heading element where the page needs one. */
  name: ReactNode;
  /** The scale's ends in words. */
  ends: { low: string; high: string };
  /** Named stretches of the scale, in order and without gaps. */
  bands?: readonly RulerBand[] | undefined;
  /** Drawn as rings and said in words, beside the value and never in its place. */
  marks?: readonly RulerMark[] | undefined;
  target?: RulerTarget | undefined;
  /** Stands in for the sentence when the value is null. */
  emptyText?: ReactNode | undefined;
  /** The drawing in words, where it is of many and not of one's own. */
  sentences?: ReactNode | undefined;
  maximum?: number | undefined;
  children?: ReactNode | undefined;
};

type Place = CSSProperties & Record<'--from' | '--to' | '--at', string>;

/** Custom properties reach the style sheet through the DOM, which the content security policy allows. */
function place(maximum: number, from: number, to = from): Place {
  const share = (value: number) => `${(value / maximum) * 100}%`;
  return { '--from': share(from), '--to': share(to), '--at': share(from) };
}

const stepsTo = (maximum: number): number[] => [...Array(maximum + 1).keys()];

function Bands({ bands, maximum }: { bands: readonly RulerBand[]; maximum: number }) {
  return (
    <div className={styles.bands}>
      {bands.map((band) => (
        <span key={band.name} className={styles.band} style={place(maximum, band.from, band.to)}>
          {band.name}
        </span>
      ))}
    </div>
  );
}

function Ring({ mark, maximum }: { mark: RulerMark; maximum: number }) {
  const shown = shownLevel(mark);
  if (shown === null || shown.kind === 'between') return null;
  return <span className={styles.ring} style={place(maximum, shown.level)} />;
}

type StickProps = RulerFacts & { maximum: number; marks: readonly RulerMark[]; target: RulerTarget | undefined };

function Stick({ value, range, quartiles, maximum, marks, target }: StickProps) {
  const language = useLanguage();
  const isRangeWide = range && range.highest > range.lowest;
  const shown = shownLevel({ value, range });
  return (
    <div className={styles.stick}>
      <div className={styles.scale}>
        {stepsTo(maximum).map((step) => (
          <span key={step} className={styles.tick} style={place(maximum, step)} />
        ))}
        {quartiles && (
          <>
            {quartiles.lower !== null && quartiles.upper !== null && (
              <span className={styles.quartiles} style={place(maximum, quartiles.lower, quartiles.upper)} />
            )}
            <span className={styles.median} style={place(maximum, quartiles.median)} />
          </>
        )}
        {target !== undefined && <span className={styles.flag} style={place(maximum, target.level)} />}
        {isRangeWide && <span className={styles.range} style={place(maximum, range.lowest, range.highest)} />}
        {shown !== null && shown.kind !== 'between' && (
          <>
            <span className={styles.number} style={place(maximum, shown.level)}>
              {formatNumber(shown.level, language, shown.decimals)}
            </span>
            <span className={styles.diamond} style={place(maximum, shown.level)} />
          </>
        )}
        {marks.map((mark) => (
          <Ring key={mark.key} mark={mark} maximum={maximum} />
        ))}
      </div>
    </div>
  );
}

function Sentences(props: RulerProps & { maximum: number }) {
  const { value, range, quartiles, maximum, emptyText, sentences } = props;
  if (value === null) return <p className={styles.sentence}>{emptyText}</p>;
  if (sentences !== undefined) return <p className={styles.sentence}>{sentences}</p>;
  return <RulerSentences value={value} range={range} quartiles={quartiles} maximum={maximum} />;
}

type StepProps = { step: number; maximum: number; target: RulerTarget | undefined };

/** A step under its tick. At the end there is room for a name only before the number. */
function Step({ step, maximum, target }: StepProps) {
  const name = step === target?.level ? target.name : undefined;
  const isNamedEnd = name !== undefined && step === maximum;
  return (
    <span style={place(maximum, step)} data-named-end={isNamedEnd || undefined}>
      {name === undefined ? step : isNamedEnd ? `${name} ${step}` : `${step} ${name}`}
    </span>
  );
}

/** One measure on a folding rule. The drawing is for the eye; the sentences under the name say the same. */
export function Ruler(props: RulerProps) {
  const { name, ends, bands = [], marks = [], maximum = 4, value, range, quartiles, target, children } = props;
  const captionId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <figcaption className={styles.caption}>
        <span id={captionId} className={styles.name}>
          {name}
        </span>
        <Sentences {...props} maximum={maximum} />
        {marks.map((mark) => (
          <MarkSentence key={mark.key} mark={mark} maximum={maximum} />
        ))}
        {target !== undefined && <p className={styles.sentence}>{target.sentence}</p>}
      </figcaption>
      <div className={styles.drawing} aria-hidden="true">
        <Stick value={value} range={range} quartiles={quartiles} maximum={maximum} marks={marks} target={target} />
        {bands.length > 0 && <Bands bands={bands} maximum={maximum} />}
        <p className={styles.steps}>
          {stepsTo(maximum).map((step) => (
            <Step key={step} step={step} maximum={maximum} target={target} />
          ))}
        </p>
        <p className={styles.ends}>
          <span>{ends.low}</span>
          <span>{ends.high}</span>
        </p>
      </div>
      {children}
    </figure>
  );
}
