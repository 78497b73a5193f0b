/** What the browser's own interface answers with; only the server reads more of it than its name. */
type Credential = { readonly [member: string]: unknown; id: string };

/** Why no passkey came: the person or the browser broke off, it is one we know, or this device cannot. */
export type PasskeyFault = 'broken-off' | 'known-already' | 'not-possible';

export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
  readonly fault: PasskeyFault;

  constructor(fault: PasskeyFault, options: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

export function hasPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

function faultOf(error: unknown): PasskeyFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return 'known-already';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'broken-off' : 'not-possible';
}

async function asking(ceremony: () => Promise<{ id: string }>): Promise<Credential> {
  try {
    return { ...(await ceremony()) };
  } catch (cause) {
    throw new PasskeyError(faultOf(cause), { cause });
  }
}

/** Lets the browser sign what the server made with a passkey the person chooses. */
export async function askForPasskey(options: Record<string, unknown>): Promise<Credential> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return asking(() => startAuthentication({ optionsJSON: options as unknown as Options }));
}

/** Lets the browser make a new passkey for this site. */
export async function makePasskey(options: Record<string, unknown>): Promise<Credential> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  return asking(() => startRegistration({ optionsJSON: options as unknown as Options }));
}
