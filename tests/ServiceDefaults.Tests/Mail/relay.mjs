// An SMTP server that nobody here wrote: npm's smtp-server, with a certificate, which lets nobody send who has not signed in.
// Says its port, and then each message as a line of JSON. Ends with its input.
import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [certificate, offersTls] = process.argv.slice(2);
const pem = readFileSync(certificate);
const say = line => process.stdout.write(`${line}\n`);
const server = new SMTPServer({
  key: pem,
  cert: pem,
  hideSTARTTLS: offersTls !== 'true',
  authOptional: false,
  onAuth({ username, password }, session, done) {
    return username === 'sender' && password === 'p@ss word' ? done(null, { user: username }) : done(new Error('no'));
  },
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      say(JSON.stringify({ user: session.user, secure: session.secure, to: session.envelope.rcptTo.map(to => to.address) }));
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => say(server.server.address().port));
process.stdin.on('end', () => process.exit()).resume();
