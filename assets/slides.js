(() => {
"use strict";
const slides = [...document.querySelectorAll(".slide")];
let at = 0, typed = "";
const seen = () => slides.findIndex(slide => {
  const box = slide.getBoundingClientRect();
  return box.top <= innerHeight / 2 && box.bottom > innerHeight / 2;
});
const go = to => {
  at = Math.max(0, Math.min(slides.length - 1, to));
  location.hash = slides[at].id;
  slides[at].scrollIntoView();
  slides[at].focus({preventScroll: true});
};
const opened = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
const unfold = () => {
  for (let one = opened(); one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  if (opened()) opened().scrollIntoView();
};
const turns = {ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1};
addEventListener("hashchange", unfold);
addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const now = seen(), key = event.key, focused = document.activeElement;
  if (now >= 0) at = now;
  if (key === "Escape") { typed = ""; go(at); }
  else if (/^[0-9]$/.test(key)) typed = (typed + key).slice(-4);
  else if (key === "Enter" && typed) { go(Number(typed) - 1); typed = ""; }
  else if (key === "Enter") {
    if (focused && focused.matches("a,summary")) return;
    const link = (now >= 0 ? slides[at] : opened() || document).querySelector("a");
    if (!link) return;
    link.click();
  }
  else if (key === "Home" && now >= 0) go(0);
  else if (key === "End" && now >= 0) go(slides.length - 1);
  else if (key in turns && now >= 0 && !(key === " " && focused && focused.matches("summary"))) {
    const turn = key === " " && event.shiftKey ? -1 : turns[key], box = slides[at].getBoundingClientRect();
    if (turn > 0 ? box.bottom > innerHeight + 2 : box.top < -2) return;
    go(at + turn);
  }
  else return;
  event.preventDefault();
});
unfold();
})();
