// Asks the browser for a passkey, where it can, and sends what it says with the form.
(() => {
  'use strict';
  const can = window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON
    && !/^[\d.]+$|^\[/.test(location.hostname);
  if (!can) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const button = form.querySelector('button[type=button]');
    const said = form.querySelector('[data-said]');
    form.hidden = false;
    form.parentElement.querySelector('[data-passkey-needs]')?.remove();
    button.addEventListener('click', async () => {
      if (button.disabled) return;
      button.disabled = true;
      said.textContent = '请按浏览器的提示操作…';
      try {
        const answer = await fetch(form.dataset.ask, { method: 'POST', credentials: 'same-origin', body: new URLSearchParams({ _form: form.elements._form.value }) });
        if (!answer.ok) throw new Error(`${answer.status}`);
        const asked = await answer.json();
        const made = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
        form.querySelector('input[name$=redential]').value = JSON.stringify(made);
        form.requestSubmit();
      } catch {
        said.textContent = '没有完成。您可以重试，或改用其他方式。';
      } finally {
        button.disabled = false;
      }
    });
  }
})();
