import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { mostInvitedAtOnce } from '#shared/contracts/plans.ts';
import { overlapping } from '#shared/domain/cohort/overlaps.ts';
import { holdsPlace } from '#shared/domain/edition/placement-states.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Link } from '../../ui/link/link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { PlanPlace } from './api.ts';
import type { PlanView, ShownAssignment, ShownEdition } from './plan-view.ts';
import styles from './planning.module.css';
import { type InvitedAll, useInviting } from './use-inviting.ts';
import { useNowWords } from './use-now-words.ts';
import type { PlanWords } from './use-plan-words.ts';

type PartProps = { view: PlanView; words: PlanWords; editionHref: (editionId: string) => string };
type InvitePartProps = PartProps & { isOutdated: boolean; onInvited: () => Promise<void> };

type NotInvited = { firmId: string; editionId: string; why: string };

/** Those of the plan who are not asked with the others, with what is true of them now. */
function useNotInvited(view: PlanView, last: InvitedAll | null): NotInvited[] {
  const nowWords = useNowWords();
  const { assignments } = view;
  const changed = assignments.flatMap(({ firmId, editionId, now, inviting }) =>
    inviting === 'changed' && now !== undefined ? [{ firmId, editionId, why: nowWords.now(now) }] : [],
  );
  const isOpen = (firmId: string, editionId: string): boolean =>
    assignments.every((each) => each.firmId !== firmId || each.editionId !== editionId || each.inviting === 'open');
  const refused = (last?.results ?? []).flatMap((result) =>
    result.outcome === 'refused' && isOpen(result.firmId, result.editionId)
      ? [{ firmId: result.firmId, editionId: result.editionId, why: nowWords.refused(result) }]
      : [],
  );
  return [...changed, ...refused];
}

type NotInvitedProps = PartProps & {
  rows: readonly NotInvited[];
  /** Whether the last attempt reached nobody at all. */
  isNobody: boolean;
};

function NotInvitedNotice({ view, words, editionHref, rows, isNobody }: NotInvitedProps) {
  if (rows.length === 0) return null;
  return (
    <Notice tone="warning" title={isNobody ? <Trans>Nobody was invited</Trans> : <Trans>These are not asked</Trans>}>
      <ul className={styles.list}>
        {rows.map(({ firmId, editionId, why }) => {
          const [firm, edition] = [view.firm(firmId), view.edition(editionId)];
          return (
            <li key={`${firmId} ${editionId}`}>
              {firm === undefined ? '–' : words.firm(firm.words)}
              {edition !== undefined && (
                <>
                  {' ('}
                  <Link to={editionHref(editionId)}>{words.edition(edition.words)}</Link>)
                </>
              )}
              : {why}.
            </li>
          );
        })}
      </ul>
      <p>
        <Trans>Whoever is to be asked all the same is asked from the page of the group.</Trans>
      </p>
    </Notice>
  );
}

