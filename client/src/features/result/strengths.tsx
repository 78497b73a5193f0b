import { Trans } from '@lingui/react/macro';
import { findStrengths } from '#shared/domain/scoring/strengths.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { Section } from '../../ui/page/section.tsx';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

/** A question with what the firm answered to it, as a line of its own. */
function Held({ item }: { item: string }) {
  const { index, texts, answers } = useResult();
  const say = useAnswerWords();
  const words = useWords();
  const asked = index.items.get(item);
  if (asked === undefined) return null;
  return (
    <>
      {words.question(item)} <em>{say(asked, answers[item]?.value ?? null, texts)}</em>
    </>
  );
}

/** What the firm is good at, before what it lacks; said openly where the answers show nothing. */
export function Strengths() {
  const { result, structure } = useResult();
  const words = useWords();
  const { dimensions, practices } = findStrengths(result.scoreProfile, structure.scoring);
  const top = words.band(structure.scoring.bands.at(-1)?.code ?? '');
  if (dimensions.length + practices.length === 0) {
    return (
      <Section id="strengths" title={<Trans>What you are good at</Trans>}>
        <p>
          <Trans>
            Your answers show no area that is surely high, and no practice at level 3 or above. That says where you
            stand today, not how well you can do.
          </Trans>
        </p>
      </Section>
    );
  }
  return (
    <Section
      id="strengths"
      title={<Trans>What you are good at</Trans>}
      lead={
        <Trans>Areas that are surely high, whatever the answers you did not know, and then practices that hold.</Trans>
      }
    >
      <ul>
        {dimensions.map(({ dimension, items }) => (
          <li key={dimension}>
            <strong>{words.dimension(dimension)}</strong>: {top}.
            {items.length > 0 && (
              <ul>
                {items.map((item) => (
                  <li key={item}>
                    <Held item={item} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        {practices.map(({ item, dimension }) => (
          <li key={item}>
            <strong>{words.dimension(dimension)}:</strong> <Held item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
