import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { type LoadedFirmMembers, loadFirmMembers } from '../../features/firm/api.ts';
import { MembersPage } from '../../features/firm/members-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { leavingState } from '../has-left.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { forgetVisitor, setVisitor } from '../visitor.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => loadFirmMembers(params['firmId'] ?? ''));
}

export function Component() {
  const loaded = useLoaderData<LoadedFirmMembers | null>();
  const navigate = useNavigate();
  if (loaded === null) return <NotFoundPage />;
  const { firmId } = loaded.firm;
  const leave = () => {
    setVisitor(null);
    void navigate(paths.signIn(), { state: leavingState });
  };
  return (
    <MembersPage
      key={firmId}
      loaded={loaded}
      hrefs={{ firm: paths.firm(firmId), access: paths.firmAccess(firmId) }}
      onLeft={leave}
      onOwnRole={forgetVisitor}
    />
  );
}
