// The language server under Node: the editor's connection, the machine's disk.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DiskHost } from './host/disk';
import { serve } from './lsp/server';
import { machineClock } from './workspace/clock';

const disk = new DiskHost();

serve(createConnection(ProposedFeatures.all), { host: () => disk, clock: machineClock });
