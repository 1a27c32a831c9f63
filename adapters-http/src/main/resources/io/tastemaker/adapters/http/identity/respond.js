// The token stands in the fragment, which no browser sends to a server and no log keeps. Opening is a POST of this page, so that scanners
// which fetch links open nothing.
const token = decodeURIComponent(location.hash.slice(1));
// What the link leads to: an invitation into a campaign, or to a proposal.
const routes = token.startsWith('pl_')
  ? { answer: '/proposal-responses', stop: '/proposal-mail-suppressions' }
  : { answer: '/invitation-responses', stop: '/mail-suppressions' };

const form = document.getElementById('form');
const stop = document.getElementById('stop');
const lead = document.getElementById('lead');
const message = document.getElementById('message');

class Refused extends Error {}

async function post(path, body) {
  const answer = await fetch('/api/v1' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const text = await answer.text();
  const document = text ? JSON.parse(text) : {};
  if (!answer.ok) throw new Refused(document.detail ?? document.title);
  return document;
}

/** What both kinds have in common, as it is shown. */
function shown(invitation) {
  if (invitation.campaign) {
    const { name, brief, website_url, starts_on, ends_on } = invitation.campaign;
    return { name, brief, lead: 'invites you to take part.', facts: { Page: website_url }, starts_on, ends_on, deliverables: [] };
  }
  const { title, summary, conditions, fee, starts_on, ends_on, deliverables } = invitation.proposal;
  const brief = [invitation.note, summary, conditions].filter(Boolean).join('\n\n');
  return { name: title, brief, lead: 'has a proposal for you.', facts: { Fee: fee && fee.amount + ' ' + fee.currency }, starts_on, ends_on, deliverables };
}

function show(invitation) {
  const offer = shown(invitation);
  document.getElementById('campaign').textContent = offer.name;
  lead.textContent = invitation.team + ' ' + offer.lead;
  document.getElementById('brief').textContent = offer.brief;
  list('deliverables', offer.deliverables);
  const facts = document.getElementById('facts');
  facts.replaceChildren();
  const dates = [offer.starts_on, offer.ends_on].filter(Boolean).join(' – ');
  for (const [name, value] of [...Object.entries(offer.facts), ['Time', dates], ['Answer until', invitation.expires_at.slice(0, 10)]]) {
    if (!value) continue;
    const term = document.createElement('dt');
    term.textContent = name;
    const text = document.createElement('dd');
    text.textContent = value;
    facts.append(term, text);
  }
  list('messages', invitation.messages.map(one => (one.from === 'creator' ? 'You: ' : invitation.team + ': ') + one.text));
  for (const button of form.querySelectorAll('button')) button.hidden = !invitation.allowed.includes(button.value);
  form.hidden = invitation.allowed.length === 0;
}

function list(id, lines) {
  const element = document.getElementById(id);
  element.replaceChildren(...lines.map(line => {
    const item = document.createElement('li');
    item.className = 'words';
    item.textContent = line;
    return item;
  }));
  element.hidden = lines.length === 0;
}

const said = {
  open: '',
  reply: 'Your message was sent.',
  apply: 'You applied. The team will decide.',
  accept: 'You take part. The team will write to you.',
  approve: 'You agreed. The team will write to you.',
  decline: 'You declined. Thank you for answering.',
};

async function answer(action, words) {
  message.className = '';
  try {
    const body = { token, action };
    if (words) body.message = words;
    show(await post(routes.answer, body));
    message.textContent = said[action];
    form.reset();
  } catch (failure) {
    message.className = 'bad';
    message.textContent = failure instanceof Refused ? failure.message : 'The server cannot be reached. Please try again.';
    if (action === 'open') lead.textContent = 'This cannot be answered.';
  }
  stop.hidden = false;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const words = new FormData(form).get('message').trim();
  const action = event.submitter.value;
  if ((action === 'reply' || action === 'apply') && !words) {
    message.textContent = 'Please write something first.';
    return;
  }
  answer(action, words);
});

stop.addEventListener('submit', async event => {
  event.preventDefault();
  try {
    await post(routes.stop, { token });
    form.hidden = true;
    stop.hidden = true;
    message.className = '';
    message.textContent = 'Nobody will write to you again.';
  } catch (failure) {
    message.className = 'bad';
    message.textContent = failure instanceof Refused ? failure.message : 'The server cannot be reached. Please try again.';
  }
});

if (token) {
  answer('open');
} else {
  lead.textContent = '';
  message.className = 'bad';
  message.textContent = 'This link is incomplete. Please open the whole link of the mail.';
}
