// Receives webhooks and verifies each with the library of Standard Webhooks. Writes a line for each
// that is right: webhook-id, type, verification, sequence. What is wrong ends it.
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const [port, secretFile, log] = process.argv.slice(2);
const webhook = new Webhook(readFileSync(secretFile, 'utf8').trim());
createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  try {
    const event = webhook.verify(body, request.headers);
    const about = event.data;
    appendFileSync(
      log,
      `${request.headers['webhook-id']} ${event.type} ${about.verification} ${about.sequence}\n`,
    );
    response.writeHead(204).end();
  } catch (failure) {
    console.error(`not verified: ${failure.message}`);
    process.exit(1);
  }
}).listen(Number(port), '127.0.0.1');
