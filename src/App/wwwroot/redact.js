// 区分处理: boxes are drawn with the mouse, a finger or the keys, and each is saved as it is made. Without script the same is done with forms.
(() => {
  'use strict';
  const place = document.querySelector('[data-redact]');
  if (!place) return;
  const sheet = place.querySelector('[data-sheet]');
  const bar = place.querySelector('[data-bar]');
  const live = name => place.querySelector(`[data-live="${name}"]`);
  const overlay = () => live('overlay');
  const alert = place.querySelector('[data-said]');
  const tell = words => { alert.textContent = words; alert.hidden = !words; };
  let unsaved = 0;
  window.addEventListener('beforeunload', event => { if (unsaved) { event.preventDefault(); event.returnValue = ''; } });

  // The answer comes as a document: text that becomes markup is what the page's policy forbids.
  const ask = (form, address) => new Promise((done, failed) => {
    const asked = new XMLHttpRequest();
    asked.open('POST', address);
    asked.responseType = 'document';
    asked.onload = () => asked.status < 300 && asked.response?.querySelector('[data-redact]') ? done(asked.response) : failed(asked.status);
    asked.onerror = () => failed(0);
    asked.send(form);
  });
  const show = (answer, focus) => {
    const open = new Set([...live('tools').querySelectorAll('details[open] > summary')].map(one => one.textContent));
    const add = live('tools').querySelector('[data-add]');
    const [ground, note] = [add?.elements['Input.Ground'].value, add?.elements['Input.Note'].value];
    for (const part of place.querySelectorAll('[data-live]')) {
      const fresh = answer.querySelector(`[data-live="${part.dataset.live}"]`);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
    for (const summary of live('tools').querySelectorAll('details > summary')) if (open.has(summary.textContent)) summary.parentElement.open = true;
    const again = live('tools').querySelector('[data-add]');
    // What was chosen for the last mark is chosen for the next.
    if (again && ground) { again.elements['Input.Ground'].value = ground; if (!again.elements['Input.Note'].value) again.elements['Input.Note'].value = note; }
    dress();
    if (focus) overlay()?.querySelector(`[data-place="${CSS.escape(focus)}"]`)?.focus();
    const problem = live('said').querySelector('.problem');
    if (problem) { problem.setAttribute('tabindex', '-1'); problem.focus(); }
  };
  // One after the other, each with the newest count of changes; what changed again while it was sent is not drawn over.
  let line = Promise.resolve(), waiting = 0, revision = null;
  const send = (form, address, focus, undo) => {
    const fields = form instanceof FormData ? form : new FormData(form);
    waiting++; unsaved++;
    line = line.then(async () => {
      if (revision !== null) fields.set('Input.Revision', revision);
      try {
        const answer = await ask(fields, address);
        revision = answer.querySelector('[data-redact] [name="Input.Revision"]')?.value ?? revision;
        tell('');
        waiting--; unsaved--;
        if (!waiting) show(answer, typeof focus === 'function' ? focus(answer) : focus);
      } catch (status) {
        waiting--; unsaved--;
        undo?.();
        tell(status === 0 ? '网络不通，刚才的修改没有保存，请再试一次。' : status === 403 || status === 401 ? '登录已过期，请在新窗口登录后再试，刚才的修改没有保存。' : '刚才的修改没有保存，请刷新页面后再试。');
      }
    });
    return line;
  };

  const size = () => [Number(overlay().dataset.width), Number(overlay().dataset.height)];
  const view = () => overlay().viewBox.baseVal;
  const box = rect => ['x', 'y', 'width', 'height'].map(name => Number(rect.getAttribute(name)));
  const lay = (rect, x, y, width, height) => {
    const all = view();
    width = Math.min(Math.max(width, 2), all.width); height = Math.min(Math.max(height, 2), all.height);
    x = Math.min(Math.max(x, 0), all.width - width); y = Math.min(Math.max(y, 0), all.height - height);
    for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, value.toFixed(2));
  };
  const sides = (form, rect) => {
    const [x, y, width, height] = box(rect), [mmWidth, mmHeight] = size(), all = view();
    const values = { Left: x / all.width * mmWidth, Top: y / all.height * mmHeight, Width: width / all.width * mmWidth, Height: height / all.height * mmHeight };
    for (const [name, value] of Object.entries(values)) form.querySelector(`[data-side="${name}"]`).value = value.toFixed(2);
  };
  const formOf = rect => live('tools').querySelector(`form[data-mark="${CSS.escape(rect.dataset.place)}"]`);
  const known = () => new Set([...overlay().querySelectorAll('[data-place]')].map(one => one.dataset.place));

  const add = rect => {
    const form = live('tools').querySelector('[data-add]');
    const before = known();
    sides(form, rect);
    const fields = new FormData(form);
    for (const side of form.querySelectorAll('[data-side]')) side.value = '';
    rect.classList.add('unsaved');
    send(fields, form.action, answer => [...answer.querySelectorAll('[data-live="overlay"] [data-place]')].map(one => one.dataset.place).find(one => !before.has(one)), () => rect.remove());
  };
  const timers = new Map();
  const moved = rect => {
    const form = formOf(rect);
    if (!form) return;
    sides(form, rect);
    const id = rect.dataset.place;
    if (timers.has(id)) clearTimeout(timers.get(id)); else unsaved++;
    timers.set(id, setTimeout(() => { timers.delete(id); unsaved--; send(form, form.action, id); }, 700));
  };
  const remove = rect => {
    const form = formOf(rect);
    if (!form) return;
    const next = rect.nextElementSibling || rect.previousElementSibling;
    send(form, form.querySelector('[formaction]').getAttribute('formaction'), next?.dataset.place);
    rect.remove();
  };
  const rectangle = () => overlay().appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect'));

  let start = null, drawn = null, dragged = null;
  let touch = false;
  const point = event => {
    const edge = overlay().getBoundingClientRect(), all = view();
    return [(event.clientX - edge.left) / edge.width * all.width, (event.clientY - edge.top) / edge.height * all.height];
  };
  const dress = () => {
    const svg = overlay();
    if (!svg || !bar) return;
    svg.classList.toggle('finger', touch);
    for (const rect of svg.querySelectorAll('[data-place]')) {
      rect.setAttribute('tabindex', '0');
      rect.setAttribute('role', 'button');
      rect.setAttribute('aria-describedby', 'caozuo');
    }
    svg.addEventListener('pointerdown', event => {
      if (event.button !== 0 || event.pointerType === 'touch' && !touch) return;
      start = point(event);
      const rect = event.target.closest('[data-place]');
      if (rect) { rect.focus(); dragged = { rect, from: box(rect), far: false }; }
      else { drawn = rectangle(); drawn.classList.add('drawn'); }
      try { svg.setPointerCapture(event.pointerId); } catch { /* An old browser draws without it. */ }
      event.preventDefault();
    });
    svg.addEventListener('pointermove', event => {
      if (!start) return;
      const [x, y] = point(event);
      if (drawn) lay(drawn, Math.min(x, start[0]), Math.min(y, start[1]), Math.abs(x - start[0]), Math.abs(y - start[1]));
      else if (dragged && (dragged.far = dragged.far || Math.hypot(x - start[0], y - start[1]) > 3)) lay(dragged.rect, dragged.from[0] + x - start[0], dragged.from[1] + y - start[1], dragged.from[2], dragged.from[3]);
    });
    const end = event => {
      if (!start) return;
      const [x, y] = point(event), done = drawn, moving = dragged;
      const far = Math.abs(x - start[0]) > 3 && Math.abs(y - start[1]) > 3;
      start = drawn = dragged = null;
      // A click draws nothing.
      if (done) { if (far && event.type === 'pointerup') add(done); else done.remove(); }
      else if (moving?.far) moved(moving.rect);
    };
    svg.addEventListener('pointerup', end);
    svg.addEventListener('pointercancel', end);
    svg.addEventListener('keydown', event => {
      const rect = event.target.closest('[data-place]');
      if (!rect || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = view(), step = all.width / 200, [x, y, width, height] = box(rect);
      const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (way) {
        if (event.shiftKey) lay(rect, x, y, width + way[0], height + way[1]); else lay(rect, x + way[0], y + way[1], width, height);
        moved(rect);
      } else if (event.key === 'Delete' || event.key === 'Backspace') remove(rect);
      else if (event.key === 'Enter' || event.key === ' ') {
        const details = formOf(rect)?.closest('details');
        if (details) { details.open = true; details.querySelector('select').focus(); }
      } else return;
      event.preventDefault();
    });
  };
  if (bar && sheet) {
    bar.hidden = false;
    const finger = bar.querySelector('[data-draw]');
    finger.hidden = !window.matchMedia('(any-pointer: coarse)').matches;
    finger.addEventListener('click', () => { touch = !touch; finger.setAttribute('aria-pressed', String(touch)); overlay().classList.toggle('finger', touch); });
    bar.querySelector('[data-new]').addEventListener('click', () => {
      const all = view(), rect = rectangle();
      lay(rect, all.width * 0.4, all.height * 0.45, all.width * 0.2, all.height * 0.03);
      add(rect);
    });
  }
  // Before the office's own listener: these forms stay on the page.
  place.addEventListener('submit', event => {
    const form = event.target, button = event.submitter;
    if (form.method !== 'post' || 'plain' in form.dataset) return;
    event.preventDefault();
    event.stopPropagation();
    send(form, button?.hasAttribute('formaction') ? button.getAttribute('formaction') : form.action, form.dataset.mark);
  }, true);
  // Which form belongs to which box.
  place.addEventListener('focusin', event => {
    const id = event.target.closest?.('[data-mark]')?.dataset.mark;
    for (const rect of overlay()?.querySelectorAll('[data-place]') ?? []) rect.classList.toggle('chosen', rect.dataset.place === id);
  });
  dress();
})();
