import { PrivacyPage } from '../../features/information/privacy-page.tsx';
import { paths } from '../paths.ts';

const hrefs = { retention: paths.retention() };

export function Component() {
  return <PrivacyPage hrefs={hrefs} />;
}
