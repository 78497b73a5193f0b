import { ReviewPage } from '../../features/answering/review-page.tsx';

export function Component() {
  return <ReviewPage />;
}
