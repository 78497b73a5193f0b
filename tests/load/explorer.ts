import Fastify from 'fastify';
import pg from 'pg';
import { sha256OfJson } from '#server/platform/content/canonical-json.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { groupsOf } from '#shared/domain/benchmark/frame.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { say } from './firms.ts';
import { p95 } from './measure.ts';
import { fillForRelease, releaseSpec } from './release.ts';

const sizes = [1000, 10_000, 100_000] as const;
const requests = 200;
const releases = 12;

/** As large as a release can be: every measure shows every group. */
function wholeDocument(): ReleaseDocument {
  const shown = { firms: 40, mean: 1.9, lowQuartile: 1.2, median: 1.9, highQuartile: 2.6 };
  const classes = [10, 20, 40, 20, 10];
  return {
    format: 'mattstock-release-1',
    spec: releaseSpec,
    cells: releaseSpec.measures.flatMap((measure) =>
      groupsOf(releaseSpec).map(({ key }) => ({ measure, group: key, ...shown, classes, coarse: null })),
    ),
  };
}

const report = {
  ...{ measures: [], findings: [], attacked: 0, nearReleases: [], isTracked: false, comparedTo: 0 },
  ...{ cover: 'exact', seconds: 1, solver: 'HiGHS' },
};

async function publish(client: pg.Client, document: ReleaseDocument): Promise<void> {
  for (let number = 1; number <= releases; number += 1)
    await client.query(
      `insert into mattstock.releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps,
         status, document, report, content_sha256, built_at, published_at, release_number, shown_order,
         created_at)
       select gen_random_uuid(), organisation_id, name, $1, false, 1, 'published', $2, $5, $3, now(), now(), $4, $4, now()
       from mattstock.organisations where kind = 'region' limit 1`,
      [JSON.stringify(document.spec), JSON.stringify(document), sha256OfJson(document), number, JSON.stringify(report)],
    );
}

/** Of replies that were asked for one after the other. */
async function p95Of(address: string): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const startedMs = performance.now();
    const reply = await fetch(address);
    await reply.arrayBuffer();
    if (reply.status !== 200) throw new Error(`${address}: ${reply.status}`);
    times.push(performance.now() - startedMs);
  }
  return p95(times);
}

/** A route that reads the same row and sends it on, and does nothing else. */
async function startBare(client: pg.Client): Promise<{ address: string; close: () => Promise<void> }> {
  const app = Fastify();
  app.get('/', async (_request, reply) => {
    const { rows } = await client.query<{ document: string }>(
      'select document::text from mattstock.releases where release_number = 1',
    );
    return reply.type('application/json').send(rows[0]?.document);
  });
  return { address: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}

const paths = ['/api/releases', '/api/releases/1', '/api/releases/1/files/figures-sv.csv'];

/** How long the public figures take for more and more firms: what is read is the release, not the answers. */
export async function measureExplorer({ origin }: ServerProcess, { adminUrl }: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  client.on('error', () => undefined);
  await publish(client, wholeDocument());
  const bare = await startBare(client);
  let filled = 0;
  for (const size of sizes) {
    await fillForRelease(client, filled, size);
    filled = size;
    const baseline = await p95Of(bare.address);
    const told: string[] = [];
    for (const path of paths) {
      const own = await p95Of(`${origin}${path}`);
      told.push(`${path} ${own.toFixed(1)} ms (${(own / baseline).toFixed(1)} times)`);
    }
    say(
      `explorer at ${size} firms, p95 beside a bare route that reads a release (${baseline.toFixed(1)} ms): ${told.join(', ')}`,
    );
  }
  await bare.close();
  await client.end();
}
