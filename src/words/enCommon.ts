/** Words for what is done in several rooms. */
export const common = {
  undoKey: 'Undo (Ctrl+Z)',
  redoKey: 'Redo (Ctrl+Shift+Z)',
  redo: 'Redo',
  reloadLater: 'Possible once the reply is finished',
  dismiss: 'Dismiss',
  notices: 'Notices',
  cancel: 'Cancel',
  save: 'Save',
  edit: 'Edit',
  remove: 'Remove',
  settings: 'Settings',
  beforeSending: 'Before sending',
  compare: 'Compare',
}
