// Files that an author names by their paths. Must not know which of them are there.

/** The uri of a file named beside a document, without a fragment (`plan.pdf#page=2`); undefined for what is no path, or where there is no folder. */
export function beside(uri: string, file: string): string | undefined {
  const [path = ''] = file.split('#');
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), uri).href.replace(/\/$/, '');
  } catch {
    return undefined;
  }
}
