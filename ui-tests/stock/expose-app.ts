/** JupyterLite gives a page its application to hold when it is configured so: the tests' pages are, on any site. */

/** Run in the page before any of its scripts. */
export function exposeApp(): void {
  const prototype = HTMLScriptElement.prototype;
  const inherited = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
  Object.defineProperty(prototype, 'textContent', {
    ...inherited,
    get(this: HTMLScriptElement): string {
      const text = (inherited.get!.call(this) as string | null) ?? '';
      if (this.id !== 'jupyter-config-data') return text;
      return JSON.stringify({ ...JSON.parse(text || '{}'), exposeAppInBrowser: true });
    }
  });
}
