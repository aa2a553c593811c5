/** The name of a folder as it is read: Work / Parley. */
export const folderPath = (folder: string) => folder.split('/').join(' / ')
