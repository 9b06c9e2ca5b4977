/** Joins the page: state from the server, three phones, the clock and the guide. */

import { Clock } from "./clock.js";
import { Guide } from "./guide.js";
import { Phone } from "./phone.js";

const LANGUAGES = { en: "English", es: "español" };

async function post(path, order) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });
    return await answer.json();
  } catch {
    document.getElementById("lost").hidden = false;
    return { error: "The demo does not answer." };
  }
}

async function start() {
  const setting = await (await fetch("/demo/state")).json();
  const names = new Map(setting.people.map((person) => [person.id, person]));
  const clock = new Clock(setting, async (order) => {
    const answer = await post("/demo/clock", order);
    if (!answer.error) clock.hear(answer);
  });
  const world = {
    setting, clock, menus: setting.menus,
    name: (id) => names.get(id)?.name ?? "",
    label: (id) => (setting.patients.includes(id) ? `${names.get(id).name} (${LANGUAGES[names.get(id).language]})` : names.get(id).name),
    scanner: () => world.name(phones.patient.viewer),
    act: async (order, phone) => {
      const answer = await post("/demo/act", order);
      if (answer.error) phone.toast(answer.error);
    },
    open: (link) => {
      phones.patient.root.scrollIntoView({ block: "nearest", behavior: "smooth" });
      return phones.patient.act({ do: "open", link });
    },
  };
  const phones = {};
  phones.patient = new Phone("patient", setting.patients, world);
  phones.therapist = new Phone("therapist", [setting.therapist], world);
  phones.staff = new Phone("staff", setting.staff, world, setting.staff_chat);
  const guide = new Guide();
  const all = Object.values(phones);
  let done = new Set();

  const seen = {
    did: (what) => done.has(what),
    bots: (role) => phones[role].messages.filter((message) => message.by_bot),
  };

  function hear(news) {
    document.getElementById("lost").hidden = true;
    world.menus = news.menus;
    done = new Set(news.done);
    clock.hear(news.clock);
    for (const chat of news.chats) all.forEach((phone) => phone.hear(chat));
    for (const [chat, id] of news.removed) all.forEach((phone) => phone.forget(chat, id));
    const step = guide.show(seen);
    for (const phone of all) {
      phone.show();
      phone.suggest(step);
      phone.root.classList.toggle("current", guide.phone(step) === phone.role);
      news.toasts.filter((toast) => toast.chat === phone.chat && toast.person === phone.viewer)
        .forEach((toast) => phone.toast(toast.text, toast.alert));
    }
    document.getElementById("jump").classList.toggle("suggested", step === 3);
  }

  hear(setting);
  listen(setting.version, hear);
}

/** Follows the server; after a break it takes up where it was. */
function listen(version, hear) {
  const events = new EventSource(`/demo/events?after=${version}`);
  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    version = news.version;
    hear(news);
  };
  events.onerror = () => {
    events.close();
    document.getElementById("lost").hidden = false;
    setTimeout(() => listen(version, hear), 2000);
  };
}

start();
