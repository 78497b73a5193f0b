import { useLocation } from 'react-router';
import { OptOutPage } from '../../features/outreach/opt-out-page.tsx';

export function Component() {
  const { hash } = useLocation();
  return <OptOutPage code={hash.slice(1)} />;
}
