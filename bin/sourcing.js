#!/usr/bin/env node
// Runs the command on the Node that npm installed beside it (the `node` package), whatever Node calls this file:
// from a clone the TypeScript as it is, from a packed package the JavaScript in dist/.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isClone = existsSync(join(root, 'src', 'main.ts'));
const entry = isClone ? join(root, 'src', 'main.ts') : join(root, 'dist', 'main.js');
const leastMajor = 24;

/** Path of the pinned Node, or null where npm left it out. */
function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

const major = Number(process.versions.node.split('.')[0]);
const node = major >= leastMajor ? process.execPath : pinnedNode();
if (node === null) {
  process.stderr.write(
    `sourcing: this needs Node ${leastMajor}, and this is Node ${process.versions.node}. The package "node", which brings it, is missing: run "npm install" again without --omit or --ignore-scripts.\n`,
  );
  process.exit(5);
}

const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
let isAsked = false;
/** Asks the child to stop. */
const pass = (signal) => {
  isAsked = true;
  child.kill(signal);
};
// What is sent to this process is passed on. Ctrl-C reaches the child by itself too (same terminal), and is one for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
// npx starts this by a shell, to which it passes signals, and which ends by them without passing them on.
// oxlint-disable-next-line no-restricted-properties -- it is no setting: npm says here how it was called.
if (process.env.npm_command === 'exec') {
  const parent = process.ppid;
  setInterval(() => {
    // Asked a second time, the child would end without finishing.
    if (process.ppid !== parent && !isAsked) pass('SIGTERM');
  }, 500).unref();
}
child.on('error', (error) => {
  process.stderr.write(`sourcing: ${node} could not be started: ${error.message}\n`);
  process.exit(5);
});
child.on('exit', (code, signal) => {
  process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 70));
});
