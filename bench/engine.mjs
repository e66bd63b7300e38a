// The product's own engine without the wire: the very steps that its server takes between a change and its diagnostics.
// Must not know what is measured.
import { createRequire } from 'node:module';
import { root } from '../scripts/project.mjs';

const require = createRequire(import.meta.url);
const built = (file) => require(`${root}out/server/${file}`);

/** Opens files (name to text) as one SMS. `edit(name, text)` gives { read, judge, tell } in ms and the diagnostics of that file. */
export async function openEngine(files) {
  const { Workspace } = built('workspace/workspace.js');
  const { MemoryHost } = built('host/memory.js');
  const { machineClock } = built('workspace/clock.js');
  const { located, toDiagnostics } = built('lsp/diagnostics.js');
  const folder = 'file:///sms';
  const uriOf = (name) => `${folder}/${name}`;
  const fail = ({ rule, error }) => {
    throw new Error(`${rule}: ${error}`);
  };
  const host = new MemoryHost(new Map([...files].map(([name, text]) => [uriOf(name), text])));
  const workspace = new Workspace(
    host,
    built('knowledge/knowledge.js').loadKnowledge(),
    built('rules/gathered.js').rules,
    machineClock,
    fail,
  );
  const tell = () => {
    const told = new Map();
    for (const uri of workspace.takeChanged()) {
      const sms = workspace.smsOf(uri);
      told.set(
        uri,
        sms
          ? toDiagnostics(
              located(uri, sms),
              sms.files,
              (u) => u,
              () => undefined,
            )
          : [],
      );
    }
    return told;
  };
  const timed = async (work) => {
    const marks = [performance.now()];
    await work();
    marks.push(performance.now());
    workspace.settleAll();
    marks.push(performance.now());
    const told = tell();
    marks.push(performance.now());
    const [begin = 0, wasRead = 0, judged = 0, end = 0] = marks;
    return { read: wasRead - begin, judge: judged - wasRead, tell: end - judged, all: end - begin, told };
  };
  const opened = await timed(() => workspace.open([folder]));
  return {
    opened,
    /** Every file with what is found in it. */
    edit: async (name, text) => {
      const { told, ...times } = await timed(() => workspace.setOpen(uriOf(name), text));
      return { ...times, told, diagnostics: told.get(uriOf(name)) };
    },
  };
}
