import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { placesLeft } from '#shared/domain/edition/edition-states.ts';
import { answerWithinDays, leastDaysToAnswer } from '#shared/domain/edition/edition-time.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { findFirms } from './api.ts';
import styles from './editions.module.css';
import { TakenUp } from './taken-up.tsx';
import { usePlacementWords } from './use-placement-words.ts';
import type { PlacingDesk } from './use-placing.ts';

type Candidate = Pick<QueueRow, 'firmId' | 'name' | 'isSimulated' | 'referral'>;
type InviteProps = {
  edition: EditionDocument;
  /** Who is in one of its lists already. */
  known: ReadonlySet<string>;
  /** Who has asked for the package and waits for an answer. */
  unanswered: ReadonlySet<string>;
  desk: PlacingDesk;
};

const wishOf = ({ referral }: Candidate): string | undefined => referral?.wishedEdition?.editionId;

/** Which group the firm would like to be in, where it has said so about the package. */
function Wish({ referral, edition }: Pick<Candidate, 'referral'> & Pick<InviteProps, 'edition'>) {
  const wishWords = useWishWords();
  const wished = referral?.packageCode === edition.packageCode ? referral.wishedEdition : null;
  if (wished === null) return null;
  if (wished.editionId === edition.editionId) {
    return (
      <p>
        <Tag tone="success">
          <Trans>Wishes this group</Trans>
        </Tag>
      </p>
    );
  }
  return (
    <p>
      <Trans>Wishes another group: {wishWords(wished)}</Trans>
    </p>
  );
}

function Candidates({
  firms,
  edition,
  unanswered,
  desk,
}: Omit<InviteProps, 'known'> & { firms: readonly Candidate[] }) {
  const { t } = useLingui();
  const words = usePlacementWords();
  const isFull = placesLeft(edition) === 0;
  const label = isFull ? t`Put on the waiting list` : t`Invite`;
  return (
    <ul className={styles.group}>
      {firms.map(({ firmId, name: firmName, isSimulated, referral }) => {
        const name = words.firm(firmName);
        const act = () => desk.place(edition, { firmId, name, revision: 0 }, isFull ? 'queue' : 'invite');
        return (
          <li key={firmId}>
            <div className={styles.who}>
              <p className={styles.tags}>
                {name} <SimulatedTag isSimulated={isSimulated} />
              </p>
              <Wish referral={referral} edition={edition} />
              <TakenUp isUnanswered={unanswered.has(firmId)} />
            </div>
            <ButtonRow>
              <Button
                variant="secondary"
                isUnavailable={desk.action.isBusy}
                onClick={act}
                aria-label={`${label}: ${name}`}
              >
                {label}
              </Button>
            </ButtonRow>
          </li>
        );
      })}
    </ul>
  );
}

function useSearch(organisationId: string) {
  const action = useAction(useProblemWords());
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const abort = useRef(new AbortController());
  const search = (text: string) => {
    abort.current.abort();
    abort.current = new AbortController();
    const { signal } = abort.current;
    action.run(async () => setFound(await findFirms(text, organisationId, signal)));
  };
  return { action, found, search };
}

function SearchByName({ known, ...rest }: InviteProps) {
  const { t } = useLingui();
  const { action, found, search } = useSearch(rest.edition.organisationId);
  const [text, setText] = useState('');
  const firms = found?.filter(({ firmId }) => !known.has(firmId)).slice(0, 20);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') search(text.trim());
  };
  return (
    <>
      <search>
        <form className={styles.searchForm} onSubmit={submit}>
          <TextField
            name="firm-search"
            type="search"
            label={t`Part of the firm’s name`}
            value={text}
            maxLength={120}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" variant="secondary" isBusy={action.isBusy}>
            <Trans>Search</Trans>
          </Button>
        </form>
      </search>
      <FaultNotice fault={action.fault} />
      <div role="status">
        {firms?.length === 0 && (
          <p>
            <Trans>No further firm of that name lets you in.</Trans>
          </p>
        )}
      </div>
      {firms !== undefined && firms.length > 0 && <Candidates firms={firms} {...rest} />}
    </>
  );
}

/** Who can be asked: first those that have asked for the package themselves, then whoever is searched for. */
export function InviteFirms({ asking, ...given }: Omit<InviteProps, 'unanswered'> & { asking: readonly QueueRow[] }) {
  const { edition, known } = given;
  const toOwn = asking.filter(({ organisationId }) => organisationId === edition.organisationId);
  const isWishing = (row: QueueRow): boolean => wishOf(row) === edition.editionId;
  // Who wishes this very group comes first.
  const own = toOwn
    .filter(({ firmId }) => !known.has(firmId))
    .toSorted((one, other) => Number(isWishing(other)) - Number(isWishing(one)));
  const unanswered = new Set<string>(
    toOwn.filter(({ referral }) => referral?.status === 'chosen').map(({ firmId }) => firmId),
  );
  const rest = { ...given, unanswered };
  return (
    <Section
      title={<Trans>Invite firms</Trans>}
      lead={
        placesLeft(edition) === 0 ? (
          <Trans>Every place is taken. Further firms come on the waiting list.</Trans>
        ) : (
          <Trans>
            The firm gets a mail and answers on its own page. Its place is held for {answerWithinDays} days, or until
            the last day to apply, but for at least {leastDaysToAnswer} days. The firm sees that you have placed it.
          </Trans>
        )
      }
    >
      {own.length > 0 && (
        <>
          <h3>
            <Trans>Have asked for the package</Trans>
          </h3>
          <Candidates firms={own} {...rest} />
        </>
      )}
      <h3>
        <Trans>Another firm</Trans>
      </h3>
      <SearchByName {...rest} />
    </Section>
  );
}
