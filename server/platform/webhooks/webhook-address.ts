import ipaddr from 'ipaddr.js';

/** Hosts of this machine, which only a demo on its own database may call. */
const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/** A public address by its range, which a cloud answers for itself. */
const ofClouds = ['168.63.129.16'];

export type AddressFault = 'not-an-address' | 'not-https' | 'has-password' | 'has-fragment' | 'not-public';

export const isOwnHost = (url: URL): boolean => ownHosts.includes(url.hostname);

/** What a host is called without the brackets of IPv6. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Whether it lies on the open internet: nobody's own network, not this machine, not what answers a cloud's guests. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || ofClouds.includes(parsed.toString())) return false;
  // Of IPv6 only what is given out for the internet; the rest has forms that stand for other addresses.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
}

/** Reads where something is to be sent. Of a name it is not known yet whose address it has. */
export function readWebhookAddress(
  text: string,
  { allowsLocal }: { allowsLocal: boolean },
): { url: URL } | { fault: AddressFault } {
  if (!URL.canParse(text)) return { fault: 'not-an-address' };
  const url = new URL(text);
  const isLocal = allowsLocal && isOwnHost(url);
  if (url.protocol !== 'https:' && !(isLocal && url.protocol === 'http:')) return { fault: 'not-https' };
  if (url.username !== '' || url.password !== '') return { fault: 'has-password' };
  if (url.hash !== '') return { fault: 'has-fragment' };
  if (isLocal) return { url };
  const host = bareHost(url);
  const isKnownAmiss = ipaddr.isValid(host) ? !isPublicAddress(host) : isOwnHost(url) || host.endsWith('.localhost');
  return isKnownAmiss ? { fault: 'not-public' } : { url };
}
