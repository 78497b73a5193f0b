import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { clearTrail } from '../../features/kiosk/clear-device.ts';
import { kioskIn, readVisit } from '../../features/kiosk/kiosk.ts';
import { KioskPage } from '../../features/kiosk/kiosk-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { OfflinePage } from '../error-pages/offline-page.tsx';
import { beginInLanguage, chooseLanguage, currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const kiosk = kioskIn(new URL(request.url).searchParams) ?? null;
  if (readVisit() === undefined) clearTrail();
  if (kiosk !== null) await beginInLanguage(kiosk.language);
  return kiosk;
}

export const shouldRevalidate = () => false;

export function Component() {
  const kiosk = useLoaderData<typeof loader>();
  const site = useSite();
  const { revalidate } = useRevalidator();
  if (kiosk === null) return <NotFoundPage />;
  if (site === null) return <OfflinePage retry={() => void revalidate()} />;
  const form = site.forms.find(({ code }) => code === kiosk.formCode);
  if (form === undefined) return <NotFoundPage />;
  return (
    <KioskPage
      kiosk={kiosk}
      form={form}
      startHref={paths.start(kiosk.formCode)}
      keepLanguage={() => chooseLanguage(currentLanguage())}
    />
  );
}
