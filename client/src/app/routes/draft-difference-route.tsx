import { DifferencePage } from '../../features/editing/difference-page.tsx';

export function Component() {
  return <DifferencePage />;
}
