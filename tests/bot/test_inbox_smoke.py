import uuid
from bot.inbox import Inbox
from bot.channels.contract import Inbound


def send(inbox, conversation, text="", payload=""):
    kind = "button" if payload else "text"
    r = inbox.receive("web", conversation, Inbound(str(uuid.uuid4()), kind, text=text, payload=payload))
    inbox.work(r.conversation)
    out = inbox.replies(r.inbox_id)
    for m in out:
        print(m.about, repr(m.text[:1500]))
        for row in m.buttons:
            print("   ", [(b.label, b.payload) for b in row])
    return out


def test_smoke(runtime):
    inbox = Inbox(runtime)
    conversation, token, first = inbox.open_web(language="de", place="web")
    for m in first:
        print(m.about, m.text, m.buttons)
    for p in ["topic:register-address", "helpful:no", "topics", "group:arrival", "do:questionnaire", "consent:yes"]:
        print("=====", p)
        out = send(inbox, conversation, payload=p)
    for _ in range(30):
        last = out[-1]
        if not last.about or last.about.kind != "question":
            break
        b = last.buttons[0][0]
        if b.payload.startswith("a"):
            print("=====", b.payload)
            out = send(inbox, conversation, payload=b.payload)
            if out[-1].replaces:
                done = [x for row in out[-1].buttons for x in row if x.payload.endswith("-done")][0]
                out = send(inbox, conversation, payload=done.payload)
        else:
            print("===== text", last.about.id)
            out = send(inbox, conversation, text="2" if "count" in last.about.id else "03.2024")
    for p in ["do:why", "do:book", "consent:yes"]:
        print("=====", p)
        out = send(inbox, conversation, payload=p)
    for _ in range(4):
        out = send(inbox, conversation, payload=out[-1].buttons[0][0].payload)
    for p in ["do:my-appointments", "do:human", "consent:yes", "assistant", "my-data", "do:delete-data"]:
        print("=====", p)
        out = send(inbox, conversation, payload=p)
    out = send(inbox, conversation, payload=out[-1].buttons[0][0].payload)
    out = send(inbox, conversation, text="hallo")
