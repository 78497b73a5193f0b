import { Trans, useLingui } from '@lingui/react/macro';
import type { RequestEvent } from '#shared/contracts/advising.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import styles from './advising.module.css';
import { useSayingWords } from './use-action-words.ts';
import { useAdvisingWords } from './use-advising-words.ts';

/** Whose doing it was: a colleague by name, else the organisation or the firm. */
function Doer({ event }: { event: RequestEvent }) {
  const localise = useLocalised();
  const { personName, organisation } = event;
  if (organisation === null) return <Trans>the firm</Trans>;
  return personName === null ? localise(organisation) : `${personName}, ${localise(organisation)}`;
}

function Said({ event }: { event: RequestEvent }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useSayingWords();
  const { reason, outcome, receiver, note } = event;
  const name = receiver === null ? '' : localise(receiver);
  const why = reason === null ? '' : words.reason(reason);
  const result = outcome === null ? '' : words.outcome(outcome);
  const said = [
    ...(why === '' ? [] : [t`Reason: ${why}`]),
    ...(result === '' ? [] : [t`Outcome: ${result}`]),
    ...(name === '' ? [] : [t`Proposed to go on: ${name}`]),
  ];
  return (
    <>
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {note !== null && <p className={styles.message}>{note}</p>}
    </>
  );
}

/** Everything that has happened to a request: when, by whom, and what was said at it. */
export function RequestHistory({ events }: { events: readonly RequestEvent[] }) {
  const language = useLanguage();
  const words = useAdvisingWords();
  const whatOf = ({ status, move }: RequestEvent) => {
    if (move === 'assign') return <Trans>Given to somebody to look after</Trans>;
    return status === 'chosen' ? <Trans>Asked for</Trans> : words.status(status);
  };
  return (
    <ol className={styles.history}>
      {events.map((event) => {
        const at = new Date(event.at);
        return (
          <li key={event.at + event.status + String(event.move)}>
            <p>
              {formatDate(at, language)} {formatTime(at, language)}: <strong>{whatOf(event)}</strong>,{' '}
              <Doer event={event} />
            </p>
            <Said event={event} />
          </li>
        );
      })}
    </ol>
  );
}
