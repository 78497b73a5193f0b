import { useParams } from 'react-router';
import { SectionPage } from '../../features/editing/section-page.tsx';

export function Component() {
  const { section = '' } = useParams();
  return <SectionPage code={section} />;
}
