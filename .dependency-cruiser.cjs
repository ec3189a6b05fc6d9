/** Who may import whom. STYLE: VS Code's and Signal's layers; see README.md, "Map". */
const SHELL = '^electron/(shell/|main\\.ts$|preload\\.ts$)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'electron-only-in-the-shell',
      comment: 'Only the thin shell knows Electron; the desk runs, and is tested, without it.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: SHELL },
      to: { path: '^node_modules/electron/|^electron$' },
    },
    {
      name: 'shell-is-the-outermost',
      comment: 'The desk, its store and its hosts know nothing of the window around them.',
      severity: 'error',
      from: { path: '^electron/', pathNot: SHELL },
      to: { path: SHELL },
    },
    {
      name: 'renderer-imports-only-shared',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|test|build)/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs in the page as well: no module of Node.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'channels-know-no-desk',
      comment: 'An adapter carries notices; it never reaches into the register or computes a deadline.',
      severity: 'error',
      from: { path: '^electron/channels/' },
      to: { path: '^electron/(desk|hosts|store)/' },
    },
    {
      name: 'no-cycles',
      comment: 'While loading. Types may refer to each other, and what is imported when it is needed may look back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  },
}
