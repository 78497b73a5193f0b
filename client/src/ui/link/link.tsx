import { Link as RouterLink, type LinkProps as RouterLinkProps } from 'react-router';

export type LinkProps = Omit<RouterLinkProps, 'className' | 'style'>;

/** A link within the site, in running text. */
export function Link(props: LinkProps) {
  return <RouterLink {...props} />;
}
