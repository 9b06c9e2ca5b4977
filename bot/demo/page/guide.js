/** The way through the demo: six steps, which one is next, and what each phone suggests. */

export const ENROLL = "/enroll Maria Lopez, left calf, 48h";
export const WORRY = "my chest hurts when I breathe in";
export const ANSWER = "Thank you for telling us. I am calling you now.";

const STEPS = [
  {
    name: "Enroll Maria", phone: "therapist",
    done: (seen) => seen.bots("therapist").some((message) => message.photo),
    hint: ["On the ", "therapist's", " phone, tap the highlighted suggestion: it enrolls Maria after her session."],
  },
  {
    name: "Open the QR code", phone: "therapist",
    done: (seen) => seen.did("patient:open"),
    hint: ["On the ", "therapist's", " phone, click the QR code. That is Maria scanning it with her phone."],
  },
  {
    name: "Agree", phone: "patient",
    done: (seen) => seen.did("patient:press"),
    hint: ["On the ", "patient's", " phone, read who is writing and press I agree."],
  },
  {
    name: "Let time pass", phone: null,
    done: (seen) => seen.did("clock:jump"),
    hint: ["Press ", "Next reminder", " at the top: the clinic's clock jumps ahead to it."],
  },
  {
    name: "Report a worry", phone: "patient",
    done: (seen) => seen.did("patient:say"),
    hint: ["On the ", "patient's", " phone, tap the highlighted suggestion: Maria writes that something is wrong."],
  },
  {
    name: "Acknowledge", phone: "staff",
    done: (seen) => seen.did("staff:press"),
    hint: ["In the ", "staff group", ", Nora presses Acknowledge on the card. Maria is told who has seen it."],
  },
];
const FINISHED = ["", "That was the whole way round.", " Now play: let Nora reply to the card, answer a check-in, block the bot, speed up time."];

export const CHIPS = {
  patient: [
    { text: WORRY, step: 4 }, { text: "/status" }, { text: "7" }, { text: "a bit sore but ok" },
    { text: "Send a photo", send: { kind: "photo", caption: "" } }, { text: "Block the bot", block: true },
  ],
  therapist: [{ text: ENROLL, step: 0 }, { text: "/patients" }, { text: "/help" }],
  staff: [{ text: "/flags" }, { text: ANSWER, label: "Reply: I am calling you now", reply: true }, { text: "/digest" }],
};

export class Guide {
  constructor() {
    this.list = document.getElementById("steps");
    this.hint = document.getElementById("hint");
    this.items = STEPS.map((step, number) => {
      const item = document.createElement("li");
      item.dataset.number = number + 1;
      item.textContent = step.name;
      this.list.append(item);
      return item;
    });
    this.reached = -1;
  }

  /** Shows where one is; returns the number of the step that is next (as many as there are when done). */
  show(seen) {
    const current = STEPS.findIndex((step) => !step.done(seen));
    const next = current < 0 ? STEPS.length : current;
    this.items.forEach((item, number) => {
      item.classList.toggle("done", STEPS[number].done(seen));
      item.classList.toggle("current", number === next);
      if (number === next) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
    if (next !== this.reached) this.say(STEPS[next]?.hint ?? FINISHED);
    this.reached = next;
    return next;
  }

  phone(step) {
    return STEPS[step]?.phone;
  }

  say([before, strong, after]) {
    const mark = document.createElement("strong");
    mark.textContent = strong;
    this.hint.replaceChildren(before, mark, after);
  }
}

/** The label of the button that the step asks for, on the phone where it asks. */
export function wantedButton(step, role) {
  if (step === 2 && role === "patient") return 0;
  if (step === 5 && role === "staff") return 0;
  return null;
}
