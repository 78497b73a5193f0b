import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import type { LivePlace } from '#shared/contracts/live-place.ts';
import type { PlacementDocument } from '#shared/contracts/placements.ts';
import { placesLeft, takesFirms } from '#shared/domain/edition/edition-states.ts';
import type { PlacementStatus } from '#shared/domain/edition/placement-states.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './editions.module.css';
import { PlacementRow } from './placement-row.tsx';
import { type AskedPlacing, PlacingDialog } from './placing-dialog.tsx';
import { usePlacementWords } from './use-placement-words.ts';
import type { PlacingDesk } from './use-placing.ts';

type ListsProps = {
  edition: EditionDocument;
  placements: readonly PlacementDocument[];
  /** Where the firms are in this and other groups of the provider. */
  live: readonly LivePlace[];
  desk: PlacingDesk;
  firmHref: (organisationId: string, firmId: string) => string;
};

/** A free place to whoever has waited longest. */
function AskFirst({ edition, placements, desk }: Omit<ListsProps, 'firmHref' | 'live'>) {
  const words = usePlacementWords();
  const [first] = placements;
  if (first === undefined || !takesFirms(edition.status) || placesLeft(edition) === 0) return null;
  const name = words.firm(first.firmName);
  const firm = { firmId: first.firmId, revision: first.revision, name };
  return (
    <p>
      <Button isBusy={desk.action.isBusy} onClick={() => desk.place(edition, firm, 'invite')}>
        <Trans>Invite the first in line: {name}</Trans>
      </Button>
    </p>
  );
}

/** The firms of the edition: the group, the waiting list in its order, and what came to nothing. */
export function PlacementLists({ edition, placements, live, desk, firmHref }: ListsProps) {
  const [lastAsked, setAsked] = useState<AskedPlacing | null>(null);
  const now = placements.find(({ placementId }) => placementId === lastAsked?.placement.placementId);
  const asked = lastAsked === null || now === undefined ? lastAsked : { ...lastAsked, placement: now };
  const of = (...statuses: PlacementStatus[]) => placements.filter(({ status }) => statuses.includes(status));
  const placesOf = Map.groupBy(live, ({ firmId }) => firmId);
  const list = (rows: readonly PlacementDocument[]): ReactNode => (
    <ul className={styles.group}>
      {rows.map((placement) => (
        <PlacementRow
          key={placement.placementId}
          placement={placement}
          edition={edition}
          places={placesOf.get(placement.firmId) ?? []}
          desk={desk}
          firmHref={firmHref}
          onAsk={setAsked}
        />
      ))}
    </ul>
  );
  const [group, waiting] = [of('placed', 'completed', 'invited'), of('waiting')];
  const others = of('declined', 'expired', 'left');
  return (
    <>
      <Section title={<Trans>The group</Trans>}>
        {group.length === 0 ? <EmptyState title={<Trans>No firm is in it or asked yet</Trans>} /> : list(group)}
      </Section>
      {waiting.length > 0 && (
        <Section title={<Trans>Waiting list</Trans>} lead={<Trans>Who has waited longest comes first.</Trans>}>
          <AskFirst edition={edition} placements={waiting} desk={desk} />
          {list(waiting)}
        </Section>
      )}
      {others.length > 0 && <Section title={<Trans>Asked before</Trans>}>{list(others)}</Section>}
      <PlacingDialog asked={asked} at={edition} desk={desk} onClose={() => setAsked(null)} />
    </>
  );
}
