// The browser entry of an extension, loaded as a web VS Code does: in the worker host, by http. Only in pages of ours, never in a person's browser.
// Must not know this project.
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { vscodeDir } from './install.mjs';

/**
 * A step to run on a page before it loads. The extension's folder is linked under the server's static folder (the page's content policy keeps other
 * origins out) and put into the page's own configuration, because a page takes extensions under development from there, not from the payload.
 */
export function webPage({ dir, authority, token, extension, closers }) {
  const { quality, commit } = JSON.parse(readFileSync(path.join(vscodeDir(dir), 'product.json'), 'utf8'));
  const folder = mkdtempSync(path.join(vscodeDir(dir), 'host-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(path.resolve(extension), path.join(folder, 'extension'));
  const extensions = [{ scheme: 'http', authority, path: `/${quality}-${commit}/static/${path.basename(folder)}/extension` }];
  const configured = (_, head, json) => {
    const config = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    config.developmentOptions = { ...config.developmentOptions, extensions };
    return `${head}${JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  };
  return async (context, page) => {
    // A redirect would set it otherwise, and route() doesn't see redirects.
    await context.addCookies([{ name: 'vscode-tkn', value: token, url: `http://${authority}` }]);
    await page.route(
      (url) => url.host === authority && url.pathname === '/',
      async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        const body = text.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, configured);
        await route.fulfill({ response, body });
      },
    );
  };
}
