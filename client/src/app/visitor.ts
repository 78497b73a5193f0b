import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useRouteLoaderData } from 'react-router';
import { type AccountDocument, getVisitor } from '#shared/contracts/visitor.ts';
import { callEndpoint } from '../lib/http/call-endpoint.ts';
import { paths } from './paths.ts';
import { tellTabs } from './visitor-tabs.ts';

export type Visitor = AccountDocument | null;

/** Who is signed in. Looks are counted as they begin: of two the later holds, whichever reply comes first. */
export type Look = { readonly number: number; readonly visitor: Visitor };

const visitorRouteId = 'visitor';

let looksBegun = 0;
/** What this tab knows; undefined when that is to be asked. */
let known: Promise<Look> | undefined;
/** The number of the look that told it, or is about to. */
let knownFrom = 0;
/** What the pages were given last. */
let shown: typeof known;

function beginLook(): number {
  looksBegun += 1;
  return looksBegun;
}

/** A page that takes no account must also open when the server is away. */
async function askVisitor(): Promise<Visitor> {
  try {
    return (await callEndpoint(getVisitor, {})).account;
  } catch {
    return null;
  }
}

async function lookNow(number: number): Promise<Look> {
  return { number, visitor: await askVisitor() };
}

const aboutAccount: readonly string[] = [paths.signIn(), paths.secondFactor(), paths.account()];
const isAboutAccount = ({ pathname }: URL): boolean => aboutAccount.includes(pathname);

/** Asked once, and again by the pages that are about it: another tab or an invitation may have changed it. */
function loadVisitor({ request }: Pick<LoaderFunctionArgs, 'request'>): Promise<Look> {
  if (isAboutAccount(new URL(request.url))) forgetVisitor();
  if (known === undefined) {
    knownFrom = beginLook();
    known = lookNow(knownFrom);
  }
  shown = known;
  return known;
}

/** From question to question nothing is loaded. */
function shouldReloadVisitor({ nextUrl }: ShouldRevalidateFunctionArgs): boolean {
  return known !== shown || isAboutAccount(nextUrl);
}

/** Somebody has signed in or out, or the account is another: the next page shows it, and so do the other tabs. */
export function setVisitor(visitor: Visitor): void {
  knownFrom = beginLook();
  known = Promise.resolve({ number: knownFrom, visitor });
  tellTabs();
}

/** What the account may do has changed: the next page asks. */
export function forgetVisitor(): void {
  knownFrom = beginLook();
  known = undefined;
}

/** Whether somebody is signed in at this moment, whatever the tab has known. */
export async function isSignedIn(): Promise<boolean> {
  return (await askVisitor()) !== null;
}

/** Who is there by now, for the next page too. Undefined without a reply, or when this tab knows something newer. */
export async function lookAgain(): Promise<Look | undefined> {
  const number = beginLook();
  const { account } = await callEndpoint(getVisitor, {}).catch(() => ({ account: undefined }));
  if (account === undefined || number < knownFrom) return undefined;
  const look = { number, visitor: account };
  knownFrom = number;
  known = Promise.resolve(look);
  return look;
}

/** Whether somebody is signed in at this moment who belongs to a firm. */
export async function isFirmMember(): Promise<boolean> {
  const visitor = await askVisitor();
  return visitor?.memberships.some(({ role }) => role === 'owner' || role === 'respondent') === true;
}

/** What the route has that all pages lie in. */
export const visitorRoute = { id: visitorRouteId, loader: loadVisitor, shouldRevalidate: shouldReloadVisitor };

/** The look that the page was loaded with. */
export const useLoadedLook = (): Look | undefined => useRouteLoaderData<Look>(visitorRouteId);

/** Who is signed in as the page was loaded; null when nobody is, or the server did not say. */
export function useVisitor(): Visitor {
  return useLoadedLook()?.visitor ?? null;
}
