import { AccessibilityPage } from '../../features/introduction/accessibility-page.tsx';

export function Component() {
  return <AccessibilityPage />;
}
