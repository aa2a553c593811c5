/** Who wrote a file. A test holds it to `package.json`. */
export const program = { name: 'Parley', version: '0.1.0' }
