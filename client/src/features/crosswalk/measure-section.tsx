import { Trans, useLingui } from '@lingui/react/macro';
import type { CrosswalkMeasure } from '#shared/contracts/crosswalk.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './crosswalk.module.css';
import { FigureRuler } from './figure-ruler.tsx';
import { QuestionRows } from './question-rows.tsx';
import type { RowWords } from './use-row-words.ts';

type MeasureProps = { readonly measure: CrosswalkMeasure; readonly words: RowWords };

function Cautions({ texts }: { texts: CrosswalkMeasure['cautions'] }) {
  const localise = useLocalised();
  return texts.map((text) => (
    <p key={text.en} className={styles.muted}>
      {localise(text)}
    </p>
  ));
}

function Dimensions({ measure }: Pick<MeasureProps, 'measure'>) {
  const localise = useLocalised();
  return (
    <ul className={styles.dimensions}>
      {measure.dimensions.map((dimension) => (
        <li key={dimension.code}>
          <FigureRuler name={<h3>{localise(dimension.name)}</h3>} measure={measure} figure={dimension.figure}>
            <p className={styles.muted}>{localise(dimension.formula)}</p>
            <Cautions texts={dimension.cautions} />
          </FigureRuler>
        </li>
      ))}
    </ul>
  );
}

function Source({ measure: { source, version } }: Pick<MeasureProps, 'measure'>) {
  const localise = useLocalised();
  return (
    <p className={styles.muted}>
      <Trans>Source: {localise(source.text)}</Trans>{' '}
      <ExternalLink href={source.url}>
        <Trans>The source</Trans>
      </ExternalLink>{' '}
      <Trans>Rules {version}.</Trans>
    </p>
  );
}

/** One measure: its figures with formula and source, and every row with where it comes from. */
export function MeasureSection({ measure, words, mayAdd }: MeasureProps & { readonly mayAdd: boolean }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const name = localise(measure.name);
  const { highest } = measure;
  const total = measure.scale === 'percent' ? t`Total, 0 to ${highest}` : t`Points, 0 to ${highest}`;
  return (
    <Section id={measure.code} title={name} lead={localise(measure.about)}>
      {measure.total === null && (
        <Notice title={t`Your answers say nothing here yet`}>
          <p>
            <Trans>No question that you have answered says anything of this measure.</Trans>{' '}
            {mayAdd && <Trans>You can add the answers yourselves.</Trans>}
          </p>
        </Notice>
      )}
      <FigureRuler name={<h3>{total}</h3>} measure={measure} figure={measure.total}>
        <p className={styles.muted}>{localise(measure.formula)}</p>
        <Cautions texts={measure.cautions} />
        <Source measure={measure} />
      </FigureRuler>
      {measure.scale === 'percent' && <Dimensions measure={measure} />}
      <div>
        <h3>
          <Trans>Where every answer comes from</Trans>
        </h3>
        {measure.dimensions.flatMap(({ questions }) =>
          questions.map((question) => <QuestionRows key={question.code} question={question} words={words} />),
        )}
      </div>
    </Section>
  );
}
