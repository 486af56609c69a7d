// Saves a draft while it is written, by sending the form as its Save button does. What the server does not have yet is kept in this
// browser until it has. Without this script the button saves.
const wait = 2_000; // after the last key
const again = 15_000; // after a save that failed
const patience = 20_000;

const form = document.querySelector('form[data-draft]');
const token = form.querySelector('[name=__RequestVerificationToken]');
const versions = document.querySelectorAll('input[name=version]');
const status = document.getElementById('draft-status');
const notice = document.getElementById('draft-kept');
const key = `draft:${location.pathname.split('/').pop()}`;
const isComparison = form.dataset.draft === 'compared';

let unsaved = null; // the form, as it would be sent, that the server does not have yet
let sent = null; // what was sent without an answer: the server may have it
let saving = null;
let timer = 0;
let isKept = false;
let isLeaving = false;
let isStopped = isComparison; // beside somebody else's text only the reader decides what is saved

// The browser's own memory of what was typed would bring back an old version with it.
form.autocomplete = 'off';
form.addEventListener('input', () => {
    keep();
    later(wait);
});
document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
document.addEventListener('submit', saveFirst);
addEventListener('online', save);
addEventListener('pageshow', event => { if (event.persisted) location.replace(location.pathname); });

const left = read();
if (form.dataset.draft !== 'stored') {
    keep();
    save();
} else if (left) {
    takeUp(left);
} else if ([...form.elements].some(isChanged)) {
    // Somebody was faster than this script, on a slow link.
    keep();
    later(wait);
}

function save() {
    if (unsaved && !isStopped) saving ??= saveOnce().finally(() => saving = null);
    return saving;
}

async function saveOnce() {
    clearTimeout(timer);
    sent ??= unsaved;
    const answer = await post(sent);
    isStopped = answer.state === 'conflict';
    if (answer.state === 'saved') {
        for (const field of versions) field.value = answer.version;
        if (sent === unsaved) {
            forget(unsaved);
            unsaved = null;
        } else {
            keep();
            later(wait);
        }
    } else if (!isStopped) {
        later(again);
    }
    if (answer.isFinal) sent = null;
    say(answer.state);
    return answer.state;
}

function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
}

async function post(text) {
    const body = new URLSearchParams(text);
    body.set('then', 'autosave');
    body.set(token.name, token.value);
    try {
        // Outlives the page when the reader leaves it; what is too long for that stays kept.
        const response = await fetch(form.action, { method: 'POST', body, keepalive: document.hidden, signal: AbortSignal.timeout(patience) });
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const version = page.querySelector('form[data-draft] input[name=version]')?.value;
        const state = response.ok && version ? 'saved' : { 401: 'signedOut', 409: 'conflict' }[response.status] ?? 'failed';
        return { state, version, isFinal: response.status < 500 };
    } catch {
        return { state: 'offline', isFinal: false };
    }
}

// Whichever form of the page is sent: what was typed is saved before, so that nothing stays behind and every version is right.
async function saveFirst(event) {
    if (!unsaved || isStopped) return;
    event.preventDefault();
    if (isLeaving) return;
    isLeaving = true;
    let state = 'saved';
    while (unsaved && state === 'saved') state = await save();
    isLeaving = false;
    // Without a connection the browser's error page would be all that is left.
    if (state === 'offline') return;
    document.removeEventListener('submit', saveFirst);
    event.target.requestSubmit(event.submitter);
    document.addEventListener('submit', saveFirst);
}

// The version it was based on goes with it: where somebody else has saved since, it replaces nothing.
async function takeUp(text) {
    form.inert = true;
    const { state, version } = await post(text);
    if (state === 'saved') {
        forget(text);
        if (version !== form.querySelector('[name=version]').value) return location.replace(`${location.pathname}?saved`);
        form.inert = false;
        return;
    }
    notice.hidden = false;
    document.getElementById('draft-restore').addEventListener('click', () => restore(text));
    document.getElementById('draft-discard').addEventListener('click', () => {
        forget(text);
        notice.hidden = true;
        form.inert = false;
        form.querySelector('input:not([type=hidden])').focus();
    });
}

function restore(text) {
    const fields = [...new URLSearchParams(text), ['then', 'save'], [token.name, token.value]];
    const kept = Object.assign(document.createElement('form'), { method: 'post', action: form.action, hidden: true });
    kept.append(...fields.map(([name, value]) => Object.assign(document.createElement('textarea'), { name, value })));
    document.body.append(kept);
    kept.submit();
}

function isChanged(control) {
    if (control.type === 'file') return false;
    if (control.type === 'checkbox') return control.checked !== control.defaultChecked;
    if (control.options) return control.selectedIndex !== Math.max(0, [...control.options].findIndex(option => option.defaultSelected));
    // A browser shows stored line endings, and blanks around an address, in a way of its own.
    return 'defaultValue' in control && control.value.trim() !== control.defaultValue.replaceAll('\r\n', '\n').trim();
}

function written() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
        // Files go with the form itself.
        if (name !== token.name && typeof value === 'string') fields.append(name, value.replace(/\r?\n/g, '\r\n'));
    }
    // Based on neither of the two texts: when it is taken up again, it is compared again.
    if (isComparison) fields.set('version', '0');
    return fields.toString();
}

function say(state) {
    const texts = status.dataset;
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const parts = state === 'saved' ? [texts.saved.replace('{0}', time)] : [texts[state], ' ', isKept ? texts.kept : texts.notKept];
    if (state === 'signedOut') parts.push(' ', Object.assign(document.createElement('a'), { href: texts.signInAt, textContent: texts.signIn }));
    status.classList.toggle('draft-unsaved', state !== 'saved');
    // The same words are not announced again.
    if (status.textContent !== parts.map(part => part.textContent ?? part).join('')) status.replaceChildren(...parts);
}

function keep() {
    unsaved = written();
    try {
        localStorage.setItem(key, unsaved);
        isKept = true;
    } catch {
        isKept = false; // switched off or full
    }
}

function read() {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

// Another tab may keep another text there.
function forget(text) {
    if (read() === text) localStorage.removeItem(key);
}
