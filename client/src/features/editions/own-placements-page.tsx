import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { FirmPlacement } from '#shared/contracts/placements.ts';
import { isLivePlacement, placementMovesFrom } from '#shared/domain/edition/placement-states.ts';
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

export type OwnPlacementsHrefs = {
  firm: string;
  access: string;
  packages: string;
  package: (packageCode: string) => string;
};

/** What gives a place or a turn up, and is asked about first: the provider alone can give it back. */
type OwnRefusal = Exclude<OwnMove, 'accept'>;

function useAnswers({ firmId, own }: LoadedOwnPlacements) {
  const { t } = useLingui();
  const words = useEditionWords();
  const action = useAction(useProblemWords());
  const done = useDone();
  const [shown, setShown] = useState<OwnPlacements>(own);
  const [asked, setAsked] = useState<{ placementId: string; move: OwnRefusal } | null>(null);
  // As it stands now, also when it has changed under the question.
  const refused = shown.placements.find(({ placementId }) => placementId === asked?.placementId) ?? null;
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
    setAsked(null);
    if (move === 'accept') action.run(() => perform(placement, move));
    else setAsked({ placementId: placement.placementId, move });
  };
  const isPossible =
    asked !== null && refused !== null && placementMovesFrom(refused.status, 'firm').includes(asked.move);
  const refusal = isPossible ? { placement: refused, move: asked.move } : null;
  return { shown, action, done, answer, refusal, stay: () => setAsked(null), perform };
}

/** Whoever follows a link to one of them comes to it, and not to the top of the page. */
function useOneAskedFor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    // After the page's own heading has taken the focus.
    const frame = requestAnimationFrame(() => document.getElementById(hash.slice(1))?.focus());
    return () => cancelAnimationFrame(frame);
  }, [hash]);
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
  const { shown, action, done, answer, refusal, stay, perform } = useAnswers(loaded);
  const refuse = useAction(useProblemWords());
  useOneAskedFor();
  const name = refusal === null ? '' : words.name(refusal.placement.edition);
  const title = refusal?.move === 'decline' ? t`Say no to ${name}?` : t`Leave ${name}?`;
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
      {/* Of a refusal that is no longer possible, the question is gone. */}
      <FaultNotice fault={action.fault ?? (refusal === null ? refuse.fault : undefined)} />
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
            <li key={placement.placementId} id={placement.placementId} tabIndex={-1}>
              <OwnPlacementCard
                placement={placement}
                packageHref={hrefs.package(placement.edition.packageCode)}
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
        isOpen={refusal !== null}
        title={title}
        confirm={refusal?.move === 'decline' ? <Trans>Yes, say no</Trans> : <Trans>Yes, leave</Trans>}
        action={refuse}
        onConfirm={async () => {
          if (refusal !== null) await perform(refusal.placement, refusal.move);
        }}
        onClose={stay}
      >
        <p>
          {refusal?.move === 'decline' ? (
            <Trans>
              The place goes to another firm, and you cannot change the answer here. The provider may invite you again
              if there is room.
            </Trans>
          ) : (
            <Trans>The place goes to another firm. You may be invited again if there is room.</Trans>
          )}
        </p>
      </ActionDialog>
    </Page>
  );
}
