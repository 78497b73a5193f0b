import { visitDemoFirm } from '#shared/contracts/site.ts';
import { readKeptResponse } from '../../features/answering/remembered-response.ts';
import { HomePage } from '../../features/introduction/home-page.tsx';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { paths } from '../paths.ts';
import { useSite } from '../site.ts';
import { useVisitor } from '../visitor.ts';
import { workplacesOf } from '../workplaces.ts';

const hrefs = {
  start: paths.start(),
  startForm: paths.start,
  resume: paths.resume(),
  packages: paths.packages(),
  method: paths.method(),
  privacy: paths.privacy(),
  figures: paths.publishedReleases(),
};

async function openExample(): Promise<string> {
  const { responseId } = await callEndpoint(visitDemoFirm, {});
  return paths.result(responseId);
}

export function Component() {
  const site = useSite();
  const account = useVisitor();
  const [form, ...others] = site?.forms ?? [];
  const quickCheck = form === undefined ? undefined : { minutes: form.minutes, items: form.scoredItems };
  const kept = site === null ? readKeptResponse() : undefined;
  const visitor = account && { firms: workplacesOf(account).filter(({ kind }) => kind === 'firm') };
  return (
    <HomePage
      visitor={visitor}
      quickCheck={quickCheck}
      otherForms={others}
      hrefs={hrefs}
      goOnHref={kept && paths.overview(kept.responseId)}
      openExample={site?.isDemo === true ? openExample : undefined}
    />
  );
}
