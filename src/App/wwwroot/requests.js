// Registration: the field of the channel's day is called as the law calls it, and the days that follow stand beside it while one types.
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
  const show = async () => {
    const turn = ++asked;
    const query = new URLSearchParams({ channel: channel.value, arrived: arrived.value, confirmed: confirmed.value });
    try {
      const answer = await fetch(`${form.dataset.dates}&${query}`, { credentials: 'same-origin' });
      if (!answer.ok || turn !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.getElementById('qixian').replaceWith(page.getElementById('qixian'));
    } catch { /* The button shows them too. */ }
  };
  channel.addEventListener('change', () => { name(); show(); });
  for (const field of [arrived, confirmed]) field.addEventListener('change', show);
  name();
  show();
})();
