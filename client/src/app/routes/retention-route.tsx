import { useLoaderData } from 'react-router';
import { fetchRetentionSchedule } from '../../features/retention/api.ts';
import { RetentionPage } from '../../features/retention/retention-page.tsx';
import { paths } from '../paths.ts';

export const loader = fetchRetentionSchedule;

export function Component() {
  const schedule = useLoaderData<typeof loader>();
  return <RetentionPage schedule={schedule} hrefs={{ privacy: paths.privacy() }} />;
}
