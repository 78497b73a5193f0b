import { ResultPage } from '../../features/result/result-page.tsx';

export function Component() {
  return <ResultPage />;
}
