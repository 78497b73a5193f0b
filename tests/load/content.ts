import { once } from 'node:events';
import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { checkDraft } from '#shared/domain/instrument/draft/check-draft.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { retiredCodesOf } from '#shared/domain/instrument/version/check-change.ts';
import { formViewSchema } from '#shared/domain/instrument/view-form.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { definition, say } from './firms.ts';
import { describeRounds } from './measure.ts';

const rounds = 9;

async function timed(work: () => unknown): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return `${describeRounds(times, 0)} ms`;
}

/** What travels, before the browser unpacks it. */
async function fetchBytes(address: string, encoding: 'identity' | 'gzip'): Promise<Buffer> {
  const request = http.get(address, { headers: { 'accept-encoding': encoding } });
  const [reply] = (await once(request, 'response')) as [http.IncomingMessage];
  if (reply.statusCode !== 200) throw new Error(`${address}: ${reply.statusCode}`);
  return buffer(reply);
}

const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

async function measureForm(address: string, formCode: string): Promise<void> {
  const plain = await fetchBytes(address, 'identity');
  const packed = await fetchBytes(address, 'gzip');
  if (!gunzipSync(packed).equals(plain)) throw new Error(`${formCode} is not the same when packed`);
  const { texts } = formViewSchema.parse(JSON.parse(plain.toString('utf8')));
  const words = gzipSync(Object.values(texts).join('\n')).length;
  const ratio = (packed.length / words).toFixed(2);
  say(
    `  ${formCode}: ${kb(plain.length)} KB, ${kb(packed.length)} KB gzip; its Swedish alone ${kb(words)} KB, ratio ${ratio}`,
  );
}

/** Time to load and check content, and what a browser fetches of a form. */
export async function measureContent({ origin }: ServerProcess): Promise<void> {
  const draft = { sources: sourcesOf(definition), translatedFrom: {}, meanings: {} };
  const context = {
    before: definition,
    retired: retiredCodesOf([definition], definition),
    catalogue: (await loadContent(contentFolder)).catalogue,
  };
  say(`all content loaded and validated in ${await timed(() => loadContent(contentFolder))}`);
  say(`the shipped instrument checked as a draft in ${await timed(() => checkDraft(draft, context))}`);
  const site = (await (await fetch(`${origin}/api/site`)).json()) as { instrumentVersionId: string };
  const codes = definition.structure.forms.map(({ code }) => code);
  say('forms in Swedish, as a browser gets them:');
  for (const formCode of [...codes, 'snabbkoll+digital']) {
    const place = `${site.instrumentVersionId}/forms/${encodeURIComponent(formCode)}/sv`;
    await measureForm(`${origin}/api/instrument-versions/${place}`, formCode);
  }
}
