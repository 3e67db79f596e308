// Registration: the field of the channel's day is called as the law calls it, the days that follow stand beside it while one types, and Enter may lead on.
(() => {
  'use strict';
  const form = document.querySelector('form[data-dates]');
  if (!form) return;
  const [channel, arrived, confirmed] = ['Channel', 'Arrived', 'Confirmed'].map(name => form.elements[`Input.${name}`]);
  let asked = 0;
  const name = () => {
    const { arrival, hint, confirms } = channel.selectedOptions[0].dataset;
    form.querySelector('[data-arrival-words]').textContent = arrival;
    form.querySelector('[data-hint-words]').textContent = hint;
    form.querySelector('[data-confirmed]').hidden = !confirms;
    if (!confirms) confirmed.value = '';
  };
  // The answer comes as a document: text that becomes markup is what the page's policy forbids.
  const show = () => {
    const turn = ++asked;
    const query = new URLSearchParams({ channel: channel.value, arrived: arrived.value, confirmed: confirmed.value });
    const ask = new XMLHttpRequest();
    ask.open('GET', `${form.dataset.dates}&${query}`);
    ask.responseType = 'document';
    ask.onload = () => {
      const dates = ask.status === 200 && turn === asked ? ask.response?.getElementById('qixian') : null;
      if (dates) document.getElementById('qixian').replaceWith(document.adoptNode(dates));
    };
    // Where no answer comes, the button shows them too.
    ask.send();
  };
  channel.addEventListener('change', () => { name(); show(); });
  for (const field of [arrived, confirmed]) field.addEventListener('change', show);
  name();
  show();

  // Enter-to-next, for whoever registers many: chosen once, remembered on this computer. In a text of several lines Ctrl+Enter goes on.
  const choice = document.getElementById('huiche');
  choice.closest('[data-enter-choice]').hidden = false;
  try { choice.checked = localStorage.getItem('huiche') === 'next'; } catch { /* Remembering is a comfort. */ }
  choice.addEventListener('change', () => {
    try { localStorage.setItem('huiche', choice.checked ? 'next' : ''); } catch { /* The same. */ }
    if (choice.checked) channel.focus();
  });
  form.addEventListener('keydown', event => {
    const here = event.target;
    if (!choice.checked || event.key !== 'Enter' || event.defaultPrevented || event.altKey || event.shiftKey) return;
    if (here.tagName === 'BUTTON' || here.tagName === 'SUMMARY' || here.type === 'file' || here.tagName === 'TEXTAREA' && !event.ctrlKey) return;
    event.preventDefault();
    const stops = [...form.querySelectorAll('input:not([type=hidden]), select, textarea, button:not(.plain)')].filter(one => one.offsetParent !== null && !one.closest('details:not([open]) > :not(summary)'));
    const next = stops[stops.indexOf(here) + 1];
    if (!next) return;
    next.focus();
    if (next.select) next.select();
  });
})();
