import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ResultDocument } from '#shared/contracts/results.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { sendContinuation } from './load-result.ts';
import styles from './result.module.css';
import { useOwnHrefs, useResult } from './result-context.tsx';

type Continuation = ResultDocument['continuations'][number];

/** What is scored is numbered, since the questions are counted by it. */
function ComesAlong({ carriedAnswers, carriedScored }: Pick<Continuation, 'carriedAnswers' | 'carriedScored'>) {
  if (carriedAnswers === carriedScored) {
    return (
      <Plural
        value={carriedScored}
        _0="None of your answers comes along."
        one="# of your answers comes along."
        other="# of your answers come along."
      />
    );
  }
  return (
    <Plural
      value={carriedScored}
      _0="What you have said that gives no points comes along."
      one="# of your answers comes along, and what you have said that gives no points."
      other="# of your answers come along, and what you have said that gives no points."
    />
  );
}

function ContinuationCard({ continuation }: { continuation: Continuation }) {
  const { t } = useLingui();
  const { result } = useResult();
  const hrefs = useOwnHrefs();
  const language = useLanguage();
  const localise = useLocalised();
  const navigate = useNavigate();
  const say = useProblemWords();
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { addedForm, newItems, minutes } = continuation;
  const name = localise(continuation.name);
  const goOn = async () => {
    setOpening(true);
    setFailure(null);
    try {
      const { responseId } = await sendContinuation(result.response.responseId, addedForm, language);
      await navigate(hrefs.overview(responseId));
    } catch (error) {
      setFailure(error);
      setOpening(false);
    }
  };
  return (
    <Panel>
      <h3>{name}</h3>
      <p>
        <Trans>
          <Plural value={newItems} one="# more question" other="# more questions" />, about{' '}
          <Plural value={minutes} one="# minute" other="# minutes" />.
        </Trans>{' '}
        <ComesAlong {...continuation} />
      </p>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <p>
        <Button variant="secondary" isBusy={isOpening} onClick={() => void goOn()} aria-label={t`Go on with: ${name}`}>
          <Trans>Go on</Trans>
        </Button>
      </p>
    </Panel>
  );
}

/** Forms that ask more than the firm has answered, without asking anything twice. */
export function Continuations() {
  const { result } = useResult();
  if (result.continuations.length === 0) return null;
  return (
    <Section
      id="deeper"
      title={<Trans>Go deeper where it matters to you</Trans>}
      lead={
        <Trans>
          The more questions an area has, the surer its level. This result stays as it is; you get a new one beside it.
        </Trans>
      }
    >
      <div className={styles.columns}>
        {result.continuations.map((continuation) => (
          <ContinuationCard key={continuation.addedForm} continuation={continuation} />
        ))}
      </div>
    </Section>
  );
}

/** The way back to the result that this one builds on; it opens where that one was answered. */
export function EarlierResult() {
  const { result, texts } = useResult();
  const hrefs = useOwnHrefs();
  const { continuesResponseId, continuesFormCode, isClaimed } = result.response;
  if (continuesResponseId === null) return null;
  const codes = continuesFormCode?.split('+') ?? [];
  const form = codes.map((code) => texts[formTextKeys.name(code)] ?? code).join(', ');
  return (
    <p>
      {isClaimed ? (
        <Trans>
          This result builds on your answers to “{form}”.{' '}
          <Link to={hrefs.earlierResult(continuesResponseId)}>See that result</Link>.
        </Trans>
      ) : (
        <Trans>
          This result builds on your answers to “{form}”.{' '}
          <Link to={hrefs.earlierResult(continuesResponseId)}>See that result</Link>, in the browser where it was made.
        </Trans>
      )}
    </p>
  );
}
