import { useState } from 'react';
import { useLoaderData } from 'react-router';
import { type Invitation, sendStart } from '../../features/campaigns/api.ts';
import { InvitationPage } from '../../features/campaigns/invitation-page.tsx';
import { fetchProfileOptions } from '../../features/start/api.ts';
import { StartPage } from '../../features/start/start-page.tsx';
import { ProblemError } from '../../lib/http/errors.ts';
import { paths } from '../paths.ts';
import { useVisitor } from '../visitor.ts';

export const loader = fetchProfileOptions;

const hrefs = {
  start: paths.start(),
  resume: paths.resume(),
  signIn: paths.signIn(),
  privacy: paths.privacy(),
  optOut: paths.optOut,
  overview: paths.overview,
};
const startHrefs = {
  firstItem: (responseId: string) => paths.item(responseId, 1),
  resume: paths.resume(),
  privacy: paths.privacy(),
};

/** What an invited firm is invited to, and then what is asked of it first, begun with what the organiser knows. */
export function Component() {
  const options = useLoaderData<typeof loader>();
  const isSignedIn = useVisitor() !== null;
  const [begun, setBegun] = useState<{ key: string; invitation: Invitation } | null>(null);
  const [isOvertaken, setOvertaken] = useState(false);
  if (begun === null) {
    return (
      <InvitationPage
        hrefs={hrefs}
        isOvertaken={isOvertaken}
        onBegin={(key, invitation) => setBegun({ key, invitation })}
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
            setBegun(null);
          }
          throw error;
        }
      }}
    />
  );
}
