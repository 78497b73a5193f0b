import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { fetchLettingIn } from '../../features/advising/api.ts';
import { WhileShared } from '../../features/advising/while-shared.tsx';
import { NotSharedPage } from '../../features/advising/withheld-page.tsx';
import { PlanPage } from '../../features/meetings/plan-page.tsx';
import { OwnWordsKeeper } from '../../ui/own-words/own-words.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFirmName } from '../use-firm-name.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '' } = params;
  return staffOnly(request, async () => (await fetchLettingIn(organisationId, firmId)) ?? null);
}

function Plan({ lettingIn }: { lettingIn: LettingIn }) {
  const nameOf = useFirmName();
  const { organisationId, firmId } = lettingIn;
  return (
    <WhileShared lettingIn={lettingIn} firmsHref={paths.advisor()}>
      <PlanPage
        place={{ organisationId, firmId }}
        firmName={nameOf(lettingIn.name)}
        isSimulated={lettingIn.isSimulated}
        hrefs={{
          firm: paths.sharedFirm(organisationId, firmId),
          meeting: (meetingId) => paths.meeting(organisationId, firmId, meetingId),
        }}
      />
    </WhileShared>
  );
}

export function Component() {
  const lettingIn = useLoaderData<LettingIn | null>();
  return (
    <OwnWordsKeeper isShown={lettingIn !== null}>
      {lettingIn === null ? (
        <ForOwnProvider>
          <NotSharedPage firmsHref={paths.advisor()} />
        </ForOwnProvider>
      ) : (
        <Plan lettingIn={lettingIn} />
      )}
    </OwnWordsKeeper>
  );
}
