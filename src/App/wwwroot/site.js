// Comforts on pages that work without them: the size of type is remembered, a button prints, and a composing input method never sends a form.
(function () {
  "use strict";
  var composed = 0;
  document.addEventListener("compositionend", function (event) { composed = event.timeStamp; }, true);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter") return;
    // The key that ends a composition comes with it, or right after it.
    if (event.isComposing || event.keyCode === 229 || event.timeStamp - composed < 50) event.preventDefault();
  }, true);
  document.documentElement.setAttribute("data-script", "");
  var sizes = document.querySelectorAll('input[name="zihao"]');
  var known;
  try { known = localStorage.getItem("zihao"); } catch (e) { known = null; }
  function apply(value) { document.documentElement.setAttribute("data-zihao", value); }
  Array.prototype.forEach.call(sizes, function (size) {
    if (size.value === known) { size.checked = true; apply(known); }
    size.addEventListener("change", function () {
      apply(size.value);
      try { localStorage.setItem("zihao", size.value); } catch (e) { /* Remembering is a comfort. */ }
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll("button[data-print]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-print-time]"), function (place) {
      place.hidden = false;
      place.querySelector("dd").textContent = new Date().toLocaleString("zh-CN", { hour12: false });
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll("button[data-copy]"), function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.getAttribute("data-copy")).then(function () {
        document.querySelector("[data-copied]").textContent = "已复制";
      }, function () {
        document.querySelector("[data-copied]").textContent = "没有复制成功，请从页面下方的来源网址复制";
      });
    });
  });
})();
