import { useParams } from 'react-router';
import { ItemPage } from '../../features/answering/item-page.tsx';

export function Component() {
  const { step } = useParams();
  return <ItemPage step={Number(step)} />;
}
