import { type LoaderFunctionArgs, useLoaderData, useParams, useRevalidator } from 'react-router';
import { loadClaim } from '../../features/firm/api.ts';
import { ClaimPage } from '../../features/firm/claim-page.tsx';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { forgetVisitor, useVisitor } from '../visitor.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return loadClaim(params['responseId'] ?? '');
}

export function Component() {
  const response = useLoaderData<typeof loader>();
  const { responseId = '' } = useParams();
  const visitor = useVisitor();
  const site = useSite();
  const { revalidate } = useRevalidator();
  const askVisitorAgain = () => {
    forgetVisitor();
    void revalidate();
  };
  return (
    <ClaimPage
      key={responseId}
      response={response}
      email={visitor?.email ?? null}
      forms={site?.forms ?? []}
      hrefs={{
        signIn: paths.signIn(paths.claim(responseId)),
        account: paths.account(),
        resume: paths.resume(),
        overview: paths.overview(responseId),
        result: paths.result(responseId),
        firm: paths.firm,
        access: paths.firmAccess,
      }}
      onClaimed={askVisitorAgain}
    />
  );
}
