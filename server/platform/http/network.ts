import ipaddr from 'ipaddr.js';

const bytesOfIpv4Network = 3;
const bytesOfIpv6Network = 8;

/**
 * The network an address belongs to, for limits: /24 of IPv4, /64 of IPv6, which one household or workshop has. An
 * address that is none stands for itself.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  const isIpv4 = parsed.kind() === 'ipv4';
  const bytes = parsed.toByteArray();
  const kept = isIpv4 ? bytesOfIpv4Network : bytesOfIpv6Network;
  const network = ipaddr.fromByteArray(bytes.map((byte, index) => (index < kept ? byte : 0)));
  return `${network.toString()}/${kept * 8}`;
}
