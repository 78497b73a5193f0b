import { Trans, useLingui } from '@lingui/react/macro';
import type { SharedResultDocument } from '#shared/contracts/result-links.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SimulatedExample } from '../../ui/tag/simulated-tag.tsx';
import { SharedLevels } from './shared-levels.tsx';
import { SharedAnswers, SharedChange, SharedStage, SharedSuggestions } from './shared-parts.tsx';
import styles from './sharing.module.css';
import { usePartWords } from './use-part-words.ts';

function Frame({ document }: { document: SharedResultDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = usePartWords();
  const { questionnaire, parts } = document;
  const day = (at: string) => formatDate(new Date(at), language);
  const name = localise(questionnaire.name);
  const { version } = questionnaire;
  const scoringRules = shownVersion(questionnaire.scoringRules);
  return (
    <Facts
      facts={[
        { term: t`Shared by`, detail: document.firmName ?? t`A firm that has chosen not to be named here` },
        { term: t`Shared with`, detail: document.recipientName },
        { term: t`What is shown`, detail: parts.map((part) => words[part].name).join('. ') },
        { term: t`Answered on`, detail: day(document.submittedAt) },
        { term: t`Can be read until`, detail: day(document.expiresAt) },
        { term: t`Questionnaire`, detail: t`${name}, version ${version}, scoring rules version ${scoringRules}` },
      ]}
    />
  );
}

/** Exactly what a link shows; the same to whoever makes it, before, and to whoever opens it. */
export function SharedDocument({ document }: { document: SharedResultDocument }) {
  const { levels, stage, answers, suggestions, change } = document.content;
  return (
    <>
      <SimulatedExample isSimulated={document.isSimulated} />
      {document.note !== null && (
        <figure className={styles.note}>
          <figcaption>
            <Trans>Greeting from whoever shares</Trans>
          </figcaption>
          <blockquote>
            <p>{document.note}</p>
          </blockquote>
        </figure>
      )}
      <Notice>
        <p>
          <Trans>
            The texts of the result below are written to the firm: “you” in them is the firm, not whoever reads this.
          </Trans>
        </p>
        <p>
          <Trans>
            This is a self-assessment: the firm has answered the questions itself, and nobody has checked the answers.
            The levels run from 0 to 4 and describe ways of working, not how good the firm is.
          </Trans>
        </p>
      </Notice>
      <Frame document={document} />
      {levels !== null && <SharedLevels levels={levels} />}
      {stage !== null && <SharedStage stage={stage} />}
      {change !== null && <SharedChange change={change} />}
      {suggestions !== null && <SharedSuggestions suggestions={suggestions} />}
      {answers !== null && <SharedAnswers answers={answers} />}
    </>
  );
}
