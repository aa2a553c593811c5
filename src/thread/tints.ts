/** How each step of `tintOf` looks. What a tint says is said in numbers too. */
export const tints = ['', 'bg-odds-1', 'bg-odds-2', 'bg-odds-3', 'bg-odds-4', 'bg-odds-5'] as const
