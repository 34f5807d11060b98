/** Asks the browser not to clear the site's storage by itself, learners' work included. */

/** Only where nobody is asked in turn: Firefox shows a question, other browsers decide by themselves. */
export function persistQuietly({ storage, permissions, userAgent }: Navigator): void {
  const ask = async (): Promise<void> => {
    if (await storage.persisted()) return;
    const { state } = await permissions.query({ name: 'persistent-storage' });
    if (state === 'granted' || !userAgent.includes('Firefox/')) await storage.persist();
  };
  // Safari knows no such permission.
  ask().catch(() => undefined);
}
