import { CalculationPage } from '../../features/result/calculation-page.tsx';

export function Component() {
  return <CalculationPage />;
}
