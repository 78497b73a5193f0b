import { useState } from 'react';
import { useLoaderData } from 'react-router';
import { fetchOwnFirms, type Invitation, sendStart } from '../../features/campaigns/api.ts';
import { BegunFromInvitation } from '../../features/campaigns/begun-from-invitation.tsx';
import { InvitationPage } from '../../features/campaigns/invitation-page.tsx';
import { fetchProfileOptions } from '../../features/start/api.ts';
import { StartPage } from '../../features/start/start-page.tsx';
import { ProblemError } from '../../lib/http/errors.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { landingPath } from '../landing-path.ts';
import { paths } from '../paths.ts';
import { isFirmMember, useVisitor } from '../visitor.ts';

export async function loader() {
  const [options, ownFirms] = await Promise.all([fetchProfileOptions(), loadOwnFirms()]);
  return { options, ownFirms };
}

/** Asked for only by those for whom it is there: a refusal would be taken for the end of the session. */
const loadOwnFirms = async () => ((await isFirmMember()) ? fetchOwnFirms() : []);

const firstItem = (responseId: string) => paths.item(responseId, 1);
const hrefs = {
  start: paths.start(),
  resume: paths.resume(),
  signIn: paths.signIn(),
  signInAndBack: paths.signIn(paths.campaignInvitation()),
  privacy: paths.privacy(),
  optOut: paths.optOut,
  overview: paths.overview,
  firstItem,
};
const startHrefs = {
  firstItem,
  resume: paths.resume(),
  privacy: paths.privacy(),
};

/** What an invited firm is invited to, and then what is asked of it first, begun with what the organiser knows. */
export function Component() {
  const { options, ownFirms } = useLoaderData<typeof loader>();
  const visitor = useVisitor();
  const isSignedIn = visitor !== null;
  const [begun, setBegun] = useState<{ key: string; invitation: Invitation } | null>(null);
  const [isOvertaken, setOvertaken] = useState(false);
  // One page takes the place of the other at the same address.
  const focusAfter = useFocusAfter();
  const show = (shown: typeof begun) => {
    setBegun(shown);
    focusAfter(() => document.querySelector<HTMLElement>('h1'));
  };
  if (begun === null) {
    return (
      <InvitationPage
        hrefs={{ ...hrefs, own: visitor === null ? paths.signIn() : landingPath(visitor) }}
        firms={isSignedIn ? ownFirms : undefined}
        isOvertaken={isOvertaken}
        onBegin={(key, invitation) => show({ key, invitation })}
      />
    );
  }
  const { key, invitation } = begun;
  const { formCode, formName, minutes, scoredItems, firmName, organisationNumber } = invitation;
  const { municipality, branch, sizeClass } = invitation;
  return (
    <StartPage
      started={{ code: formCode, name: formName, minutes, scoredItems }}
      options={options}
      hrefs={startHrefs}
      isSignedIn={isSignedIn}
      about={<BegunFromInvitation invitation={invitation} />}
      draftOf={invitation.optOutCode}
      prefilled={{
        firmName,
        organisationNumber: organisationNumber ?? '',
        municipality: municipality ?? '',
        branch: branch ?? '',
        sizeClass: sizeClass ?? '',
      }}
      begin={async (input, language) => {
        try {
          return await sendStart({ key, language, ...input });
        } catch (error) {
          if (error instanceof ProblemError && (error.code === 'campaign-begun' || error.code === 'campaign-closed')) {
            // Back to the invitation, which says how to go on.
            setOvertaken(true);
            show(null);
          }
          throw error;
        }
      }}
    />
  );
}
