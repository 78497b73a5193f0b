import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmPlacement } from '#shared/contracts/placements.ts';
import { isLivePlacement } from '#shared/domain/edition/placement-states.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { fetchOwnPlacements, type LoadedOwnPlacements, type OwnPlacements, sendAnswer } from './api.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import styles from './editions.module.css';
import { type OwnMove, OwnPlacementCard } from './own-placement-card.tsx';
import { useEditionWords } from './use-edition-words.ts';

export type OwnPlacementsHrefs = { firm: string; access: string; packages: string };

function useAnswers({ firmId, own }: LoadedOwnPlacements) {
  const { t } = useLingui();
  const words = useEditionWords();
  const action = useAction(useProblemWords());
  const done = useDone();
  const [shown, setShown] = useState<OwnPlacements>(own);
  const [leavingId, setLeavingId] = useState<string | null>(null);
  const leaving = shown.placements.find(({ placementId }) => placementId === leavingId) ?? null;
  const perform = async ({ placementId, revision, edition }: FirmPlacement, move: OwnMove) => {
    done.forget();
    const answered = await bringUpToDate(
      () => sendAnswer(firmId, placementId, { move, revision }),
      async () => setShown(await fetchOwnPlacements(firmId)),
    );
    setShown(answered);
    const name = words.name(edition);
    const told: Record<OwnMove, string> = {
      accept: t`The place in ${name} is yours.`,
      decline: t`You have said no to ${name}.`,
      leave: t`You are no longer in ${name}.`,
    };
    done.say(told[move]);
  };
  const answer = (placement: FirmPlacement, move: OwnMove) => {
    if (move === 'leave') setLeavingId(placement.placementId);
    else action.run(() => perform(placement, move));
  };
  return { shown, action, done, answer, leaving, stay: () => setLeavingId(null), perform };
}

const livePlacesOf = (placements: readonly FirmPlacement[]) =>
  placements
    .filter(({ status }) => isLivePlacement(status))
    .map(({ edition: { editionId, name, packageName, startsOn, endsOn } }) => ({
      editionId,
      name,
      packageName,
      period: { from: startsOn, to: endsOn },
    }));

/** Who else in the group could know of the firm, and how to let them. */
function Naming({ unnamedWith, accessHref }: { unnamedWith: OwnPlacements['unnamedWith']; accessHref: string }) {
  const localise = useLocalised();
  if (unnamedWith.length === 0) return null;
  return (
    <Notice>
      <p>
        <Trans>
          The other firms in the group do not see that you are in it. You can let yourselves be named to them by:
        </Trans>{' '}
        {unnamedWith.map(({ name }) => localise(name)).join(', ')}.
      </p>
      <p>
        <Link to={accessHref}>
          <Trans>Who sees us</Trans>
        </Link>
      </p>
    </Notice>
  );
}

type PageProps = { loaded: LoadedOwnPlacements; mayAnswer: boolean; hrefs: OwnPlacementsHrefs };

/** The firm's invitations and places in groups, for the firm itself. */
export function OwnPlacementsPage({ loaded, mayAnswer, hrefs }: PageProps) {
  const { t } = useLingui();
  const words = useEditionWords();
  const { shown, action, done, answer, leaving, stay, perform } = useAnswers(loaded);
  const leave = useAction(useProblemWords());
  return (
    <Page>
      <BackLink to={hrefs.firm}>
        <Trans>Back to the firm</Trans>
      </BackLink>
      <PageHeader
        title={t`Groups`}
        lead={t`Groups of firms that you are invited to, take part in or have taken part in. Who has placed you there is written down under “Who sees us”.`}
      />
      <DoneNotice done={done} />
      <FaultNotice fault={action.fault} />
      {shown.placements.length === 0 ? (
        <EmptyState
          title={<Trans>Nobody has invited you to a group yet</Trans>}
          action={
            <ButtonLink to={hrefs.packages} variant="secondary">
              <Trans>See the packages</Trans>
            </ButtonLink>
          }
        >
          <p>
            <Trans>
              When you have asked for contact about a package, its provider can offer you a place in a group.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.placements.map((placement) => (
            <li key={placement.placementId}>
              <OwnPlacementCard
                placement={placement}
                municipalities={loaded.municipalities}
                places={livePlacesOf(shown.placements)}
                mayAnswer={mayAnswer}
                isBusy={action.isBusy}
                onAnswer={answer}
              />
            </li>
          ))}
        </ul>
      )}
      <Naming unnamedWith={shown.unnamedWith} accessHref={hrefs.access} />
      <ActionDialog
        isOpen={leaving !== null}
        title={leaving === null ? '' : t`Leave ${words.name(leaving.edition)}?`}
        confirm={<Trans>Yes, leave</Trans>}
        action={leave}
        onConfirm={async () => {
          if (leaving !== null) await perform(leaving, 'leave');
        }}
        onClose={stay}
      >
        <p>
          <Trans>The place goes to another firm. You may be invited again if there is room.</Trans>
        </p>
      </ActionDialog>
    </Page>
  );
}
