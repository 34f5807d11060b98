/** The learner's copies of the site's notebooks, as JupyterLite keeps them in the browser. */

export interface StoredNotebook {
  content: unknown;
  /** When it was last saved, in ISO 8601; empty where that is unknown. */
  saved: string;
}

/** As much of Jupyter's model of a file as is used here. */
interface Model {
  content?: unknown;
  last_modified?: unknown;
}

/** By path. Empty where nothing is kept yet, or nothing may be read; what is there is left as it is. */
export async function storedNotebooks(
  database: string,
  paths: readonly string[]
): Promise<Map<string, StoredNotebook>> {
  const found = new Map<string, StoredNotebook>();
  const opened = await openExisting(database).catch(() => null);
  if (opened === null) return found;
  // Open, it would stop another page from upgrading it.
  opened.onversionchange = () => opened.close();
  try {
    const store = opened.transaction('files', 'readonly').objectStore('files');
    await Promise.all(
      paths.map(async (path) => {
        const request = store.get(path) as IDBRequest<Model | undefined>;
        const model = await settled(request);
        if (model === undefined) return;
        const { content, last_modified: saved } = model;
        found.set(path, { content, saved: typeof saved === 'string' ? saved : '' });
      })
    );
  } catch {
    // A database that JupyterLite did not make, or is only making.
  } finally {
    opened.close();
  }
  return found;
}

/** Rejects rather than making one: it would be one without JupyterLite's stores. */
function openExisting(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.transaction?.abort();
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason'));
  });
}
