import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { nextSteps } from '#shared/domain/scoring/next-steps.ts';
import { drawnLevel } from '#shared/domain/scoring/present-level.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import type { LoadedResult } from './load-result.ts';
import { PartRuler } from './parts-together.tsx';
import styles from './result.module.css';
import { ResultProvider, useResult } from './result-context.tsx';
import type { SharedResultProps } from './shared-result.tsx';
import { useWords } from './use-words.ts';

const strengths = 3;
/** Below the first level nothing is called a strength. */
const leastLevel = 1;

type AreaProps = { score: LoadedResult['result']['scoreProfile']['dimensions'][number]; children: ReactNode };

/** Where the firm stands in an area, and what is said of it. */
function Area({ score: { dimension, level, range }, children }: AreaProps) {
  const words = useWords();
  return (
    <div className={styles.dimension}>
      <Ruler
        name={<h3>{words.dimension(dimension)}</h3>}
        value={level}
        range={range}
        ends={words.ends}
        bands={words.bands}
      />
      {children !== false && <p>{children}</p>}
    </div>
  );
}

function Strengths() {
  const { result } = useResult();
  const words = useWords();
  const best = result.scoreProfile.dimensions
    .filter(({ level, range }) => level !== null && level >= leastLevel && drawnLevel(level, range) !== null)
    .toSorted((one, other) => (other.level ?? 0) - (one.level ?? 0))
    .slice(0, strengths);
  if (best.length === 0) return null;
  return (
    <Section title={<Trans>Where you have come furthest</Trans>}>
      {best.map((score) => (
        <Area key={score.dimension} score={score}>
          {score.band !== null && words.meaning(score.dimension, score.band)}
        </Area>
      ))}
    </Section>
  );
}

/** The area most worth raising, as far as the room needs it: where the firm stands, and a way to begin. */
function LargestGap() {
  const { structure, result, answers } = useResult();
  const words = useWords();
  const [gap] = nextSteps(structure, result.scoreProfile, answers, 1);
  const score = result.scoreProfile.dimensions.find(({ dimension }) => dimension === gap?.dimension);
  if (score === undefined) return null;
  return (
    <Section title={<Trans>Where there is most to gain</Trans>}>
      <Area score={score}>{score.band !== null && words.next(score.dimension, score.band)}</Area>
    </Section>
  );
}

function Whole() {
  return (
    <Section title={<Trans>The whole picture</Trans>}>
      <div className={styles.columns}>
        <PartRuler part="digital" />
        <PartRuler part="process" />
      </div>
    </Section>
  );
}

const mostWords = 300;
const proposedSteps = 3;

/** What the result says could come next: a way to begin for the areas most in need, and the packages that fit. */
function useProposals(): string[] {
  const { t } = useLingui();
  const localise = useLocalised();
  const { structure, result, answers } = useResult();
  const words = useWords();
  const bandOf = (code: string) =>
    result.scoreProfile.dimensions.find(({ dimension }) => dimension === code)?.band ?? null;
  const ways = nextSteps(structure, result.scoreProfile, answers, proposedSteps).flatMap(({ dimension }) => {
    const band = bandOf(dimension);
    return band === null ? [] : [words.next(dimension, band)];
  });
  const packages = result.suggestions.map(({ packageName, providerName }) => {
    const [name, provider] = [localise(packageName), localise(providerName)];
    return t`Find out about ${name} at ${provider}`;
  });
  return [...new Set([...ways, ...packages])].map((text) => [...text].slice(0, mostWords).join(''));
}

function Within({ children }: { children: RoomPictureProps['children'] }) {
  const proposals = useProposals();
  const picture = (
    <>
      <div className={styles.columns}>
        <Strengths />
        <LargestGap />
      </div>
      <Whole />
    </>
  );
  return children(picture, proposals);
}

type RoomPictureProps = Pick<SharedResultProps, 'hrefs'> & {
  loaded: LoadedResult;
  children: (picture: ReactNode, proposals: readonly string[]) => ReactNode;
};

/** For the screen in the room: what the firm is good at first, and what could come next. */
export function RoomPicture({ loaded, hrefs, children }: RoomPictureProps) {
  return (
    <ResultProvider loaded={loaded} hrefs={{ ...hrefs, own: null }}>
      <Within>{children}</Within>
    </ResultProvider>
  );
}
