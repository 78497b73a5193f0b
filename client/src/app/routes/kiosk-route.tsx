import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { readRememberedResponse } from '../../features/answering/remembered-response.ts';
import { sendWaiting } from '../../features/answering/send-waiting.ts';
import { clearTrail } from '../../features/kiosk/clear-device.ts';
import { type Kiosk, kioskIn } from '../../features/kiosk/kiosk.ts';
import { KioskPage } from '../../features/kiosk/kiosk-page.tsx';
import { SignedInHere } from '../../features/kiosk/signed-in-here.tsx';
import { readVisit } from '../../features/kiosk/visit.ts';
import { useIsAdvisor } from '../advisor.ts';
import { beginClean } from '../end-visit.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { beginInLanguage, currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { useSignOut } from '../use-sign-out.ts';
import { isSignedIn, useVisitor } from '../visitor.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const kiosk = kioskIn(new URL(request.url).searchParams) ?? null;
  const isCleared = clearTrail();
  if (kiosk !== null) await beginInLanguage(kiosk.language);
  return { kiosk, isCleared };
}

export const shouldRevalidate = () => false;

/** Nothing begins by the address alone: it may be in a bookmark, or opened by mistake. */
function Begin({ kiosk, isCleared }: { kiosk: Kiosk; isCleared: boolean }) {
  const site = useSite();
  const visitor = useVisitor();
  const isAdvisor = useIsAdvisor();
  const { revalidate } = useRevalidator();
  const [isFoundIn, setFoundIn] = useState(false);
  const signOut = useSignOut(paths.kiosk(kiosk));
  if (visitor !== null || isFoundIn) {
    const signOutHere = async () => {
      await signOut();
      setFoundIn(false);
    };
    return <SignedInHere handOverHref={isAdvisor ? paths.handOver() : undefined} signOut={signOutHere} />;
  }
  if (site === null) return <OfflinePage retry={() => void revalidate()} />;
  const form = site.forms.find(({ code }) => code === kiosk.formCode);
  if (form === undefined) return <NotFoundPage />;
  return (
    <KioskPage
      form={form}
      isCleared={isCleared}
      hasAnsweredBefore={readVisit() !== undefined || readRememberedResponse() !== undefined}
      sendWaiting={() => sendWaiting(currentLanguage())}
      isSignedIn={isSignedIn}
      onSignedIn={() => setFoundIn(true)}
      begin={() => beginClean(kiosk)}
    />
  );
}

export function Component() {
  const { kiosk, isCleared } = useLoaderData<typeof loader>();
  return kiosk === null ? <NotFoundPage /> : <Begin kiosk={kiosk} isCleared={isCleared} />;
}
