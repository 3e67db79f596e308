// What the office adds where scripts run: one click makes one record.
(() => {
  'use strict';
  document.addEventListener('submit', event => {
    const form = event.target;
    // What opens beside leaves this page as it is, ready to be sent again.
    if (form.target) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    const button = event.submitter;
    if (button) { button.setAttribute('aria-disabled', 'true'); button.dataset.words = button.textContent; button.textContent = '正在提交…'; }
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

  // A date is pasted as it stands in a letter: 20260921, 2026.9.21, 2026年9月21日, full-width digits too.
  document.addEventListener('paste', event => {
    const field = event.target;
    if (field.type !== 'date') return;
    const plain = event.clipboardData.getData('text').trim().replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xFEE0));
    const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) || /^(\d{4})[-.\/年．－](\d{1,2})[-.\/月．－](\d{1,2})日?$/.exec(plain);
    if (!parts) return;
    event.preventDefault();
    field.value = `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // Keys, all with Alt, so that none is lost to a word that someone types; a question mark outside of a field lists them.
  const place = document.querySelector('main');
  const keys = [
    ['g', '回到工作台', () => document.querySelector('.office-menu a')?.click()],
    ['m', '打开消息', () => document.querySelector('.office-menu a[href$="/office/notices/"]')?.click()],
    ['k', '跳到第一个筛选或填写的地方', () => place?.querySelector('form input:not([type=hidden]), form select, form textarea')?.focus()],
    ['s', '提交正在填写的表单', () => (document.activeElement?.closest('form[method="post"]') || place?.querySelector('form[method="post"].fields'))?.querySelector('button:not([type=button])')?.click()],
    ['n', '下一页', () => document.querySelector('.pager a[rel="next"]')?.click()],
    ['b', '上一页', () => document.querySelector('.pager a[rel="prev"]')?.click()],
  ];
  const list = () => {
    let box = document.getElementById('kuaijiejian');
    if (!box) {
      box = document.createElement('dialog');
      box.id = 'kuaijiejian';
      box.setAttribute('aria-labelledby', 'kuaijiejian-title');
      const title = document.createElement('h2');
      title.id = 'kuaijiejian-title';
      title.textContent = '快捷键';
      const lines = document.createElement('dl');
      lines.className = 'facts';
      for (const [key, words] of [...keys.map(([key, words]) => [`Alt + ${key.toUpperCase()}`, words]), ['?', '打开这张表（光标不在输入框时）'], ['Esc', '关闭这张表']]) {
        const term = document.createElement('dt');
        term.textContent = key;
        const about = document.createElement('dd');
        about.textContent = words;
        lines.append(term, about);
      }
      const close = document.createElement('button');
      close.type = 'button';
      close.textContent = '关闭';
      close.addEventListener('click', () => box.close());
      box.append(title, lines, close);
      document.body.append(box);
    }
    if (box.showModal && !box.open) box.showModal();
  };
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
    if (!event.altKey && !typing && (event.key === '?' || event.key === '？')) { event.preventDefault(); list(); return; }
    if (!event.altKey || event.shiftKey) return;
    const known = keys.find(([key]) => event.key.toLowerCase() === key);
    if (known) { event.preventDefault(); known[2](); }
  });

  // On a phone a list reads as cards: each cell bears the words of its column. The roles keep it a table for those who listen.
  for (const table of document.querySelectorAll('table.list')) {
    const heads = table.tHead?.rows.length === 1 ? [...table.tHead.rows[0].cells] : [];
    if (!heads.length || heads.some(head => head.colSpan > 1)) continue;
    table.setAttribute('role', 'table');
    for (const group of [table.tHead, ...table.tBodies]) group.setAttribute('role', 'rowgroup');
    for (const row of table.rows) {
      row.setAttribute('role', 'row');
      for (const [i, cell] of [...row.cells].entries()) {
        const head = row.parentElement === table.tHead;
        cell.setAttribute('role', head ? 'columnheader' : cell.scope === 'row' ? 'rowheader' : 'cell');
        if (!head && heads[i]?.textContent.trim()) cell.dataset.label = heads[i].textContent.trim();
      }
    }
    table.classList.add('stacked');
  }

  // The task centre keeps itself up to date while something runs; without script there is a link.
  const jobs = document.querySelector('table[data-jobs]');
  const runs = () => [...jobs.querySelectorAll('tr[data-job]')].filter(row => ['Waiting', 'Running'].includes(row.dataset.state));
  const look = async () => {
    let standing = [];
    try { standing = await (await fetch(jobs.dataset.jobs, { headers: { Accept: 'application/json' } })).json(); } catch { /* It is asked again. */ }
    for (const job of standing) {
      const row = jobs.querySelector(`tr[data-job="${job.handle}"]`);
      if (!row) continue;
      if (row.dataset.state !== job.state) {
        // What has ended is said, and then shown with its files.
        document.getElementById('jinzhan').textContent = `${row.cells[0].textContent}：状态有变化，正在刷新。`;
        setTimeout(() => location.reload(), 700);
        return;
      }
      row.querySelector('[data-progress]').textContent = job.progress;
      row.querySelector('[data-elapsed]').textContent = job.elapsed;
    }
    if (runs().length) setTimeout(look, 2000);
  };
  if (jobs && runs().length) setTimeout(look, 2000);
})();
