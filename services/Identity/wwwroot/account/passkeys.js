// Forms that a passkey answers: data-passkey holds the browser's options, "create" or "get" says what for. Without script, or in a
// browser without passkeys, they stay hidden.
const supported = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function answer(form) {
  const options = JSON.parse(form.dataset.passkey);
  const credential = form.dataset.passkeyFor === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential);
}

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  form.closest('[hidden]')?.removeAttribute('hidden');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const status = form.querySelector('[role="status"]');
    status.textContent = '';
    try {
      form.elements.credential.value = await answer(form);
      form.submit();
    } catch {
      // Closed by the reader, no passkey here, or one that is registered already: the browser has said which.
      status.textContent = form.dataset.passkeyFailed;
    }
  });
}
