import type { FastifyInstance } from 'fastify'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated migration service</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body>
<header>
<h1>Simulated migration service</h1>
<p>For training, tests and demonstrations. Nothing here reaches any authority.</p>
</header>
<main>
<p id="summary" role="status">Reading…</p>
<p id="faults"></p>
<table>
<thead><tr><th>Reference</th><th>Guest</th><th>Citizenship</th><th>Arrival</th><th>Revision</th><th>Times received</th></tr></thead>
<tbody id="received"></tbody>
</table>
</main>
</body>
</html>
`

const STYLE = `:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem; }
h1 { font-size: 1.3rem; margin: 0; }
header p { margin: 0 0 1rem; opacity: .75; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .35rem .6rem; text-align: left; }
`

/** Everything received goes into the page as text, never as markup. */
const SCRIPT = `const summary = document.getElementById('summary')
const rows = document.getElementById('received')
const faults = document.getElementById('faults')

function row(notice) {
  const { person, stay, revision } = notice.payload
  const line = document.createElement('tr')
  const name = (person.surname + ' ' + person.givenNames).trim()
  for (const value of [notice.reference, name, person.citizenship, stay.arrivalAt, revision, notice.timesReceived]) {
    const cell = document.createElement('td')
    cell.textContent = String(value)
    line.append(cell)
  }
  return line
}

async function refresh() {
  try {
    const [received, rates] = await Promise.all(['/received', '/faults'].map(async (url) => (await fetch(url)).json()))
    rows.replaceChildren(...received.toReversed().map(row))
    summary.textContent = received.length + ' notices in force'
    const active = Object.entries(rates).filter(([, rate]) => rate > 0).map(([name, rate]) => name + ' ' + rate)
    faults.textContent = active.length === 0 ? 'No faults' : 'Faults: ' + active.join(', ')
  } catch {
    summary.textContent = 'The simulator does not answer'
  }
  setTimeout(refresh, 2000)
}

void refresh()
`

/** The page at `/`: what this service has received, read again every two seconds. */
export function servePage(server: FastifyInstance): void {
  const serve = (url: string, mediaType: string, content: string): void => {
    server.get(url, (_request, reply) =>
      reply
        .type(mediaType)
        .header('Content-Security-Policy', POLICY)
        .header('X-Content-Type-Options', 'nosniff')
        .header('Referrer-Policy', 'no-referrer')
        .header('Cache-Control', 'no-store')
        .send(content),
    )
  }
  serve('/', 'text/html; charset=utf-8', PAGE)
  serve('/page.css', 'text/css; charset=utf-8', STYLE)
  serve('/page.js', 'text/javascript; charset=utf-8', SCRIPT)
}
