import type { RequestListener } from 'node:http';

const page = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>Maillage démarre</title>
<h1>Maillage démarre</h1>
<p>Le premier démarrage charge les données : comptez une à deux minutes. Cette page se recharge seule.</p>
</html>`;

/** Answers while the application is not there yet: alive, not ready. */
export const waitingPage: RequestListener = (request, response) => {
  const alive = request.url === '/health/live';
  response.writeHead(alive ? 200 : 503, {
    'content-type': alive ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '5',
    'content-security-policy': "default-src 'none'",
  });
  response.end(alive ? 'ok' : page);
};
