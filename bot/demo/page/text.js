/** Turns a message's text and entities into nodes; nothing is ever parsed as HTML. */

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const FOUND = /((?:https?:\/\/)?t\.me\/[\w?=&%-]+|https?:\/\/[^\s<>]+[^\s<>.,;:!?)])|((?<![\w/<])\/[a-z][a-z0-9_]{0,31}(?![\w/]))/gi;

export function startLink(url, username) {
  try {
    const found = new URL(url.includes("//") ? url : `https://${url}`);
    const ours = found.hostname === "t.me" && found.pathname.slice(1).toLowerCase() === username.toLowerCase();
    return ours && found.searchParams.has("start") ? found.href : null;
  } catch {
    return null;
  }
}

/** The first link of a message that opens this bot, from its text, the links behind words, or its buttons. */
export function findStartLink(message, username) {
  const behind = message.entities.map((entity) => entity.url).filter(Boolean);
  const inText = message.text.match(FOUND) ?? [];
  const onButtons = message.buttons.flat().map((button) => button.url).filter(Boolean);
  return [...inText, ...behind, ...onButtons].map((url) => startLink(url, username)).find(Boolean) ?? null;
}

export function textNodes(text, entities, doing) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, sorted, 0, text.length, doing);
}

function between(text, entities, start, end, doing) {
  const nodes = [];
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    if (entity.offset < at) continue;
    nodes.push(...linked(text.slice(at, entity.offset), doing));
    const stop = entity.offset + entity.length;
    nodes.push(marked(entity, between(text, entities, entity.offset, stop, doing), doing));
    at = stop;
  }
  nodes.push(...linked(text.slice(at, end), doing));
  return nodes;
}

function marked(entity, children, doing) {
  if (entity.type === "text_link") return link(entity.url, children, doing);
  const node = document.createElement(TAGS[entity.type] ?? "span");
  if (entity.type === "spoiler") {
    node.className = "spoiler";
    node.addEventListener("click", () => node.classList.add("open"));
  }
  node.append(...children);
  return node;
}

function linked(text, doing) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    nodes.push(text.slice(at, match.index));
    nodes.push(match[1] ? link(match[1], [match[1]], doing) : command(match[2], doing));
    at = match.index + match[0].length;
  }
  nodes.push(text.slice(at));
  return nodes;
}

function link(url, children, doing) {
  const opens = startLink(url, doing.username);
  if (opens) return action(children, () => doing.open(opens));
  const node = document.createElement("a");
  node.href = /^(https?|tel|mailto):/i.test(url) ? url : "#";
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.append(...children);
  return node;
}

function command(text, doing) {
  return action([text], () => doing.say(text));
}

function action(children, act) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "link";
  node.append(...children);
  node.addEventListener("click", (event) => {
    event.stopPropagation();
    act();
  });
  return node;
}
