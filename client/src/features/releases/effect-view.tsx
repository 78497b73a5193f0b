import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EffectDocument } from '#shared/domain/effect/effect-release.ts';
import { axisOf, type EffectPart, readEffects, type ShownEffect } from '#shared/domain/effect/read-effects.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { type IntervalAxis, Intervals } from '../../ui/intervals/intervals.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EffectTable } from './effect-table.tsx';
import styles from './releases.module.css';
import { type ReleasedOf, SourceLine } from './source-line.tsx';
import { type EffectWords, useEffectWords } from './use-effect-words.ts';
import { useGroupWords } from './use-group-words.ts';
import { type MeasureWords, useMeasureWords } from './use-measure-words.ts';

type EffectViewProps = { released: ReleasedOf<EffectDocument>; methodHref: string };

type DrawnProps = {
  shown: readonly ShownEffect[];
  axis: IntervalAxis;
  words: EffectWords;
  measureWords: MeasureWords;
};

/** The areas of one group, drawn and said. */
function Drawn({ shown, axis, words, measureWords }: DrawnProps) {
  const { t } = useLingui();
  return (
    <>
      {words.finding(shown).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Intervals
        axis={axis}
        axisName={t`Difference in levels`}
        format={words.signed}
        intervals={shown.map((each) => ({
          key: each.measure,
          name: measureWords.measure(each.measure),
          estimate: each.estimate,
          low: each.low,
          high: each.high,
          sentence: words.sentence(each),
          note: words.note(each),
        }))}
      />
    </>
  );
}

/** How to read it, before any figure. */
function HowToRead({ spec }: { spec: EffectDocument['spec'] }) {
  const language = useLanguage();
  const caliper = formatNumber(spec.matching.caliper / 100, language, 1);
  const percent = formatNumber(spec.matching.confidencePercent, language);
  return (
    <Section title={<Trans>What the figures show</Trans>}>
      <ul>
        <li>
          <Trans>
            How much more the level of firms has risen that took part in a package to the end between two answers, than
            that of firms alike which took part in no package. +0.5 is half a level more on the scale from 0 to 4.
          </Trans>
        </li>
        <li>
          <Trans>
            Alike are two firms of the same branch, size and county that answered in the same years and began within{' '}
            {caliper} of a level of each other. Each firm is compared once.
          </Trans>
        </li>
        <li>
          <Trans>
            The interval says how uncertain the difference is: calculated like this, it holds the true one in {percent}{' '}
            cases of a hundred. Where it covers 0, firms with and without support may have risen just as much.
          </Trans>{' '}
          <Trans>The dot in the middle is filled where the interval lies on one side of 0.</Trans>
        </li>
      </ul>
    </Section>
  );
}

function CannotBeTold() {
  return (
    <Notice tone="warning" title={<Trans>What the figures cannot tell</Trans>}>
      <ul>
        <li>
          <Trans>
            That it was the package. Firms choose for themselves whether to take part, and those that do may be about to
            change anyway.
          </Trans>
        </li>
        <li>
          <Trans>
            How much is a return to the usual. Those that lie low once often lie nearer to it the next time, with or
            without support.
          </Trans>
        </li>
        <li>
          <Trans>
            How it went for firms that answered once, or have not agreed to be counted. They may differ from the others.
          </Trans>
        </li>
        <li>
          <Trans>
            What other support, investments or customers have meant. Who took part in several packages is counted in
            each.
          </Trans>
        </li>
        <li>
          <Trans>
            How a firm really works. Levels are the firms&apos; own answers, and whoever has taken a course may judge
            itself differently afterwards.
          </Trans>
        </li>
        <li>
          <Trans>
            With many figures some intervals miss 0 by chance: about one in twenty where there is no difference at all.
          </Trans>
        </li>
      </ul>
    </Notice>
  );
}

type GroupsProps = Omit<DrawnProps, 'shown'> & {
  title: ReactNode;
  lead?: ReactNode;
  parts: readonly EffectPart[];
  nameOf: (code: string) => string;
  isFolded?: boolean;
};

/** One part after the other, those that cannot be told of by name only. */
function Groups({ title, lead, parts, nameOf, isFolded = false, ...drawing }: GroupsProps) {
  const told = parts.filter(({ shown }) => shown.length > 0);
  const untold = parts.filter(({ shown }) => shown.length === 0);
  const count = untold.length;
  if (parts.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      {told.map(({ code, shown }) =>
        isFolded ? (
          <Details key={code} summary={nameOf(code)}>
            <Drawn {...drawing} shown={shown} />
          </Details>
        ) : (
          <section key={code} className={styles.effect} aria-labelledby={`effect-${code}`}>
            <h3 id={`effect-${code}`}>{nameOf(code)}</h3>
            <Drawn {...drawing} shown={shown} />
          </section>
        ),
      )}
      {untold.length > 0 && (
        <Details summary={<Trans>Cannot be told of ({count})</Trans>}>
          <p>
            <Trans>
              Too few firms took part, or too few could be compared, or the figures are hidden so that those of others
              cannot be worked out. It does not mean that nothing has happened.
            </Trans>
          </p>
          <ul>
            {untold.map(({ code }) => (
              <li key={code}>{nameOf(code)}</li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}

const isSame = (one: ShownEffect, other: ShownEffect): boolean =>
  one.measure === other.measure &&
  one.tookPart === other.tookPart &&
  one.estimate === other.estimate &&
  one.low === other.low &&
  one.high === other.high;

/** A release of effects: what it shows, package by package, and what it cannot tell. */
export function EffectView({ released, methodHref }: EffectViewProps) {
  const { document } = released;
  const { spec } = document;
  const measureWords = useMeasureWords(spec.names);
  const groupWords = useGroupWords(spec.names);
  const words = useEffectWords(measureWords);
  const reading = readEffects(document);
  const drawing = { axis: axisOf(document), words, measureWords };
  const only = reading.packages.find(({ shown }) =>
    reading.all.every((each) => shown.some((own) => isSame(own, each))),
  );
  const onlyName = groupWords.value('package', only?.code ?? '');
  const isEmpty = document.cells.every(({ estimate }) => estimate === null);
  return (
    <div className={styles.explorer}>
      <HowToRead spec={spec} />
      <CannotBeTold />
      {isEmpty && (
        <EmptyState title={<Trans>Nothing can be told yet</Trans>}>
          <p>
            <Trans>
              Too few firms have answered twice, taken part in something between and agreed to be counted. Choose longer
              periods, or wait for more answers.
            </Trans>
          </p>
        </EmptyState>
      )}
      <Groups
        {...drawing}
        title={<Trans>Package by package</Trans>}
        parts={reading.packages}
        nameOf={(code) => groupWords.value('package', code)}
      />
      {reading.all.length > 0 && (
        <Section
          title={<Trans>All packages together</Trans>}
          lead={<Trans>In each area: firms that took part in some package about it.</Trans>}
        >
          {only === undefined ? (
            <Drawn {...drawing} shown={reading.all} />
          ) : (
            <p>
              <Trans>
                The figures are those of {onlyName}, above: of no other package can anything be told in these areas.
              </Trans>
            </p>
          )}
        </Section>
      )}
      <Groups
        {...drawing}
        title={<Trans>By step of the strategy</Trans>}
        parts={reading.steps}
        nameOf={(code) => `${code} ${groupWords.value('step', code)}`}
        lead={<Trans>The same firms, by the step that their packages lead to. Open a step to see its figures.</Trans>}
        isFolded
      />
      {!isEmpty && (
        <EffectTable document={document} words={words} measureWords={measureWords} groupWords={groupWords} />
      )}
      <p>
        <Link to={methodHref}>
          <Trans>How firms are compared, and how they are protected</Trans>
        </Link>
      </p>
      <SourceLine released={released} />
    </div>
  );
}
