#!/usr/bin/env node
// `npm run screenshots`: pictures of the extension over a copy of the sample, light, dark and in high contrast, into docs/screenshots.
// Names of pictures and of themes (light, dark, high-contrast) take those alone. On Linux only.
// Must not change the sample; what it shows is what the build shows.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { comes, coverageLine, goTo, openCoverage, openFile, openFixes, squiggle } from './pages.mjs';
import { install, root, runNode } from './project.mjs';
import { copyOfSample } from './sample.mjs';
import { install as installVscode } from './vscode-host/install.mjs';
import { ready, serve, THEMES } from './vscode-host/serve.mjs';

const out = path.join(root, 'docs', 'screenshots');
const SIZE = { width: 1200, height: 700, scale: 1.5 };

const type = (page, text) => page.keyboard.type(text, { delay: 20 });

/** Each picture: what is done before it is taken. The page is fresh, the contract is open, and its findings are there. */
const pictures = {
  findings: async (page) => {
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
  },
  fixes: async (page) => {
    await openFile(page, 'lohnkontor-payroll.contract.yaml');
    await squiggle(page).waitFor();
    await openFixes(page, 2, 8);
  },
  'fix-applied': async (page) => {
    const menu = await openFixes(page, 1, 8);
    await menu.first().click();
    await page.locator('.snippet-placeholder').first().waitFor({ state: 'attached' });
  },
  'many-fixes-applied': async (page) => {
    await openFile(page, 'lohnkontor-payroll.contract.yaml');
    await squiggle(page).waitFor();
    const menu = await openFixes(page, 2, 8);
    await menu
      .filter({ hasText: /^Add all 5/ })
      .first()
      .click();
    await page.locator('.snippet-placeholder').first().waitFor({ state: 'attached' });
    await type(page, 'the bank gateway of Lohnkontor');
    await page.keyboard.press('Tab');
  },
  completion: async (page) => {
    await openFile(page, 'payroll-hr.sla.yaml');
    await squiggle(page).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'exceptions' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    // Pressed where no item is chosen yet it only asks for the list again.
    for (let left = 5; left > 0 && !(await comes(page.locator('.suggest-details:visible').first(), 3000)); left--)
      await page.keyboard.press('Control+Space');
  },
  'hover-on-a-target': async (page) => {
    await openFile(page, 'mail-hr.sla.yaml');
    await page.locator('.view-line', { hasText: 'id: availability' }).first().waitFor();
    await goTo(page, 15, 55);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  'lenses-and-annotations': async (page) => {
    await openFile(page, 'mail-hr.sla.yaml');
    await page.locator('.codelens-decoration').first().waitFor();
    await page.getByText('down at most', { exact: false }).first().waitFor();
  },
  walkthrough: async (page) => {
    await page.keyboard.press('F1');
    await page.keyboard.type('Welcome: Open Walkthrough');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Your first SLA' }).first().waitFor();
    await page.keyboard.type('Your first SLA');
    await page.keyboard.press('Enter');
    await page.locator('.getting-started-step').filter({ hasText: 'Begin the agreement' }).first().click();
    await page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .getByText('A service target')
      .first()
      .waitFor({ state: 'attached' });
  },
  'looking-back': async (page) => {
    await openCoverage(page);
    await page.locator('.sidebar').hover();
    await page.getByRole('button', { name: 'Coverage on a Day, or for a Period…' }).click();
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type('2026-01-01 to 2026-12-31');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Coverage as of Today' }).waitFor();
    await coverageLine(page, '7.2:').click();
  },
  hover: async (page) => {
    await openFile(page, 'mail-hr.sla.yaml');
    const field = page.locator('.view-line', { hasText: /^targets:/ }).first();
    await field.hover({ position: { x: 20, y: 8 } });
    await page.locator('.monaco-hover:visible').first().waitFor();
  },
  coverage: async (page) => {
    await openCoverage(page);
    await coverageLine(page, '7.2:').click();
    await coverageLine(page, 'end of the contract').click();
    await coverageLine(page, 'missing').waitFor();
  },
  'coverage-by-stage': async (page) => {
    await openCoverage(page);
    await page.getByRole('button', { name: 'Coverage by Plan-Do-Check-Act' }).click();
    await coverageLine(page, 'plan:').waitFor();
    await coverageLine(page, 'act:').click();
  },
  'new-evidence': async (page) => {
    await page.keyboard.press('F1');
    await page.keyboard.type('SMS Evidence: New Evidence');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'New Evidence' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'service level agreement' }).first().waitFor();
  },
};

async function take(theme, name, steps) {
  const sample = copyOfSample();
  const host = await serve({ extension: root, workspace: sample.folder, theme, settings: { 'editor.minimap.enabled': false } });
  try {
    const page = await host.page(SIZE);
    await ready(page);
    await openFile(page, 'acme-hosting.contract.yaml');
    await squiggle(page).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Activating' }).first().waitFor({ state: 'hidden' });
    await steps(page);
    await page.screenshot({ path: path.join(out, `${name}-${theme}.png`), animations: 'disabled' });
    console.log(`${name}-${theme}.png`);
  } finally {
    await host.close();
    sample.remove();
  }
}

const only = process.argv.slice(2);
await install();
if ((await runNode('scripts/build.mjs')) !== 0) throw new Error('The build failed.');
installVscode();
mkdirSync(out, { recursive: true });
const chosen = Object.keys(THEMES).filter((theme) => only.includes(theme));
for (const theme of chosen.length > 0 ? chosen : Object.keys(THEMES)) {
  for (const [name, steps] of Object.entries(pictures)) {
    if (only.length === chosen.length || only.includes(name)) await take(theme, name, steps);
  }
}
