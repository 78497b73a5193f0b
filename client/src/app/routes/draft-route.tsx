import { DraftPage } from '../../features/editing/draft-page.tsx';

export function Component() {
  return <DraftPage />;
}
