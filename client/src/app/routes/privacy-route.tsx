import { PrivacyPage } from '../../features/information/privacy-page.tsx';

export function Component() {
  return <PrivacyPage />;
}