/** The groups that somebody was invited to. */
function GroupLinks({ editions, words, editionHref }: Omit<PartProps, 'view'> & { editions: readonly ShownEdition[] }) {
  return (
    <ul className={styles.list}>
      {editions.map((edition) => (
        <li key={edition.editionId}>
          <Link to={editionHref(edition.editionId)}>
            <Trans>
              To the group: {words.edition(edition.words)}, {words.when(edition)}
            </Trans>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Whose requests get their answer by the invitation. */
function UnansweredNames({
  view,
  words,
  unanswered,
}: Pick<PartProps, 'view' | 'words'> & { unanswered: readonly ShownAssignment[] }) {
  const { t } = useLingui();
  if (unanswered.length === 0) return null;
  const names = [...new Set(unanswered.map(({ firmId }) => firmId))].map((firmId) => {
    const firm = view.firm(firmId);
    return firm === undefined ? '–' : words.firm(firm.words);
  });
  const list = names.join(', ');
  return (
    <p>
      {t`${plural(names.length, {
        one: 'Also takes up # request that waits for an answer:',
        other: 'Also takes up # requests that wait for an answer:',
      })}`}{' '}
      {list}.
    </p>
  );
}

/** Who has a place in another group that goes on at the same time: it came to it since the plan was made. */
function AtTheSameTime({
  view,
  words,
  open,
}: Pick<PartProps, 'view' | 'words'> & { open: readonly ShownAssignment[] }) {
  const rows = open.flatMap(({ firmId, editionId }) => {
    const [firm, edition] = [view.firm(firmId), view.edition(editionId)];
    if (firm === undefined || edition === undefined) return [];
    const places = overlapping(edition, view.elsewhere(firmId)).filter(({ status }) => holdsPlace(status));
    return places.map((place) => ({ firm, place }));
  });
  if (rows.length === 0) return null;
  return (
    <Notice tone="warning" title={<Trans>These have a place in another group at the same time</Trans>}>
      <ul className={styles.list}>
        {rows.map(({ firm, place }) => (
          <li key={`${firm.firmId} ${place.editionId}`}>
            {words.firm(firm.words)}: {words.edition(place)}, {words.when(place)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** How far a long run has come, and a way to stop it. */
function RunProgress({ tried, count, onStop }: { tried: number; count: number; onStop: () => void }) {
  return (
    <div role="status">
      <p>
        <Trans>
          {tried} of {count} have been gone through.
        </Trans>
      </p>
      <Button variant="secondary" onClick={onStop}>
        <Trans>Stop here</Trans>
      </Button>
    </div>
  );
}

const hasDone = ({ results }: InvitedAll): boolean => results.some(({ outcome }) => outcome !== 'refused');

function useDoneWords() {
  const { t } = useLingui();
  return ({ results, untried }: InvitedAll): string => {
    const count = (outcome: 'invited' | 'there') => results.filter((each) => each.outcome === outcome).length;
    const [invited, there] = [count('invited'), count('there')];
    const takenUp = results.filter((each) => each.outcome === 'invited' && each.hasTakenUp).length;
    return [
      t`${plural(invited, { one: '# firm is invited.', other: '# firms are invited.' })}`,
      takenUp > 0 &&
        t`${plural(takenUp, { one: '# request is taken up by it.', other: '# requests are taken up by it.' })}`,
      there > 0 &&
        t`${plural(there, { one: '# had been asked by somebody else already.', other: '# had been asked by somebody else already.' })}`,
      untried > 0 && t`${plural(untried, { one: '# has not been asked yet.', other: '# have not been asked yet.' })}`,
    ]
      .filter((words) => words !== false)
      .join(' ');
  };
}

/** Invites everybody in the plan who is not asked yet, and says what came of it for whom it did not work. */
export function InvitePart({ view, words, isOutdated, editionHref, onInvited }: InvitePartProps) {
  const { t } = useLingui();
  const [isAsked, setAsked] = useState(false);
  const [last, setLast] = useState<InvitedAll | null>(null);
  const problemWords = useProblemWords();
  const action = useAction(problemWords);
  const done = useDone();
  const doneWords = useDoneWords();
  const focusAfter = useFocusAfter();
  const notInvitedPart = useRef<HTMLDivElement>(null);
  const isNobody = last !== null && !hasDone(last);
  const { organisationId, planId } = view.document;
  const place: PlanPlace = { organisationId, planId };
  const run = useInviting(place);
  const notInvited = useNotInvited(view, last);
  const { assignments } = view;
  if (assignments.length === 0) return null;
  const open = assignments.filter(({ inviting }) => inviting === 'open');
  const there = assignments.filter(({ inviting }) => inviting === 'there').length;
  const unanswered = open.filter(({ request }) => request?.isUnanswered === true);
  const invitedTo = view.editions.filter(({ editionId }) =>
    last?.results.some((each) => each.outcome !== 'refused' && each.editionId === editionId),
  );
  return (
    <Section title={<Trans>Invite</Trans>}>
      <p>
        <Trans>
          Each firm is told by mail and answers itself. A place is held for it until the day by which it should answer.
        </Trans>
      </p>
      {there > 0 && (
        <p>
          <Trans>
            {there} of the {assignments.length} firms of the plan have been asked or have their place.
          </Trans>{' '}
          {open.length === 0 && <Trans>There is nobody left to invite by this plan.</Trans>}
        </p>
      )}
      {isOutdated && (
        <p>
          <Trans>You have made changes that this plan does not hold. Solve again first, or undo them.</Trans>
        </p>
      )}
      <DoneNotice done={done}>
        {invitedTo.length > 0 && <GroupLinks editions={invitedTo} words={words} editionHref={editionHref} />}
      </DoneNotice>
      {(done.words !== undefined || isNobody) && last?.failure != null && (
        <FaultNotice fault={problemWords(last.failure)} />
      )}
      <div ref={notInvitedPart} tabIndex={-1} role="status">
        <NotInvitedNotice view={view} words={words} editionHref={editionHref} rows={notInvited} isNobody={isNobody} />
      </div>
      {open.length > 0 && (
        <ButtonRow>
          <Button isUnavailable={isOutdated} onClick={() => setAsked(true)}>
            {open.length === assignments.length
              ? t`${plural(open.length, { one: 'Invite # firm', other: 'Invite all # firms' })}`
              : t`${plural(open.length, { one: 'Invite the # left', other: 'Invite the # left' })}`}
          </Button>
        </ButtonRow>
      )}
      <ActionDialog
        isOpen={isAsked && open.length > 0}
        isDangerous={false}
        title={t`${plural(open.length, { one: 'Invite # firm?', other: 'Invite # firms?' })}`}
        confirm={<Trans>Invite</Trans>}
        action={action}
        onConfirm={async () => {
          const all = await run.invite(open);
          await onInvited();
          // Nothing was done: the question stays, with the reason.
          if (all.results.length === 0 && all.failure !== null) throw all.failure;
          return all;
        }}
        onClose={() => setAsked(false)}
        onDone={(all) => {
          setLast(all);
          if (hasDone(all)) done.say(doneWords(all));
          else {
            done.forget();
            focusAfter(() => notInvitedPart.current);
          }
        }}
      >
        <ul className={styles.list}>
          {view.editions.map((edition) => {
            const count = open.filter((each) => each.editionId === edition.editionId).length;
            return count === 0 ? null : (
              <li key={edition.editionId}>
                {words.edition(edition.words)}, {words.when(edition)}: {count}
              </li>
            );
          })}
        </ul>
        <UnansweredNames view={view} words={words} unanswered={unanswered} />
        <AtTheSameTime view={view} words={words} open={open} />
        <p>
          <Trans>Each gets a mail at once. Who has been asked or has a place already gets none.</Trans>
        </p>
        {action.isBusy && open.length > mostInvitedAtOnce && (
          <RunProgress tried={run.tried} count={open.length} onStop={run.stop} />
        )}
      </ActionDialog>
    </Section>
  );
}
