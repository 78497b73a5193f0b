import { RecipientPage } from '../../features/sharing/recipient-page.tsx';
import { paths } from '../paths.ts';

const hrefs = { home: paths.home(), method: paths.method() };

export function Component() {
  return <RecipientPage hrefs={hrefs} />;
}
