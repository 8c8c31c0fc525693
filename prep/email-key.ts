/** An address as it is compared: trimmed, lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
