// The text of a piece of information: written as it will look, cleaned by the server, pasted from Word and WPS without what does not belong.
// Without this script the field is a plain one, and what is typed there is cleaned all the same.
(() => {
  'use strict';
  const build = (nodes, into) => {
    for (const node of nodes) {
      if (node.text !== null && node.text !== undefined) { into.append(node.text); continue; }
      const element = document.createElement(node.name);
      for (const [name, value] of Object.entries(node.attributes || {})) element.setAttribute(name, value);
      build(node.children || [], element);
      into.append(element);
    }
  };
  const clean = async (field, html) => {
    const fields = new URLSearchParams();
    fields.append('html', html);
    fields.append('_form', field.form.elements._form.value);
    const answer = await fetch(field.dataset.clean, { method: 'POST', body: fields, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.status === 422 ? (await answer.json()).detail : '没有清理成功，请重新粘贴；仍不成功的，请先粘贴到记事本，再粘贴过来。');
    const fragment = document.createDocumentFragment();
    build(await answer.json(), fragment);
    return fragment;
  };
  for (const field of document.querySelectorAll('textarea.editor')) {
    const paper = document.createElement('div');
    paper.className = 'editor-paper item-text';
    paper.contentEditable = 'true';
    paper.setAttribute('role', 'textbox');
    paper.setAttribute('aria-multiline', 'true');
    paper.setAttribute('aria-labelledby', 'zhengwen');
    const state = document.createElement('p');
    state.className = 'hint';
    state.setAttribute('role', 'status');
    const tools = document.createElement('p');
    tools.className = 'editor-tools';
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', '正文格式');
    const keep = () => { field.value = paper.innerHTML; field.dispatchEvent(new Event('input', { bubbles: true })); };
    const put = fragment => {
      const selection = window.getSelection();
      const range = selection.rangeCount && paper.contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
      const last = fragment.lastChild;
      if (!range) { paper.append(fragment); } else { range.deleteContents(); range.insertNode(fragment); }
      if (last) { const after = document.createRange(); after.setStartAfter(last); after.collapse(true); selection.removeAllRanges(); selection.addRange(after); }
      keep();
    };
    for (const [words, command, value] of [['标题', 'formatBlock', 'h2'], ['小标题', 'formatBlock', 'h3'], ['正文', 'formatBlock', 'p'], ['加粗', 'bold'], ['项目符号', 'insertUnorderedList'], ['编号', 'insertOrderedList'], ['撤销', 'undo']]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain small';
      button.textContent = words;
      button.addEventListener('click', () => { paper.focus(); document.execCommand(command, false, value); keep(); });
      tools.append(button);
    }
    paper.addEventListener('input', keep);
    paper.addEventListener('paste', async event => {
      event.preventDefault();
      const html = event.clipboardData.getData('text/html');
      const plain = event.clipboardData.getData('text/plain');
      state.textContent = '正在清理粘贴的内容…';
      try {
        const source = html || plain.split(/\r?\n/).filter(line => line.trim()).map(line => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`).join('');
        put(await clean(field, source));
        state.textContent = '已粘贴，字体、颜色、批注等已经去掉。';
      } catch (failure) { state.textContent = failure.message; }
    });
    // What the field holds is shown when the server has looked at it; until then the field itself stays.
    (async () => {
      try {
        if (field.value.trim()) paper.append(await clean(field, field.value));
        field.hidden = true;
        field.after(tools, paper, state);
        document.execCommand('defaultParagraphSeparator', false, 'p');
      } catch { /* The plain field does it too. */ }
    })();
  }
})();
