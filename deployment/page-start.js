/** Inlined in each app's page: only here is it known under which path the site lies. */
(() => {
  const { origin, pathname } = window.location;
  const here = new URL(pathname.replace(/(\/|\/index\.html)?$/, '/'), origin);
  const script = document.getElementById('jupyter-config-data');
  script.textContent = script.textContent.replaceAll('%BASE%', new URL('..', here).pathname);
})();
