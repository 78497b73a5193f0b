import type { Endpoint } from '#shared/contracts/endpoint.ts';

/** The address of an endpoint with its parameters filled in. */
export function endpointAddress(endpoint: Endpoint, params: Readonly<Record<string, unknown>> = {}): string {
  return endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
}
