/** Inlined in each app's page, with what the build knows in place of the names in capitals. */
(() => {
  // Only here is it known under which path the site lies.
  const { origin, pathname } = window.location;
  const here = new URL(pathname.replace(/(\/|\/index\.html)?$/, '/'), origin);
  const base = new URL('..', here).pathname;
  const script = document.getElementById('jupyter-config-data');
  script.textContent = script.textContent.replaceAll(BASE, base);

  // JupyterLite's stores add themselves to one database, each by an upgrade that shuts out the others: one that is
  // asked meanwhile fails, and a first visit could not open its lesson. So they are all there before they are asked.
  const name = STORAGE + base;
  const prepare = (version) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const { objectStoreNames } = request.result;
      for (const store of STORES) {
        if (!objectStoreNames.contains(store)) request.result.createObjectStore(store);
      }
    };
    request.onsuccess = () => {
      const database = request.result;
      const complete = STORES.every((store) => database.objectStoreNames.contains(store));
      // Open, it would stop another page from upgrading it.
      database.close();
      if (!complete) prepare(database.version + 1);
    };
    // Where nothing can be stored JupyterLite says so.
    request.onerror = () => undefined;
  };
  prepare();
})();
