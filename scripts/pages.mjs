// What a person does in VS Code, as steps on a page of it: open a file, open the view, put the cursor somewhere.
// Must not know what is tested or pictured with it.

/** Opens a file by its name through "Go to File". Asks again where it isn't in the list: VS Code may be looking through the folder just then. */
export async function openFile(page, name) {
  for (let left = 3; ; left--) {
    await page.keyboard.press('Control+P');
    await page.keyboard.type(name);
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    if (await comes(row, 10_000)) break;
    if (left === 0) throw new Error(`no file ${name} to go to`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Opens the coverage view and waits for its lines. */
export async function openCoverage(page) {
  await page.locator('.activitybar .action-item a[aria-label="SMS Evidence"]').click();
  await coverageLine(page, '').waitFor();
}

/** The first line of the coverage view that holds `text`. */
export const coverageLine = (page, text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();

/** The first stretch of the editor that is underlined as an error. */
export const squiggle = (page) => page.locator('.monaco-editor .squiggly-error').first();

/** Puts the cursor at a line and column, both from 1, of the active editor. */
export async function goTo(page, line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
}

/** Opens the menu of fixes at a line and column. Asks again where the menu doesn't come up: an extension may be busy just then. */
export async function openFixes(page, line, column) {
  const menu = page.locator('.action-widget .monaco-list-row.action');
  for (let left = 5; ; left--) {
    await goTo(page, line, column);
    await page.keyboard.press('Control+Period');
    if (await comes(menu.first(), 4000)) return menu;
    if (left === 0) throw new Error(`no fixes at ${line}:${column}`);
    await page.keyboard.press('Escape');
  }
}

/** Whether it shows within so many milliseconds. */
export const comes = (locator, timeout) =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
