import { Trans, useLingui } from '@lingui/react/macro';
import type { SharedContent } from '#shared/domain/sharing/shared-content.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useBalanceWords } from '../../lib/use-balance-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useNamesInSentence } from '../../lib/use-names-in-sentence.ts';
import { Section } from '../../ui/page/section.tsx';
import { BandSpan } from '../../ui/ruler/band-span.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import styles from './sharing.module.css';

type Levels = NonNullable<SharedContent['levels']>;
type Dimension = Levels['dimensions'][number];

function useScale({ scale }: Levels) {
  const localise = useLocalised();
  return {
    ends: { low: localise(scale.lowest), high: localise(scale.highest) },
    bands: scale.bands.map(({ name, ...band }) => ({ ...band, name: localise(name) })),
  };
}

function BandWords({ bands }: { bands: NonNullable<Dimension['bands']> }) {
  const localise = useLocalised();
  const [low, high] = [localise(bands.lowest), localise(bands.highest)];
  return (
    <p className={styles.band}>
      <BandSpan low={low} high={high} />
    </p>
  );
}

function DimensionRuler({ dimension, levels }: { dimension: Dimension; levels: Levels }) {
  const localise = useLocalised();
  const scale = useScale(levels);
  return (
    <div className={styles.dimension}>
      <Ruler name={<h4>{localise(dimension.name)}</h4>} value={dimension.level} range={dimension.range} {...scale}>
        {dimension.bands !== null && <BandWords bands={dimension.bands} />}
      </Ruler>
      {dimension.meaning !== null && <p>{localise(dimension.meaning)}</p>}
    </div>
  );
}

/** A ruler for every area with a level; the others by name. */
function PartAreas({ levels, areas }: { levels: Levels; areas: readonly Dimension[] }) {
  const language = useLanguage();
  const localise = useLocalised();
  const named = (status: Dimension['status']) =>
    listInWords(
      areas.filter((area) => area.status === status).map(({ name }) => localise(name)),
      language,
    );
  const scored = areas.filter(({ status }) => status === 'scored');
  const [tooFew, notRelevant] = [named('too-few-answers'), named('not-applicable')];
  return (
    <>
      {scored.length > 0 && (
        <div className={styles.columns}>
          {scored.map((dimension) => (
            <DimensionRuler key={dimension.dimension} dimension={dimension} levels={levels} />
          ))}
        </div>
      )}
      {tooFew !== '' && (
        <p>
          <Trans>Too few answers for a level: {tooFew}.</Trans>
        </p>
      )}
      {notRelevant !== '' && (
        <p>
          <Trans>Not relevant to the firm: {notRelevant}.</Trans>
        </p>
      )}
    </>
  );
}

function PartRuler({ part, levels }: { part: Levels['parts'][number]; levels: Levels }) {
  const localise = useLocalised();
  const scale = useScale(levels);
  return (
    <Ruler
      name={<h3>{localise(part.name)}</h3>}
      value={part.level}
      range={part.range}
      {...scale}
      emptyText={<Trans>Too few answers for a level.</Trans>}
    />
  );
}

/** The sentence before the numbers, and every level with what it means. */
export function SharedLevels({ levels }: { levels: Levels }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const headline = useBalanceWords(t`The result, as far as the answers reach`);
  const { strongest, weakest } = levels;
  const names = useNamesInSentence();
  const [high, low] = [names(strongest.map(localise)), names(weakest.map(localise))];
  return (
    <>
      <Section title={headline(levels.balance)} lead={high === '' ? undefined : t`Strongest: ${high}. Lowest: ${low}.`}>
        <div className={styles.columns}>
          {levels.parts
            .filter(({ part }) => part !== 'module')
            .map((part) => (
              <PartRuler key={part.part} part={part} levels={levels} />
            ))}
        </div>
      </Section>
      <Section
        title={<Trans>Every area</Trans>}
        lead={
          <Trans>
            The diamond shows the level. The striped part shows how far the answers that were not known could move it.
          </Trans>
        }
      >
        {levels.parts.map(({ part, name }) => (
          <div key={part} className={styles.part}>
            <h3>{localise(name)}</h3>
            <PartAreas levels={levels} areas={levels.dimensions.filter((dimension) => dimension.part === part)} />
          </div>
        ))}
      </Section>
    </>
  );
}
