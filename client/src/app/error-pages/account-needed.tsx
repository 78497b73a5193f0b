import { Navigate, useLocation } from 'react-router';
import { paths } from '../paths.ts';

/** Leads to where one shows who one is, and from there back to the page that asked for it. */
export function AccountNeeded({ isSecondFactor }: { isSecondFactor: boolean }) {
  const { pathname, search } = useLocation();
  const leadTo = isSecondFactor ? paths.secondFactor : paths.signIn;
  return <Navigate to={leadTo(pathname + search)} replace />;
}
