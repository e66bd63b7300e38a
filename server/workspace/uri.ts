// One spelling for each uri: editors and Node encode the same path differently. Must not know files.

/** Every segment decoded and encoded again, a drive's letter small. What is no uri stays as it is. */
export function canonical(uri: string): string {
  const [, head, path] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/i.exec(uri) ?? [];
  if (head === undefined || path === undefined) return uri;
  const segments = path.split('/').map((s) => encodeURIComponent(decode(s)));
  return head.toLowerCase() + segments.join('/').replace(/^\/([A-Za-z])%3A(?=\/|$)/, (_, drive: string) => `/${drive.toLowerCase()}%3A`);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The folder of a file's uri, without a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(uri.lastIndexOf('/'), uri.indexOf(':') + 1));
