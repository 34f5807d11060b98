/** What there is to say of releases, as notifications: one of a kind, until it is closed or no longer true. */

import { Notification } from '@jupyterlab/apputils';
import { noticesFor, type Notice, type ReleaseStatus } from '@lectern/offline';

export interface ReleaseNotificationOptions {
  reload(): void;
  /** The learner has been told that the storage is full. */
  onTold(): void;
}

export class ReleaseNotifications {
  private readonly shown = new Map<Notice['kind'], { id: string; text: string }>();

  constructor(private readonly options: ReleaseNotificationOptions) {}

  update(status: ReleaseStatus): void {
    const notices = noticesFor(status);
    for (const kind of ['ready', 'gone'] as const) {
      const shown = this.shown.get(kind);
      if (shown === undefined || notices.some((one) => one.kind === kind)) continue;
      Notification.dismiss(shown.id);
      this.shown.delete(kind);
    }
    for (const notice of notices) this.show(notice);
  }

  private show({ kind, text, reload }: Notice): void {
    const former = this.shown.get(kind);
    if (former?.text === text) return;
    if (former) Notification.dismiss(former.id);
    const actions: Notification.IAction[] = [
      { label: 'Reload', displayType: 'accent', callback: () => this.options.reload() },
      { label: 'Not now', callback: () => undefined }
    ];
    const id = Notification.emit(
      reload ? `${text} Your work is saved first; cells have to be run again.` : text,
      kind === 'ready' ? 'info' : 'warning',
      { autoClose: false, actions: reload ? actions : [] }
    );
    this.shown.set(kind, { id, text });
    if (kind === 'full') this.options.onTold();
  }
}
