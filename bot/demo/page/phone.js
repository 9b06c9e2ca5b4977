/** One phone: a chat seen by one person, with what they can do in it. */

import { bubble, make } from "./bubble.js";
import { startLink } from "./text.js";
import { CHIPS, wantedButton } from "./guide.js";

const TOAST_SHOWN = 3500;

export class Phone {
  /** `world`: act, open, clock, setting, scanner. `people`: ids this phone can belong to. */
  constructor(role, people, world, chat = null) {
    Object.assign(this, { role, world, fixedChat: chat, viewer: people[0] });
    this.chats = new Map();
    this.shown = new Map();
    this.blocked = new Set();
    this.step = -1;
    this.following = true;
    this.build(people);
  }

  get chat() {
    return this.fixedChat ?? this.viewer;
  }

  get messages() {
    return [...(this.chats.get(this.chat)?.values() ?? [])].sort((a, b) => a.id - b.id);
  }

  build(people) {
    const root = document.getElementById("phone-template").content.cloneNode(true).firstElementChild;
    root.classList.add(this.role);
    this.root = root;
    for (const [name, selector] of Object.entries({
      log: ".log", chips: ".chips", toasts: ".toasts", select: "select", form: ".composer", input: "input",
      menu: ".menu", commands: ".commands", replying: ".replying", toEnd: ".to-end",
    })) this[name] = root.querySelector(selector);
    for (const id of people) this.select.append(new Option(this.world.label(id), id));
    root.querySelector(".as").classList.toggle("alone", people.length < 2);
    root.querySelector(".as span").textContent = this.fixedChat ? "Writing as" : "Phone of";
    this.select.addEventListener("change", () => this.become(Number(this.select.value)));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.menu.addEventListener("click", () => this.toggleMenu());
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.toggleMenu(false);
    });
    this.input.addEventListener("input", () => this.toggleMenu(false));
    this.form.addEventListener("keydown", (event) => event.key === "Escape" && this.toggleMenu(false));
    this.replying.querySelector("button").addEventListener("click", () => this.reply(null));
    this.toEnd.addEventListener("click", () => this.log.scrollTo({ top: this.log.scrollHeight, behavior: "smooth" }));
    this.log.addEventListener("scroll", () => { this.following = this.toEnd.hidden = this.atEnd(); });
    new ResizeObserver(() => { if (this.following) this.log.scrollTop = this.log.scrollHeight; }).observe(this.log);
    document.getElementById("phones").append(root);
    this.become(this.viewer);
  }

  become(person) {
    this.viewer = person;
    const { setting } = this.world;
    const name = this.world.name(person);
    const titles = {
      patient: [`${name}’s phone`, `Patient · chat with ${setting.bot.name}`],
      therapist: [`${name}’s phone`, `Therapist · chat with ${setting.bot.name}`],
      staff: ["Clinic staff", "Group of the clinic’s staff and the bot"],
    }[this.role];
    this.root.querySelector("h2").textContent = titles[0];
    this.root.querySelector(".phone-title p").textContent = titles[1];
    this.root.querySelector(".avatar").textContent = this.role === "staff" ? "S" : name[0];
    this.root.setAttribute("aria-label", titles.join(", "));
    this.input.placeholder = `Write as ${name}`;
    this.input.setAttribute("aria-label", `Message, written as ${name}`);
    this.log.setAttribute("aria-label", `Messages on ${titles[0]}`);
    this.reply(null);
    this.shown.clear();
    this.log.replaceChildren();
    this.show();
    this.suggest(this.step);
  }

  hear(chat) {
    const known = this.chats.get(chat.id) ?? new Map();
    this.chats.set(chat.id, known);
    if (chat.blocked) this.blocked.add(chat.id);
    else this.blocked.delete(chat.id);
    for (const message of chat.messages) known.set(message.id, message);
  }

  forget(chat, id) {
    this.chats.get(chat)?.delete(id);
  }

  /** Brings the screen in line with the messages, touching only what has changed. */
  show() {
    const stay = this.atEnd();
    const messages = this.messages;
    const first = this.shown.size === 0;
    for (const [id, { node }] of this.shown) {
      if (!this.chats.get(this.chat)?.has(id)) this.drop(id, node);
    }
    if (messages.length) this.log.querySelector(".empty")?.remove();
    const newest = this.newest;
    for (const message of messages) this.place(message, first);
    if (!messages.length && !this.log.firstChild) this.log.append(this.emptyNote());
    if (stay) this.scrollToNewest(newest);
    this.toEnd.hidden = this.atEnd();
  }

  /** To the end, but a message too tall for the screen is read from its top. */
  scrollToNewest(before) {
    this.log.scrollTop = this.log.scrollHeight;
    const node = this.newest;
    if (node !== before && node?.offsetHeight > this.log.clientHeight - 24) {
      this.log.scrollTop = node.offsetTop - this.log.offsetTop - 10;
    }
  }

  get newest() {
    const last = this.log.lastElementChild;
    return last?.classList.contains("message") ? last : null;
  }

  drop(id, node) {
    node.remove();
    this.shown.delete(id);
  }

  place(message, first) {
    const old = this.shown.get(message.id);
    if (old?.version === message.version) return;
    const node = bubble(message, this.doing());
    this.shown.set(message.id, { node, version: message.version });
    node.dataset.id = message.id;
    if (old) {
      node.classList.add("changed");
      old.node.replaceWith(node);
      return;
    }
    if (!first) node.classList.add("arrived");
    const day = this.world.clock.day(message.date);
    if (this.log.lastElementChild?.dataset.day !== day && this.lastDay() !== day) {
      const line = make("div", "day", day);
      line.dataset.day = day;
      this.log.append(line);
    }
    this.log.append(node);
  }

  lastDay() {
    return [...this.log.querySelectorAll(".day")].at(-1)?.dataset.day;
  }

  emptyNote() {
    const about = this.world.setting.bot.description[this.viewer];
    return make("p", "empty", this.role === "staff" ? "Worrying replies of patients appear here." : about || "No messages yet.");
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
  }

  doing() {
    const { world } = this;
    return {
      username: world.setting.bot.username,
      viewer: this.viewer,
      group: this.fixedChat !== null,
      time: (seconds) => world.clock.time(seconds),
      scanner: () => world.scanner(),
      find: (id) => this.chats.get(this.chat)?.get(id),
      showMessage: (id) => this.shown.get(id)?.node.scrollIntoView({ block: "center", behavior: "smooth" }),
      say: (text) => this.say(text),
      open: (link) => world.open(link),
      visit: (url) => this.visit(url),
      reply: (message) => this.reply(message),
      press: (message, data) => this.act({ do: "press", message: message.id, data }),
    };
  }

  visit(url) {
    const link = startLink(url, this.world.setting.bot.username);
    if (link) this.world.open(link);
    else window.open(url, "_blank", "noopener");
  }

  act(order) {
    return this.world.act({ person: this.viewer, chat: this.chat, ...order }, this);
  }

  say(text, replyTo = null) {
    this.log.scrollTop = this.log.scrollHeight;
    return this.act({ do: "say", text, reply_to: replyTo });
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.say(text, this.replyTo);
    this.reply(null);
  }

  reply(message) {
    this.replyTo = message?.id ?? null;
    this.replying.hidden = !message;
    if (!message) return;
    this.replying.querySelector("p").textContent = `Reply to ${message.sender.name}: ${message.text.slice(0, 80)}`;
    this.input.focus();
  }

  toggleMenu(open = this.commands.hidden) {
    this.commands.hidden = !open;
    this.menu.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const items = (this.world.menus[this.chat] ?? []).map((command) => this.menuItem(command));
    this.commands.replaceChildren(...(items.length ? items : [make("p", "empty", "The bot has no commands here.")]));
    this.commands.querySelector("button")?.focus();
  }

  menuItem(command) {
    const item = make("button", "", make("b", "", `/${command.command}`), make("span", "", command.description));
    item.addEventListener("click", () => {
      this.toggleMenu(false);
      this.say(`/${command.command}`);
    });
    return item;
  }

  toast(text, alert = false) {
    const node = make("div", alert ? "toast alert" : "toast", text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), alert ? 2 * TOAST_SHOWN : TOAST_SHOWN);
  }

  /** Offers what one could do here, and makes what the guide asks for stand out. */
  suggest(step) {
    this.step = step;
    const key = `${step}:${this.viewer}:${this.blocked.has(this.viewer)}`;
    if (key !== this.offered) this.chips.replaceChildren(...CHIPS[this.role].map((chip) => this.chip(chip, step)));
    this.offered = key;
    for (const old of this.log.querySelectorAll(".suggested")) old.classList.remove("suggested");
    const wanted = wantedButton(step, this.role);
    if (wanted !== null) [...this.log.querySelectorAll(".keyboard")].at(-1)?.querySelectorAll("button")[wanted]?.classList.add("suggested");
    if (step === 1) [...this.log.querySelectorAll(".qr")].at(-1)?.classList.add("suggested");
  }

  chip(chip, step) {
    const blocked = chip.block && this.blocked.has(this.viewer);
    const label = blocked ? "Unblock the bot" : chip.label ?? chip.text;
    const node = make("button", chip.step === step ? "suggested" : "", label);
    node.addEventListener("click", () => {
      if (chip.block) this.act({ do: blocked ? "unblock" : "block" });
      else if (chip.send) this.act({ do: "send", ...chip.send });
      else this.say(chip.text, chip.reply ? this.newestCard() : null);
    });
    return node;
  }

  newestCard() {
    return this.messages.filter((message) => message.by_bot && message.buttons.length).at(-1)?.id
      ?? this.messages.filter((message) => message.by_bot).at(-1)?.id ?? null;
  }
}
