// The token stands in the fragment, which no browser sends to a server and no log keeps; this page posts it once and forgets it.
const token = decodeURIComponent(location.hash.slice(1));
const query = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);

const form = document.getElementById('form');
const message = document.getElementById('message');
const api = '/api/v1';

class Refused extends Error {}

async function call(path, body, bearer) {
  const headers = { 'Content-Type': 'application/json' };
  if (bearer) headers.Authorization = 'Bearer ' + bearer;
  const answer = await fetch(api + path, { method: 'POST', headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await answer.text();
  const document = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    const faults = (document.errors ?? []).map(fault => fault.pointer.replace('#/', '') + ': ' + fault.detail);
    throw new Refused(faults.length ? faults.join('; ') : document.detail ?? document.title);
  }
  return document;
}

// Nobody goes on working in this page: what it signed in, it signs out.
async function leave(session) {
  await call('/auth/logout', undefined, session.access_token);
}

async function signIn(fields) {
  const first = await call('/auth/login', { email: fields.email, password: fields.password });
  if (!first.mfa_required) return first;
  const code = fields.code.replace(/\s/g, '');
  const proof = /^\d{6}$/.test(code) ? { code } : { recovery_code: code };
  return call('/auth/mfa/challenges/' + first.challenge_id + '/verify', { challenge_token: first.challenge_token, ...proof });
}

const pages = {
  'verify-email': async () => {
    await leave(await call('/auth/verify-email', { token }));
    return 'Your account is ready. You can sign in now.';
  },
  'confirm-email': async () => {
    await call('/auth/email/confirm', { token });
    return 'Done. Sign in with the new address from now on.';
  },
  'reset-password': async fields => {
    await call('/auth/password/reset', { token, password: fields.password });
    return 'The new password is set, and every session was ended. You can sign in now.';
  },
  'accept-invitation': async fields => {
    if (fields.who === 'new') {
      await call('/team-invitations/accept', { token, full_name: fields.full_name, password: fields.password });
    } else {
      const session = await signIn(fields);
      await call('/team-invitations/accept', { token }, session.access_token);
      await leave(session);
    }
    return 'You belong to the team now. You can sign in.';
  },
  'oauth-callback': async () => {
    if (query.has('error')) throw new Refused('The provider refused: ' + query.get('error'));
    const provider = location.pathname.split('/').pop();
    const session = await call('/auth/oauth/' + provider + '/callback', { code: query.get('code'), state: query.get('state') });
    document.getElementById('tokens').value = JSON.stringify(session, null, 2);
    document.getElementById('result').hidden = false;
    return 'You are signed in.';
  },
};

async function run() {
  const button = form.querySelector('button');
  button.disabled = true;
  message.className = '';
  message.textContent = 'One moment …';
  try {
    message.textContent = await pages[document.body.dataset.page](Object.fromEntries(new FormData(form)));
    document.getElementById('lead').hidden = true;
    form.hidden = true;
  } catch (failure) {
    message.className = 'bad';
    message.textContent = failure instanceof Refused ? failure.message : 'The server cannot be reached. Please try again.';
    button.disabled = false;
  }
}

for (const choice of form.querySelectorAll('[name=who]')) {
  choice.addEventListener('change', () => {
    for (const label of form.querySelectorAll('[data-who]')) {
      label.hidden = label.dataset.who !== choice.value;
      label.querySelector('input').disabled = label.hidden;
    }
  });
}
form.addEventListener('submit', event => {
  event.preventDefault();
  run();
});

if (document.body.dataset.page === 'oauth-callback') {
  run();
} else if (!token) {
  form.hidden = true;
  message.className = 'bad';
  message.textContent = 'This link is incomplete. Please open the whole link of the mail.';
}
