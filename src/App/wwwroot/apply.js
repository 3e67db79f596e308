// What the request form gains where scripts run; it works without: a file's size said before it is sent, one click for one request, the proof of work.
(function () {
  'use strict';
  function tell(input, words) {
    var id = input.id + '-size', line = document.getElementById(id);
    if (!line) {
      line = document.createElement('p');
      line.id = id;
      line.className = 'field-problem';
      line.setAttribute('role', 'alert');
      input.after(line);
    }
    line.textContent = words;
    line.hidden = !words;
    input.setCustomValidity('');
  }
  for (const input of document.querySelectorAll('input[type=file][data-most]')) {
    input.addEventListener('change', function () {
      const large = [...input.files].filter(file => file.size > Number(input.dataset.most));
      tell(input, large.map(file => `“${file.name}”有 ${(Math.ceil(file.size / 1048576 * 10) / 10).toFixed(1)} MB，单个文件不超过 10 MB，请压缩后再选。`).join(''));
      if (large.length) input.value = '';
    });
  }

  const said = new TextEncoder();
  async function solve(puzzle, bits) {
    for (let n = 0; ; n++) {
      const hash = new DataView(await crypto.subtle.digest('SHA-256', said.encode(`${puzzle}:${n}`)));
      if (Math.clz32(hash.getUint32(0)) >= bits) return String(n);
    }
  }
  for (const form of document.querySelectorAll('form[data-apply]')) {
    let sent = false, solving = null;
    const puzzle = form.dataset.puzzle;
    if (puzzle && window.crypto && crypto.subtle) {
      const words = form.querySelector('[data-puzzle-words]');
      solving = solve(puzzle, Number(form.dataset.bits)).then(answer => {
        form.elements.answer.value = answer;
        words.textContent = '从您所在的网络提交的申请较多，浏览器已自动完成验证，可以直接提交。';
        solving = null;
      });
    }
    form.addEventListener('submit', function (event) {
      const button = event.submitter;
      if (sent) { event.preventDefault(); return; }
      if (solving && button && button.hasAttribute('data-once')) {
        event.preventDefault();
        button.textContent = '正在验证…';
        solving.then(() => form.requestSubmit(button));
        return;
      }
      if (button && button.hasAttribute('data-once')) {
        sent = true;
        button.setAttribute('aria-disabled', 'true');
        button.textContent = '正在提交…';
      }
    });
    // Back from the next page: the form may be sent again.
    window.addEventListener('pageshow', function () { sent = false; });
  }
  var problem = document.querySelector('.problem[autofocus], .caution[autofocus]');
  if (problem) problem.focus();
})();
