/** How many characters carry a link, from the narrowest; where the figures come from stands in docs/sharing.md. */
export const carriers = [
  { name: 'discord', most: 2000 },
  { name: 'qr', most: 2953 },
  { name: 'slack', most: 4000 },
  { name: 'mail', most: 8000 },
  { name: 'paste', most: 32_000 },
  { name: 'click', most: 2_000_000 },
] as const
