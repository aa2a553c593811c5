/** The words of what shows the tree as a whole: the outline, and Compare. */

export const outline = {
  hint: (count: number) =>
    count === 1 ? '1 message.' : `${count} messages, with every branch. A line brings its path on screen.`,
  empty: '(nothing)',
}

export const compare = {
  mark: 'Mark differing words',
  base: 'against',
  choice: (place: number) => `Choice ${place}`,
  take: 'Take this one',
}
