import type { Endpoint } from '#shared/contracts/endpoint.ts';

type Values = Readonly<Record<string, unknown>>;

/** The address of an endpoint with its parameters filled in; of the query what has a value. */
export function endpointAddress(endpoint: Endpoint, params: Values = {}, query: Values = {}): string {
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length === 0 ? path : `${path}?${search.toString()}`;
}
