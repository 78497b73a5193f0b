import { type LoaderFunctionArgs, redirect } from 'react-router';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { providersOf } from '../advisor.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';

/** What the first of one's providers has achieved. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { account } = await callEndpoint(getVisitor, {});
  if (account === null) return redirect(paths.signIn(new URL(request.url).pathname));
  const [first] = providersOf(account);
  return first === undefined ? null : redirect(paths.achievement(first.placeId));
}

export function Component() {
  return <NotFoundPage />;
}
