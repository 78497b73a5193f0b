import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../lib/use-action.ts';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { type FirmPlace, sendPlan } from './api.ts';
import { PlanForm } from './plan-form.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type PlanPageProps = {
  place: FirmPlace;
  firmName: string;
  isSimulated: boolean;
  hrefs: { firm: string; meeting: (meetingId: string) => string };
};

export function PlanPage({ place, firmName, isSimulated, hrefs }: PlanPageProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const [requestKey] = useState(() => crypto.randomUUID());
  return (
    <Page>
      <BackLink to={hrefs.firm}>{firmName}</BackLink>
      <PageHeader title={t`Plan a meeting`} eyebrow={firmName} documentTitle={t`Plan a meeting`}>
        {isSimulated && (
          <p>
            <SimulatedFirmTag />
          </p>
        )}
      </PageHeader>
      <UnsavedGuard>
        <PlanForm
          action={action}
          submit={t`Plan the meeting`}
          onSend={(plan) => sendPlan(place, plan, requestKey)}
          onSaved={async ({ meetingId }) => void (await navigate(hrefs.meeting(meetingId)))}
        />
      </UnsavedGuard>
      <p>
        <Trans>Nothing is sent to the firm: agree on the time with it yourself.</Trans>
      </p>
    </Page>
  );
}
