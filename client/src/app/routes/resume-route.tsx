import { ResumePage } from '../../features/answering/resume-page.tsx';
import { paths } from '../paths.ts';

const hrefs = { overview: paths.overview, result: paths.result, start: paths.start(), signIn: paths.signIn() };

export function Component() {
  return <ResumePage hrefs={hrefs} />;
}
