import * as z from 'zod/mini';

const previewedMailSchema = z.object({
  /** Whom the mail is from; the address where the site has one to send from. */
  sender: z.object({ name: z.string(), address: z.nullable(z.string()) }),
  subject: z.string(),
  /** As the mail is laid out. A link is told, and leads nowhere. */
  parts: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['paragraph', 'note']), text: z.string() }),
      z.object({ kind: z.literal('list'), lines: z.array(z.string()) }),
      z.object({ kind: z.literal('link'), text: z.string(), address: z.string() }),
    ]),
  ),
  footer: z.string(),
  /** The same as the mail's part without a layout. */
  plain: z.string(),
});

/** A mail as it goes out, in each language it goes out in. */
export const mailInBothSchema = z.object({ sv: previewedMailSchema, en: previewedMailSchema });
