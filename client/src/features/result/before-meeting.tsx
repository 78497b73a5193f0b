import { Trans, useLingui } from '@lingui/react/macro';
import type { SuggestionDocument } from '#shared/contracts/results.ts';
import { type NextStep, nextSteps } from '#shared/domain/scoring/next-steps.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatQuote } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { RecordList, RecordMeta, RecordParts, RecordWords } from '../../ui/record/record.tsx';
import { ResultProvider, useResult } from './result-context.tsx';
import { useGiven } from './shared-answers.tsx';
import { useAreaAnswer, useLevelWords } from './shared-picture.tsx';
import type { SharedResultProps } from './shared-result.tsx';
import { useWords } from './use-words.ts';

/** As many as a meeting has room for. */
const most = 3;

function Gap({ gap }: { gap: NextStep }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { result } = useResult();
  const words = useWords();
  const levelWords = useLevelWords();
  const answerTo = useAreaAnswer();
  const given = useGiven();
  const score = result.scoreProfile.dimensions.find(({ dimension }) => dimension === gap.dimension);
  if (score === undefined) return null;
  const [level, importance, wish] = [
    levelWords(score),
    answerTo(gap.dimension, 'importance'),
    answerTo(gap.dimension, 'wish'),
  ];
  const said = given.filter(({ item, comment }) => comment !== '' && item.code.startsWith(`${gap.dimension}.`));
  return (
    <RecordParts>
      <h4>{words.dimension(gap.dimension)}</h4>
      <p>{t`Level: ${level}. Important in two years: ${importance}. Wants support: ${wish}.`}</p>
      <RecordMeta>
        <Trans>Furthest from level 3:</Trans> {words.question(gap.item)}
      </RecordMeta>
      {said.map(({ item, comment }) => (
        <div key={item.code}>
          <RecordMeta>
            <Trans>The firm on:</Trans> {words.question(item.code)}
          </RecordMeta>
          <RecordWords>{formatQuote(comment, language)}</RecordWords>
        </div>
      ))}
    </RecordParts>
  );
}

function Gaps() {
  const { structure, result, answers } = useResult();
  const gaps = nextSteps(structure, result.scoreProfile, answers, most);
  if (gaps.length === 0) {
    return (
      <p>
        <Trans>Everything that the firm has answered has reached level 3.</Trans>
      </p>
    );
  }
  return (
    <RecordList>
      {gaps.map((gap) => (
        <li key={gap.dimension}>
          <Gap gap={gap} />
        </li>
      ))}
    </RecordList>
  );
}

/** Why a package is suggested, to somebody else than the firm: its own reasons speak to the firm, and are read there. */
function Why({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { result } = useResult();
  const words = useWords();
  const levelWords = useLevelWords();
  const met = suggestion.dimensions.map((code) => {
    const name = words.dimension(code);
    const score = result.scoreProfile.dimensions.find(({ dimension }) => dimension === code);
    return score === undefined ? name : `${name} (${levelWords(score)})`;
  });
  const areas = listInWords(met, language);
  const isWanted = suggestion.components.some(({ code, points }) => code === 'own-priority' && points > 0);
  return [t`Concerns: ${areas}.`, ...(isWanted ? [t`The firm itself finds it important and wants support.`] : [])].join(
    ' ',
  );
}

function Packages() {
  const localise = useLocalised();
  const { result, hrefs } = useResult();
  if (result.suggestions.length === 0) {
    return (
      <p>
        <Trans>No package fits the firm’s answers.</Trans>
      </p>
    );
  }
  return (
    <RecordList>
      {result.suggestions.slice(0, most).map((suggestion) => (
        <li key={suggestion.packageCode}>
          <RecordParts>
            <p>
              <Link to={hrefs.package(suggestion.packageCode)}>{localise(suggestion.packageName)}</Link>,{' '}
              {localise(suggestion.providerName)}
            </p>
            <RecordMeta>
              <Why suggestion={suggestion} />
            </RecordMeta>
          </RecordParts>
        </li>
      ))}
    </RecordList>
  );
}

type Part = 'gaps' | 'packages';
type BeforeMeetingProps = SharedResultProps & { part: Part };

/** What a result says that a meeting is prepared with, in short; in full it stands on the firm's page. */
export function ResultBeforeMeeting({ loaded, hrefs, part }: BeforeMeetingProps) {
  return (
    <ResultProvider loaded={loaded} hrefs={{ ...hrefs, own: null }}>
      {part === 'gaps' && <Gaps />}
      {part === 'packages' && <Packages />}
    </ResultProvider>
  );
}
