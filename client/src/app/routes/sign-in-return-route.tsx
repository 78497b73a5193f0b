import { useNavigate } from 'react-router';
import { sendOidcLink } from '../../features/account/api.ts';
import { sendOidcReply } from '../../features/sign-in/api.ts';
import { OidcReturnPage } from '../../features/sign-in/oidc-return-page.tsx';
import { paths } from '../paths.ts';
import { useSignedIn } from '../use-signed-in.ts';

const hrefs = { signIn: paths.signIn(), account: paths.account() };

export function Component() {
  const navigate = useNavigate();
  const onSignedIn = useSignedIn();
  const signIn = async (query: string) => onSignedIn(await sendOidcReply(query));
  const link = async (query: string) => {
    await sendOidcLink(query);
    await navigate(paths.account(), { replace: true });
  };
  return <OidcReturnPage hrefs={hrefs} onSignIn={signIn} onLink={link} />;
}
