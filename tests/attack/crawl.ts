import { vi } from 'vitest';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { listEndpoints } from '../support/all-endpoints.ts';
import type { Visitor } from '../support/visitor.ts';
import type { Heard } from './relations.ts';
import type { Scene } from './scene.ts';

/** Everybody who can ask, by what they are. */
export function actorsOf({ tenant, analysts }: Scene): Record<string, Visitor> {
  const regions = Object.entries(analysts).map(([county, { visitor }]) => [`analyst of region ${county}`, visitor]);
  return { ...tenant.actors, ...Object.fromEntries(regions) };
}

/** Every value that a part of an address can have; of most there is the one that belongs to whoever asks. */
type Values = Readonly<Record<string, readonly string[]>>;

function addressesOf({ path, query }: Endpoint, values: Values): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []);
  const paths = names.reduce<string[]>(
    (all, name) => all.flatMap((each) => (values[name] ?? [name]).map((value) => each.replace(`:${name}`, value))),
    [path],
  );
  const asked = Object.keys((query as { shape?: object } | undefined)?.shape ?? {});
  const queries = ['language', 'period']
    .filter((name) => asked.includes(name))
    .reduce(
      (all, name) => all.flatMap((each) => (values[name] ?? []).map((value) => `${each}&${name}=${value}`)),
      [''],
    );
  return paths.flatMap((each) => queries.map((tail) => (tail === '' ? each : `${each}?${tail.slice(1)}`)));
}

export type Crawled = { readonly who: string; readonly asked: number; readonly heard: readonly Heard[] };

/** A site that has too much to do says so and answers a moment later; whoever attacks waits. */
const answered = <Reply extends { readonly statusCode: number }>(ask: () => Promise<Reply>): Promise<Reply> =>
  vi.waitFor(
    async () => {
      const reply = await ask();
      if (reply.statusCode === 503) throw new Error('the site has too much to do');
      return reply;
    },
    { timeout: 60_000, interval: 200 },
  );

/** Everything that one of them is told by all addresses that can be read, with everything that these take. */
export async function crawl(scene: Scene, who: string): Promise<Crawled> {
  const visitor = actorsOf(scene)[who];
  if (visitor === undefined) throw new Error(`nobody is ${who}`);
  const { site, tenant, analysts, built } = scene;
  const [county, own] = Object.entries(analysts).find(([, analyst]) => analyst.visitor === visitor) ?? [];
  const common = Object.assign({}, ...Object.values(tenant.identifiers)) as Record<string, string>;
  const { releases } = (await answered(() => visitor.get('/api/releases'))).json<{ releases: { number: number }[] }>();
  const { instrumentVersionId } = (await answered(() => visitor.get('/api/site'))).json<{
    instrumentVersionId: string;
  }>();
  const values = (path: string): Values => {
    const ids = path.startsWith('/api/region/') ? { ...common, ...tenant.identifiers.region } : common;
    const region = path.startsWith('/api/region/') && own !== undefined ? { organisationId: own.organisationId } : {};
    return {
      ...Object.fromEntries(Object.entries({ ...ids, ...region }).map(([name, value]) => [name, [value]])),
      releaseId: built.map(({ release }) => release.releaseId),
      releaseNumber: releases.map(({ number }) => String(number)),
      language: ['sv', 'en'],
      period: ['since-start', '2024', '2025', '2026'],
      audience: ['leadership', 'working-group', 'coordinator'],
      instrumentVersionId: [instrumentVersionId],
      formCode: ['snabbkoll'],
      packageCode: ['servitisation-sprint'],
    };
  };
  let asked = 0;
  // What somebody has looked at is remembered, also when it is not there any more.
  const heard = built
    .filter((each) => each.county === county)
    .map(({ release }): Heard => ({ url: 'remembered', body: JSON.stringify(release), type: 'application/json' }));
  const ask = async (url: string): Promise<void> => {
    asked += 1;
    const reply = await answered(() => visitor.trespass({ url }));
    if (reply.statusCode >= 500) throw new Error(`${url} is not answered: ${reply.body}`);
    if (reply.statusCode !== 200) return;
    heard.push({ url, body: reply.body, type: String(reply.headers['content-type']) });
  };
  for (const endpoint of (await listEndpoints()).filter(({ method }) => method === 'GET')) {
    // Files have names of their own, and papers take long: they are asked for below, papers by one of them.
    if (endpoint.path.includes(':file') || endpoint.path.includes(':audience')) continue;
    for (const url of addressesOf(endpoint, values(endpoint.path))) await ask(url);
  }
  for (const { number } of releases) {
    const reply = await answered(() => site.newVisitor().get(`/api/releases/${number}/files`));
    if (reply.statusCode !== 200) continue;
    const { files } = reply.json<{ files: { name: string }[] }>();
    for (const { name } of [...files, { name: 'dcat.jsonld' }]) await ask(`/api/releases/${number}/files/${name}`);
  }
  return { who, asked, heard };
}
