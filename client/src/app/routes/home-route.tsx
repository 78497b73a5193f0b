import { HomePage } from '../../features/introduction/home-page.tsx';
import { paths } from '../paths.ts';

const hrefs = {
  start: paths.start(),
  resume: paths.resume(),
  packages: paths.packages(),
  method: paths.method(),
  privacy: paths.privacy(),
};

export function Component() {
  return <HomePage quickCheck={undefined} hrefs={hrefs} />;
}
