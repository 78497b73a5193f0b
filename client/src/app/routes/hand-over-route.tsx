import { useRevalidator } from 'react-router';
import { sendWaiting } from '../../features/answering/send-waiting.ts';
import { HandOverPage } from '../../features/kiosk/hand-over-page.tsx';
import { useIsAdvisor } from '../advisor.ts';
import { readyForFirm } from '../end-visit.ts';
import { AccountNeeded } from '../error-pages/account-needed.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { currentLanguage } from '../language/language.ts';
import { useSite } from '../site.ts';
import { useVisitor } from '../visitor.ts';

export function Component() {
  const visitor = useVisitor();
  const isAdvisor = useIsAdvisor();
  const site = useSite();
  const { revalidate } = useRevalidator();
  if (visitor === null) return <AccountNeeded isSecondFactor={false} />;
  if (!isAdvisor) return <NotFoundPage />;
  if (site === null) return <OfflinePage retry={() => void revalidate()} />;
  return (
    <HandOverPage
      forms={site.forms}
      sendWaiting={() => sendWaiting(currentLanguage())}
      handOver={(kiosk) => readyForFirm(kiosk)}
    />
  );
}
