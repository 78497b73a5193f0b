import { Trans, useLingui } from '@lingui/react/macro';
import type { ChangeSince } from '#shared/contracts/change.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';
import { formatDate } from '../../lib/format.ts';
import { useChangeSentences } from '../../lib/use-change-sentences.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ChangeItems } from './change-items.tsx';
import { ChangePicture, ChangeTable } from './change-picture.tsx';
import { areasOfChange, type ComparedArea } from './compared-areas.ts';
import { NotCompared } from './not-compared.tsx';
import { ThenSentence } from './then-levels.tsx';

export type SharedChangeProps = { change: ChangeSince };

function SaidThen({ areas }: { areas: readonly ComparedArea[] }) {
  const localise = useLocalised();
  const said = areas.filter(({ thenLevel }) => thenLevel !== null);
  if (said.length === 0) return null;
  return (
    <>
      <h3>
        <Trans>Where the firm says, as it sees it now, that it was then</Trans>
      </h3>
      {said.map((area) => (
        <div key={area.dimension}>
          <p>
            <strong>{localise(area.name)}</strong>
          </p>
          <ThenSentence area={area} />
        </div>
      ))}
    </>
  );
}

function Compared({ change }: { change: RoundChange }) {
  const { t } = useLingui();
  const areas = areasOfChange(change);
  const { sentences } = useChangeSentences();
  return (
    <>
      <ul>
        {sentences(areas.findings).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ChangeTable areas={areas.compared} />
      <Details summary={t`The change as a picture`}>
        <ChangePicture areas={areas.compared} />
      </Details>
      <NotCompared areas={areas.notCompared} />
      <SaidThen areas={areas.compared} />
    </>
  );
}

/** What has become of the firm since an earlier round, as it reads it itself, for whom it shows its results. */
export function SharedChange({ change: { status, since, change } }: SharedChangeProps) {
  const language = useLanguage();
  const title = <Trans>Change since last time</Trans>;
  if (since === null || change === null) {
    return (
      <Section title={title}>
        <EmptyState title={<Trans>The firm has measured one round</Trans>} />
      </Section>
    );
  }
  const on = formatDate(new Date(since.submittedAt), language);
  return (
    <>
      <Section
        title={title}
        lead={
          status === 'compared' && (
            <Trans>
              Compared with {on}, on the questions that were answered both times. The numbers can differ from the levels
              above, which rest on all answers.
            </Trans>
          )
        }
      >
        {status === 'compared' ? (
          <Compared change={change} />
        ) : (
          <EmptyState title={<Trans>Nothing can be compared between the rounds</Trans>}>
            <p>
              <Trans>No area has a level in both rounds on questions that mean the same in both.</Trans>
            </p>
          </EmptyState>
        )}
      </Section>
      <ChangeItems change={change} />
    </>
  );
}
