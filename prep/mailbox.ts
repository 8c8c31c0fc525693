import { emailKey } from './email-key.ts';

/**
 * The mailbox that an address leads to, for telling whether two addresses are one person's: what stands after a
 * plus is left out everywhere (RFC 5233's sub-address, which Workspace, Microsoft 365, Fastmail and Proton
 * deliver alike), dots at gmail.com alone, where they mean nothing; googlemail.com is gmail.com. Dots mean
 * something at every other host, those of Workspace included. Never for keeping: what was typed is kept as typed.
 */
export function mailbox(email: string): string {
  const [, name = '', host = ''] = /^([^@]+)@(.+)$/.exec(emailKey(email)) ?? [];
  if (!host) return emailKey(email);
  const plain = name.replace(/(?<=.)\+.*$/, '');
  const isGmail = host === 'gmail.com' || host === 'googlemail.com';
  return isGmail ? `${plain.replaceAll('.', '')}@gmail.com` : `${plain}@${host}`;
}
