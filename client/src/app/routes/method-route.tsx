import { MethodPage } from '../../features/information/method-page.tsx';
import { paths } from '../paths.ts';

export function Component() {
  return <MethodPage packagesHref={paths.packages()} />;
}
