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
  document.querySelector('.problem[autofocus]')?.focus();
})();
