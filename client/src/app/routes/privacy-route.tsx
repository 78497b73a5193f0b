import { PrivacyPage } from '../../features/information/privacy-page.tsx';
import { paths } from '../paths.ts';

const hrefs = { retention: paths.retention(), erasure: paths.accountErasure() };

export function Component() {
  return <PrivacyPage hrefs={hrefs} />;
}
