import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EditingOrganisation } from '#shared/contracts/catalogue.ts';
import { otherGivers } from '#shared/domain/routing/drafting/other-givers.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { editorFor, useNames, useWorkshop } from './catalogue-context.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';
import type { usePackageDraft } from './use-package-draft.ts';

type PublishingProps = {
  state: ReturnType<typeof usePackageDraft>;
  organisation: EditingOrganisation;
  attempt: () => void;
  onPublished: (packageCode: string) => Promise<void>;
};

/** Says what publishing does, and does it once nothing is left to mend. */
export function Publishing({ state, organisation, attempt, onPublished }: PublishingProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const action = useAction(useCatalogueProblemWords());
  const { language } = useNames();
  const { catalogue } = useWorkshop();
  const [othersAsked, setOthersAsked] = useState(false);
  const { issuesNow, conflict, publish } = state;
  const { current } = state.stored;
  const others = otherGivers(current ?? undefined, state.draft, editorFor(organisation)).map(
    (code) => catalogue.catalogue.providers.find((each) => each.code === code)?.name[language] ?? code,
  );
  const names = listInWords(others, language);
  const open = () => {
    attempt();
    // Whom it is said of may be others than when it was said.
    setOthersAsked(false);
    if (issuesNow().length === 0 && conflict === undefined) setOpen(true);
  };
  return (
    <>
      <Button onClick={open}>
        <Trans>Publish</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        title={<Trans>Publish the package?</Trans>}
        confirm={<Trans>Publish</Trans>}
        isDangerous={false}
        action={action}
        onConfirm={() => publish(othersAsked)}
        onClose={() => setOpen(false)}
        onDone={async (published) => {
          if (published !== undefined) await onPublished(published.packageCode);
        }}
      >
        <p>
          <Trans>
            Firms see it at once, and suggestions from now on follow it. Results that firms have got already keep the
            text they were given.
          </Trans>
        </p>
        {others.length === 0 ? (
          <p>
            <Trans>Nobody else gives the package. The change is kept in its history with your name.</Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                {names} give the package too. They are told by mail what has changed and that you have asked them. The
                change is kept in its history with your name.
              </Trans>
            </p>
            <CheckboxField
              name="othersAsked"
              label={t`We have asked the others about this change`}
              checked={othersAsked}
              onChange={({ currentTarget }) => setOthersAsked(currentTarget.checked)}
            />
          </>
        )}
      </ActionDialog>
    </>
  );
}
