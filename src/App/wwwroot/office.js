// What the office adds where scripts run: one click makes one record, and a composing input method never submits.
(() => {
  'use strict';
  let composed = 0;
  document.addEventListener('compositionend', event => { composed = event.timeStamp; }, true);
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    // The key that ends a composition comes with it, or right after it.
    if (event.isComposing || event.keyCode === 229 || event.timeStamp - composed < 50) event.preventDefault();
  }, true);
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    const button = event.submitter;
    if (button && !form.target) { button.setAttribute('aria-disabled', 'true'); button.dataset.words = button.textContent; button.textContent = '正在提交…'; }
  });
  // Whoever comes back with the back button may send again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll('button[data-words]')) { button.textContent = button.dataset.words; button.removeAttribute('aria-disabled'); }
    }
  });
  // What is typed is kept on the server every few seconds; password and file fields are not.
  for (const form of document.querySelectorAll('form[data-draft]')) {
    const state = document.createElement('p');
    state.className = 'hint draft-state';
    state.setAttribute('role', 'status');
    form.append(state);
    let waiting = 0;
    const keep = async () => {
      waiting = 0;
      if (form.dataset.sent) return;
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && form.elements[name]?.type !== 'password') fields.append(name, value);
      }
      try {
        const answer = await fetch(form.dataset.draft, { method: 'PUT', body: fields, credentials: 'same-origin' });
        const time = new Date().toTimeString().slice(0, 5);
        state.textContent = answer.ok ? `草稿已于 ${time} 保存` : '草稿没有保存成功，请尽快提交';
      } catch { state.textContent = '网络不通，草稿没有保存'; }
    };
    form.addEventListener('input', () => { if (!waiting) waiting = setTimeout(keep, 3000); });
  }
  document.querySelector('.problem[autofocus]')?.focus();
})();
