import { RulesPage } from '../../features/editing/rules-page.tsx';

export function Component() {
  return <RulesPage />;
}
