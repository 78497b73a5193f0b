import { useState } from 'react';
import { closeFormer } from '../../features/answering/close-here.ts';
import { readKeptResponse, readRememberedResponse } from '../../features/answering/remembered-response.ts';
import { WhoSeesWhat } from '../../features/answering/who-sees-what.tsx';
import { InvitationPage } from '../../features/respondents/invitation-page.tsx';
import { paths } from '../paths.ts';

const hrefs = { method: paths.method(), overview: paths.overview };

export function Component() {
  const [remembered] = useState(readRememberedResponse);
  const [kept] = useState(readKeptResponse);
  return (
    <InvitationPage
      hrefs={hrefs}
      remembered={remembered}
      keptHere={kept?.respondent === null ? undefined : kept?.responseId}
      closeFormer={closeFormer}
      whoSeesWhat={<WhoSeesWhat />}
    />
  );
}
