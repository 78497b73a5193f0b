// Plain JavaScript, so that a Node too old to read TypeScript can still say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Måttstock runs on Node 22.18 or later; this is ${process.versions.node}.\n` +
      'Run it through npm (npm start, npm test): "npm ci" has installed a Node that npm uses by itself.\n',
  );
  process.exit(1);
}
