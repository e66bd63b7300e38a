// Keys, pressed as a person does: in the served VS Code only, whose page our kit holds. Must not know what they do.

/** Whether keys can be pressed here; elsewhere a test that needs them has to be left out. */
export const canPress = process.platform === 'linux';

/** Asks the kit for it (scripts/vscode-host/run-tests.mjs); what comes of it has to be waited for. */
export const press = (key: string): void => console.log('vscode-host: press', key);
