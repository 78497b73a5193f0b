import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { InvitedFirm } from '#shared/contracts/plans.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { inviteAll } from './api.ts';
import type { PlanView } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

type Refused = Extract<InvitedFirm, { outcome: 'refused' }>;

function useRefusalWords(): (code: Refused['code']) => string {
  const { t } = useLingui();
  const words: Partial<Record<Refused['code'], string>> = {
    'edition-full': t`the last place has been taken`,
    'edition-closed': t`the edition takes no firms`,
    'already-placed': t`is in a group for the package already`,
    'not-found': t`does not let you in any more`,
  };
  return (code) => words[code] ?? t`has been changed by somebody else meanwhile`;
}

/** Invites everybody in the plan, and says what came of it for whom it did not work. */
export function InvitePart({ view, words, isOutdated }: { view: PlanView; words: PlanWords; isOutdated: boolean }) {
  const { t } = useLingui();
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Refused[]>([]);
  const action = useAction(useProblemWords());
  const done = useDone();
  const refusalWords = useRefusalWords();
  const { organisationId, planId } = view.document;
  const count = view.plan?.assignments.length ?? 0;
  if (count === 0) return null;
  const nameOf = (firmId: string): string => {
    const firm = view.firm(firmId);
    return firm === undefined ? '–' : words.firm(firm.words);
  };
  return (
    <Section title={<Trans>Invite</Trans>}>
      <p>
        <Trans>
          Each firm is told by mail and answers itself. A place is held for it until the day by which it should answer.
        </Trans>
      </p>
      {isOutdated && (
        <p>
          <Trans>You have made changes that this plan does not hold. Solve again first, or undo them.</Trans>
        </p>
      )}
      <DoneNotice done={done} />
      {refused.length > 0 && (
        <Notice tone="warning" title={<Trans>These could not be invited</Trans>}>
          <ul className={styles.list}>
            {refused.map(({ firmId, editionId, code }) => (
              <li key={`${firmId} ${editionId}`}>
                {nameOf(firmId)}: {refusalWords(code)}.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ButtonRow>
        <Button isUnavailable={isOutdated} onClick={() => setAsked(true)}>
          {t`${plural(count, { one: 'Invite # firm', other: 'Invite all # firms' })}`}
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={isAsked}
        isDangerous={false}
        title={t`${plural(count, { one: 'Invite # firm?', other: 'Invite # firms?' })}`}
        confirm={<Trans>Invite</Trans>}
        action={action}
        onConfirm={() => inviteAll({ organisationId, planId })}
        onClose={() => setAsked(false)}
        onDone={(results) => {
          const invited = results.filter(({ outcome }) => outcome === 'done').length;
          setRefused(results.filter((each) => each.outcome === 'refused'));
          done.say(t`${plural(invited, { one: '# firm is invited.', other: '# firms are invited.' })}`);
        }}
      >
        <ul className={styles.list}>
          {view.editions.map((edition) => {
            const there = view.plan?.assignments.filter((each) => each.editionId === edition.editionId).length ?? 0;
            return there === 0 ? null : (
              <li key={edition.editionId}>
                {words.edition(edition.words)}, {words.when(edition)}: {there}
              </li>
            );
          })}
        </ul>
        <p>
          <Trans>Each gets a mail at once. Who has a place already gets none.</Trans>
        </p>
      </ActionDialog>
    </Section>
  );
}
