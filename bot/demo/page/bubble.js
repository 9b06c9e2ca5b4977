/** One message as nodes: text, picture, buttons, what it replies to. */

import { findStartLink, textNodes } from "./text.js";

const MEDIA = { voice: "🎤 Voice message, 0:03", sticker: "👍 Sticker", video: "🎬 Video", document: "📎 Document", location: "📍 Location" };

export function make(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  if (tag === "button") node.type = "button";
  node.append(...children);
  return node;
}

/** `doing`: username, say, open, press, reply, time, find, viewer (the id of who holds the phone). */
export function bubble(message, doing) {
  const mine = message.sender.id === doing.viewer;
  if (message.service) return make("div", "message service", serviceText(message));
  const inside = make("div", "bubble");
  if (doing.group && !mine) inside.append(make("span", "author", message.sender.name));
  if (message.reply_to) inside.append(...quote(message, doing));
  if (message.media) inside.append(media(message, doing));
  if (message.text) inside.append(make("div", "text", ...textNodes(message.text, message.entities, doing)));
  inside.append(meta(message, doing));
  if (message.reaction) inside.append(make("span", "reaction", message.reaction));
  const whole = make("article", `message ${mine ? "mine" : "theirs"}${message.reaction ? " reacted" : ""}`, inside);
  whole.setAttribute("aria-label", `${message.sender.name}, ${doing.time(message.date)}`);
  if (message.buttons.length) whole.append(keyboard(message, doing));
  return whole;
}

function serviceText(message) {
  if (message.media === "new_chat_members") return "The bot was added to the group";
  if (message.media.startsWith("migrate")) return "The group became a supergroup";
  return "";
}

function quote(message, doing) {
  const replied = doing.find(message.reply_to);
  if (!replied) return [];
  const button = make("button", "quote", `${replied.sender.name}: ${replied.text.slice(0, 90) || replied.media}`);
  button.addEventListener("click", () => doing.showMessage(replied.id));
  return [button];
}

function media(message, doing) {
  if (message.media !== "photo") return make("span", "media", MEDIA[message.media] ?? message.media);
  const image = make("img", "");
  [image.width, image.height] = message.size;
  image.src = `/demo/file/${encodeURIComponent(message.photo)}`;
  const link = message.by_bot ? findStartLink(message, doing.username) : null;
  if (!link) {
    image.alt = "Photo";
    return make("div", message.by_bot ? "photo" : "photo snapshot", image);
  }
  image.alt = "QR code with the invitation link";
  const button = make("button", "photo qr", image, make("span", "open", `Scan as ${doing.scanner()}`));
  button.addEventListener("click", () => doing.open(link));
  return button;
}

function meta(message, doing) {
  const line = make("div", "meta");
  const reply = make("button", "reply", "Reply");
  reply.addEventListener("click", () => doing.reply(message));
  line.append(reply);
  if (message.silent) line.append(make("span", "", "silent"));
  if (message.edited_at) line.append(make("span", "", "edited"));
  line.append(make("time", "", doing.time(message.date)));
  return line;
}

function keyboard(message, doing) {
  const rows = message.buttons.map((buttons) => make("div", "row", ...buttons.map((one) => key(one, message, doing))));
  return make("div", "keyboard", ...rows);
}

function key(button, message, doing) {
  const node = make("button", "", button.text);
  node.addEventListener("click", () => {
    if (button.callback_data !== undefined) doing.press(message, button.callback_data);
    else if (button.copy_text) navigator.clipboard?.writeText(button.copy_text.text);
    else if (button.url) doing.visit(button.url);
  });
  return node;
}
