/** The command cannot do what was asked: one line that says what, where, and what to do. */

export class CommandError extends Error {
  override name = 'CommandError';
}

/** A system error in words, for a path that the user named. */
export function describeSystemError(error: unknown, path: string): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EISDIR: 'is a folder, and a file is wanted',
    ENOTDIR: 'a part of this path is a file, and a folder is wanted',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left on the disk'
  };
  return new CommandError(`${path}: ${reasons[code ?? ''] ?? message}`);
}
