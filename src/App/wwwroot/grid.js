// What a grid of fields adds where scripts run: keys that move, blocks that are pasted, totals that follow, and nothing typed that is lost.
(() => {
  'use strict';
  const narrow = text => text.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).replace(/[\u3000\u00A0\s]/g, '').replace(/^(\d{1,3}(,\d{3})+)(\.\d+)?$/, all => all.replace(/,/g, ''));
  const numberOf = text => { const t = narrow(text); return /^[+-]?\d+(\.\d+)?$/.test(t) ? Number(t) : null; };
  const say = number => number === null ? '空白' : String(Math.round(number * 1e6) / 1e6);

  for (const form of document.querySelectorAll('form[data-grid]')) {
    const rows = [...form.querySelectorAll('table.grid tr')].map(row => [...row.querySelectorAll('[data-key]')]).filter(row => row.length > 0);
    const byKey = new Map(rows.flat().map(field => [field.dataset.key, field]));
    const inputs = [...form.querySelectorAll('input[data-key]')];
    const at = field => field.tagName === 'INPUT' ? numberOf(field.value) : (field.textContent === '空白' ? null : Number(field.textContent));

    const add = () => {
      // Totals of totals settle in a second round.
      for (let round = 0; round < 2; round++)
        for (const total of form.querySelectorAll('output[data-total]')) {
          const parts = total.dataset.total.split(' ').map(key => byKey.get(key)).filter(Boolean).map(at).filter(number => number !== null);
          total.textContent = parts.length === 0 ? '空白' : say(parts.reduce((sum, number) => sum + number, 0));
        }
      for (const gap of form.querySelectorAll('output[data-balance]')) {
        const [received, carriedIn, closed, carriedOver] = gap.dataset.balance.split(' ').map(key => at(byKey.get(key)) ?? 0);
        const left = received + carriedIn - closed - carriedOver;
        gap.textContent = say(left);
        gap.classList.toggle('gap', left !== 0);
      }
      for (const said of form.querySelectorAll('[data-difference]')) {
        const field = byKey.get(said.dataset.difference);
        const now = at(field), before = field.dataset.before === undefined || field.dataset.before === '' ? null : Number(field.dataset.before);
        said.textContent = now === null || before === null ? '' : now > before ? `，多 ${say(now - before)}` : now < before ? `，少 ${say(before - now)}` : '，相同';
      }
    };

    const go = field => { if (!field) return false; field.focus(); if (field.select) field.select(); return true; };
    const beside = (field, down, right) => {
      for (let r = rows.findIndex(row => row.includes(field)) + down, c = rows.find(row => row.includes(field)).indexOf(field) + right; ; r += down, c += right) {
        const row = rows[r];
        if (!row || c < 0 || c >= row.length) return null;
        if (row[c].tagName === 'INPUT') return row[c];
      }
    };
    form.addEventListener('keydown', event => {
      const field = event.target;
      if (field.tagName !== 'INPUT' || !field.dataset.key || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
      const start = field.selectionStart === 0, end = field.selectionEnd === field.value.length;
      const moved = event.key === 'Enter' ? go(beside(field, event.shiftKey ? -1 : 1, 0)) || go(inputs[inputs.indexOf(field) + 1]) || go(form.querySelector('textarea'))
        : event.key === 'ArrowDown' ? go(beside(field, 1, 0))
        : event.key === 'ArrowUp' ? go(beside(field, -1, 0))
        : event.key === 'ArrowRight' && end ? go(beside(field, 0, 1))
        : event.key === 'ArrowLeft' && start ? go(beside(field, 0, -1)) : false;
      if (moved || event.key === 'Enter') event.preventDefault();
    });
    form.addEventListener('paste', event => {
      const field = event.target, text = event.clipboardData.getData('text/plain');
      if (!field.dataset || !field.dataset.key || !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      const top = rows.findIndex(row => row.includes(field)), left = rows[top].indexOf(field);
      text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach((line, r) => line.split('\t').forEach((value, c) => {
        const cell = (rows[top + r] || [])[left + c];
        if (cell && cell.tagName === 'INPUT') cell.value = narrow(value);
      }));
      add();
      form.dispatchEvent(new Event('input'));
    });
    form.addEventListener('change', event => { if (event.target.dataset.key) { event.target.value = narrow(event.target.value); add(); } });
    form.addEventListener('input', add);
  }

  for (const area of document.querySelectorAll('textarea[data-count]')) {
    const count = document.getElementById(area.dataset.count), words = count.textContent.replace(/^\d+/, '');
    area.addEventListener('input', () => { count.textContent = area.value.replace(/\s/g, '').length + words; });
  }

  // What was typed and not saved is kept in this tab until it stands in the fields again, or is thrown away.
  for (const form of document.querySelectorAll('form[data-grid], form[data-keep]')) {
    const key = 'typed:' + location.pathname, fields = [...form.querySelectorAll('input[data-key], textarea')];
    const shown = new Map(fields.map(field => [field.name, field.value]));
    const forget = () => { try { sessionStorage.removeItem(key); } catch { /* Keeping is a comfort. */ } };
    let kept;
    try { kept = JSON.parse(sessionStorage.getItem(key) || 'null'); } catch { kept = null; }
    const lost = kept ? fields.filter(field => field.name in kept && kept[field.name] !== field.value) : [];
    if (lost.length === 0) forget();
    else {
      const notice = document.createElement('div');
      notice.className = 'warn';
      notice.setAttribute('role', 'status');
      notice.append(`上次有 ${lost.length} 处没有保存。 `);
      const button = (words, act) => { const one = document.createElement('button'); one.type = 'button'; one.className = 'plain'; one.textContent = words; one.addEventListener('click', () => { act(); notice.remove(); }); notice.append(one, ' '); };
      button('放回表中', () => { for (const field of lost) field.value = kept[field.name]; form.dispatchEvent(new Event('input')); });
      button('不要了', forget);
      form.before(notice);
    }
    form.addEventListener('input', () => {
      const typed = {};
      for (const field of fields) if (field.value !== shown.get(field.name)) typed[field.name] = field.value;
      try { sessionStorage.setItem(key, JSON.stringify(typed)); } catch { /* Keeping is a comfort. */ }
    });
  }
})();
