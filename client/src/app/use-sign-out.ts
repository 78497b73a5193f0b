import { useNavigate } from 'react-router';
import { signOut } from '#shared/contracts/account.ts';
import { forgetLeftDeeds } from '../features/advising/left-deeds.ts';
import { forgetSearches } from '../features/advising/use-search-of-visit.ts';
import { forgetClaimedResponse } from '../features/answering/remembered-response.ts';
import { forgetKeptKey } from '../features/campaigns/kept-key.ts';
import { callEndpoint } from '../lib/http/call-endpoint.ts';
import { ProblemError } from '../lib/http/errors.ts';
import { setVisitor } from './visitor.ts';

/** A session that has ended already is signed out of, too. */
export async function endSession(): Promise<void> {
  try {
    await callEndpoint(signOut, {});
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'sign-in-required')) throw error;
  }
}

/** Ends the session of this browser, and leads to a page that takes none. */
export function useSignOut(leadTo: string): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await endSession();
    forgetLeftDeeds();
    forgetSearches();
    forgetClaimedResponse();
    forgetKeptKey();
    setVisitor(null);
    await navigate(leadTo);
  };
}
