/** Everything open is saved before the page is left: nothing a learner has written may be lost to a reload. */

export interface SavableDocument {
  readonly isDisposed: boolean;
  readonly model: { readonly dirty: boolean; readonly readOnly: boolean };
  readonly contentsModel: { readonly writable: boolean } | null;
}

/** Whether the page may be left. `save` says by itself what it could not save. */
export async function saveAll<T extends SavableDocument>(
  documents: readonly T[],
  save: (document: T) => Promise<void>
): Promise<boolean> {
  await Promise.all(documents.map(save));
  return !documents.some(isUnsaved);
}

/** What could be saved and is not. */
function isUnsaved({ isDisposed, model, contentsModel }: SavableDocument): boolean {
  return !isDisposed && model.dirty && !model.readOnly && contentsModel?.writable !== false;
}
