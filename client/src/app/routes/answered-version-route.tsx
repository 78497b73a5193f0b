import { AnsweredVersionPage } from '../../features/answering/answered-version-page.tsx';

export function Component() {
  return <AnsweredVersionPage />;
}
