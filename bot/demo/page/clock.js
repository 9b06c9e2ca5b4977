/** The clinic's clock: shows time as it passes at its speed, and asks the server to move it on. */

const NAMES = { 1: "real time", 60: "a minute a second", 600: "ten minutes a second", 3600: "an hour a second" };

export class Clock {
  constructor(setting, send) {
    this.send = send;
    this.zone = setting.timezone;
    this.known = { now: 0, speed: 1, next_due: null, at: performance.now() };
    this.timeOnly = this.format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.dateOnly = this.format({ weekday: "long", day: "numeric", month: "short" });
    this.dayOnly = this.format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
    this.jump = document.getElementById("jump");
    this.jump.addEventListener("click", () => send({ jump: "next" }));
    for (const speed of setting.speeds) this.addSpeed(speed);
    setInterval(() => this.show(), 200);
  }

  format(parts) {
    return new Intl.DateTimeFormat("en", { ...parts, timeZone: this.zone });
  }

  addSpeed(speed) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: "speed", value: speed });
    const face = Object.assign(document.createElement("span"), { textContent: `${speed}×` });
    label.title = NAMES[speed] ?? "";
    input.setAttribute("aria-label", `${speed} times: ${NAMES[speed] ?? ""}`);
    input.addEventListener("change", () => this.send({ speed }));
    label.append(input, face);
    document.getElementById("speeds").append(label);
  }

  hear(news) {
    this.known = { ...news, at: performance.now() };
    for (const input of document.querySelectorAll("#speeds input")) {
      input.checked = Number(input.value) === news.speed;
    }
    this.show();
  }

  now() {
    return this.known.now + ((performance.now() - this.known.at) / 1000) * this.known.speed;
  }

  show() {
    const now = new Date(this.now() * 1000);
    document.getElementById("clock-time").textContent = this.timeOnly.format(now);
    document.getElementById("clock-date").textContent = this.dateOnly.format(now);
    const due = this.known.next_due;
    this.jump.disabled = due === null;
    document.getElementById("jump-when").textContent = due === null ? "nothing planned yet" : this.until(due);
  }

  until(due) {
    const when = new Date(due * 1000);
    const minutes = Math.max(0, Math.round((due - this.now()) / 60));
    const span = minutes < 90 ? `${minutes} min` : minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
    const day = this.format({ weekday: "short" }).format(when);
    return `${day} ${this.timeOnly.format(when)} · in ${span}`;
  }

  time(seconds) {
    return this.timeOnly.format(new Date(seconds * 1000));
  }

  day(seconds) {
    return this.dayOnly.format(new Date(seconds * 1000));
  }
}
