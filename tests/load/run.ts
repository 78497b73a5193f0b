import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { startServedPostgres } from '../support/served-postgres.ts';
import { startServer } from '../support/server-process.ts';
import { measureBundle } from './bundle-size.ts';
import { measureCampaigns } from './campaign-import.ts';
import { measureContent } from './content.ts';
import { measureCpu } from './cpu.ts';
import { measureExplorer } from './explorer.ts';
import { measureExport } from './export.ts';
import { bundle, definition, say } from './firms.ts';
import { describeRounds, median } from './measure.ts';
import { measurePlanner } from './planner.ts';
import { measureQueue } from './queue.ts';
import { measureRelease } from './release.ts';
import { measureReports } from './reports.ts';
import { measureSaves } from './saves.ts';
import { measureSoak } from './soak.ts';

const rounds = 3;

function measureScoring(): void {
  const { answers, profile } = bundle.demoFirm;
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    let done = 0;
    while (performance.now() - startedMs < 1000) {
      scoreResponse(definition.structure, 'snabbkoll', profile, answers);
      done += 1;
    }
    rates.push((done * 1000) / (performance.now() - startedMs));
  }
  say(
    `responses of 42 answers scored per second: ${describeRounds(rates, 0)}, ${(1e6 / median(rates)).toFixed(0)} µs each`,
  );
}

/** Every measure, or those named: `npm run load -- content`. */
const named = process.argv.slice(2);
const isWanted = (measure: string) => named.length === 0 || named.includes(measure);

async function measureServed(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'load-'));
  chmodSync(folder, 0o755);
  const { postgres, variables } = await startServedPostgres({ folder: path.join(folder, 'data') });
  const server = await startServer({ ...variables, RATE_LIMIT_PER_MINUTE: '1000000' });
  try {
    if (isWanted('content')) await measureContent(server);
    if (isWanted('saves')) await measureSaves(server, postgres);
    if (isWanted('queue')) await measureQueue(server, postgres);
    if (named.includes('reports')) await measureReports(server, postgres);
    if (named.includes('campaigns')) await measureCampaigns(server, postgres);
    // Each makes a population of its own, for which the database has to be empty.
    if (named.includes('export')) await measureExport(server, postgres);
    if (named.includes('explorer')) await measureExplorer(server, postgres);
    if (named.includes('release')) await measureRelease(postgres);
    if (isWanted('cpu')) await measureCpu(server, postgres, path.join(folder, 'statements.json'));
  } finally {
    await server.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** On a database and servers of its own, since it kills them. */
async function measureSoaking(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'soak-'));
  chmodSync(folder, 0o755);
  const served = await startServedPostgres({ folder: path.join(folder, 'data') });
  try {
    await measureSoak(served);
  } finally {
    await served.postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isWanted('bundle')) measureBundle(say);
if (isWanted('scoring')) measureScoring();
if (isWanted('planner')) await measurePlanner(say);
if (['content', 'saves', 'queue', 'export', 'explorer', 'release', 'reports', 'campaigns', 'cpu'].some(isWanted))
  await measureServed();
if (named.includes('soak')) await measureSoaking();
