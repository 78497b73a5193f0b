import type { ComposedMail, MailPart } from './compose-mail.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);

function plainPart(part: MailPart): string {
  if (part.kind === 'code') return `    ${part.code}`;
  if (part.kind === 'list') return part.lines.map((line) => `- ${line}`).join('\n');
  return part.kind === 'link' ? `${part.text}\n${part.href}` : part.text;
}

export function renderPlain({ parts, footer }: ComposedMail): string {
  return `${[...parts.map(plainPart), `--\n${footer}`].join('\n\n')}\n`;
}

const family = "font-family:'Atkinson Hyperlegible Next',Verdana,Arial,sans-serif";
const styles = {
  page: `margin:0;padding:24px 16px;background:#faf8f4;color:#16201f;${family};font-size:16px;line-height:1.6`,
  sheet: 'max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d8d4ca',
  paragraph: 'margin:0 0 16px',
  note: 'margin:0 0 16px;font-size:14px;color:#4a5654',
  list: 'margin:0 0 16px;padding-left:20px',
  item: 'margin:0 0 8px',
  code: "margin:0 0 16px;font-family:'Courier New',monospace;font-size:28px;font-weight:bold;letter-spacing:4px",
  link: 'color:#0b5a78;font-weight:bold',
  address: 'font-size:14px;color:#4a5654;word-break:break-all',
  footer: 'max-width:560px;margin:16px auto 0;font-size:14px;color:#4a5654',
} as const;

function htmlPart(part: MailPart): string {
  if (part.kind === 'code') return `<p style="${styles.code}">${escapeHtml(part.code)}</p>`;
  if (part.kind === 'list') {
    const items = part.lines.map((line) => `<li style="${styles.item}">${escapeHtml(line)}</li>`);
    return `<ul style="${styles.list}">${items.join('')}</ul>`;
  }
  if (part.kind !== 'link') return `<p style="${styles[part.kind]}">${escapeHtml(part.text)}</p>`;
  const href = escapeHtml(part.href);
  return `<p style="${styles.paragraph}"><a href="${href}" style="${styles.link}">${escapeHtml(part.text)}</a><br>
<span style="${styles.address}">${href}</span></p>`;
}

/** The same words as the plain part. No image, script, style sheet or address but the one link: nothing is fetched. */
export function renderHtml({ language, subject, parts, footer }: ComposedMail): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(subject)}</title>
</head>
<body style="${styles.page}">
<div style="${styles.sheet}">
${parts.map(htmlPart).join('\n')}
</div>
<p style="${styles.footer}">${escapeHtml(footer)}</p>
</body>
</html>
`;
}
