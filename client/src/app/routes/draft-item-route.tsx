import { useParams } from 'react-router';
import { ItemPage } from '../../features/editing/item-page.tsx';

export function Component() {
  const { section = '', item } = useParams();
  return <ItemPage section={section} code={item} />;
}
