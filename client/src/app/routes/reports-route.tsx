import { useParams } from 'react-router';
import { ReportsPage } from '../../features/reports/reports-page.tsx';
import { paths } from '../paths.ts';

export function Component() {
  const { responseId = '' } = useParams();
  const hrefs = { back: paths.result(responseId), files: `/api/responses/${responseId}/report` };
  return <ReportsPage hrefs={hrefs} sharedBy={null} />;
}
