import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlalchemy.dialects.postgresql import Range
from bot.channels.contract import Attachment, Button
from bot.models import *
from bot.services import handover, staff
from tests.factories import *

OUT = Path("/tmp/console-shots")
OUT.mkdir(exist_ok=True)


def seed(runtime, cast):
    cast["counsellor"]
    cast["administrator"]
    cast["analyst"]
    now = datetime.now(UTC)
    w = runtime.content.wording
    with runtime.database.session() as s:
        me = s.query(StaffRow).filter_by(name="counsellor").one()
        me.counsellor = "counsellor-1"
        me.shown_name = "Mara König"
        jo = make_member(s, "jo.b", shown_name="Jo Becker")
        a = make_conversation(
            s, language="ar", owner="assistant", channel="web", now=now - timedelta(minutes=50), place="kiosk"
        )
        say(s, a, "مرحبا، كيف أسجل عنواني في دورتموند؟", now=now - timedelta(minutes=49))
        say(
            s,
            a,
            "سجّل سكنك خلال أسبوعين من الانتقال. هذا يسمى Anmeldung.\n\nما تحتاجه:\n• جواز السفر\n• Wohnungsgeberbestätigung\n\nالهاتف: \u20660231 50-11150\u2069",
            sender="assistant",
            now=now - timedelta(minutes=49),
            buttons=(
                (Button("هل ساعدك هذا؟ نعم", "helpful:yes"), Button("لا", "helpful:no")),
                (Button("أريد التحدث مع شخص", "do:human"),),
            ),
        )
        say(s, a, "زوجي يضربني ولا أعرف ماذا أفعل", now=now - timedelta(minutes=41))
        handover.hand_over(s, a, reason="safety", now=now - timedelta(minutes=40))
        a.alarm_at = now - timedelta(minutes=40)
        a.unread = 1
        b = make_conversation(
            s, language="uk", channel="telegram", now=now - timedelta(minutes=20), address=12345
        )
        say(
            s,
            b,
            "Доброго дня! Мені потрібна допомога з листом від Jobcenter.",
            now=now - timedelta(minutes=15),
        )
        say(
            s,
            b,
            "",
            now=now - timedelta(minutes=14),
            attachment=Attachment("photo", "AgACAgIAAxkBAAIBY2", "Brief.jpg", 245000),
        )
        m = say(
            s, b, "Я не зрозумів. Ви маєте на увазі…", sender="assistant", now=now - timedelta(minutes=13)
        )
        handover.hand_over(s, b, reason="asked", now=now - timedelta(minutes=12))
        s.flush()
        undeliver(s, b, m.number, "uncertain")
        c = make_conversation(
            s,
            language="en",
            owner="waiting",
            now=now - timedelta(minutes=3),
            waiting_since=now - timedelta(minutes=3),
            waiting_reason="not-understood",
        )
        say(
            s,
            c,
            "<b>Hello</b> <script>alert(1)</script> \u202egnp.exe my landlord will not give me the paper, what now? This is a long line that should be cut",
            now=now - timedelta(minutes=3),
        )
        d = make_conversation(s, language="de", now=now - timedelta(days=1, minutes=90))
        say(
            s,
            d,
            "Ich möchte einen Deutschkurs machen. Wo kann ich mich anmelden?",
            now=now - timedelta(days=1, minutes=80),
        )
        say(
            s,
            d,
            "Ein Integrationskurs passt oft. Fragen Sie bei einer Kursschule nach.",
            sender="assistant",
            now=now - timedelta(days=1, minutes=80),
        )
        handover.hand_over(s, d, reason="asked", now=now - timedelta(minutes=70))
        handover.take_over(s, d.id, me, wording=w, now=now - timedelta(minutes=60))
        handover.reply(
            s,
            d.id,
            me,
            "Guten Tag, ich bin Mara König von MigraDo. Haben Sie schon einen Berechtigungsschein?\nWenn nicht, helfe ich Ihnen beim Antrag.",
            wording=w,
            now=now - timedelta(minutes=58),
        )
        say(
            s, d, "Nein, noch nicht. Ich habe nur die Fiktionsbescheinigung.", now=now - timedelta(minutes=30)
        )
        handover.add_note(
            s,
            d.id,
            me,
            "Braucht Termin Erstgespräch, kommt mit zwei Kindern.\nRückruf Do nachmittags.",
            now=now - timedelta(minutes=20),
        )
        e = make_conversation(s, language="fa", now=now - timedelta(minutes=99))
        handover.take_over(s, e.id, jo, wording=w, now=now - timedelta(minutes=33))
        s.add(
            InboxRow(
                conversation_id=b.id,
                channel="telegram",
                external_hash=b"x1",
                body={},
                received_at=now,
                answered_at=now,
                problem="failed",
            )
        )
        s.add(
            InboxRow(
                conversation_id=None,
                channel="telegram",
                external_hash=b"x2",
                body={},
                received_at=now,
                answered_at=now,
                problem="unparsable",
            )
        )
        from datetime import date
        from bot.local_time import day_bounds, local_day

        start = day_bounds(local_day(now))[0]
        rows = {r.key: r for r in s.query(CounsellorRow)}
        for key in ("counsellor-1", "counsellor-2"):
            if key not in rows:
                rows[key] = CounsellorRow(key=key)
                s.add(rows[key])
        s.flush()
        for k, h, svc, off, lang, st in (
            ("counsellor-1", 9, "first-interview", "friedensplatz", "ar", "confirmed"),
            ("counsellor-2", 10, "migration-counselling", "berswordt-halle", "uk", "confirmed"),
            ("counsellor-1", 11, "first-interview", "friedensplatz", "de", "cancelled"),
            ("counsellor-1", 13, "first-interview", "friedensplatz", "fa", "confirmed"),
        ):
            b0 = start + timedelta(hours=h)
            e0 = b0 + timedelta(minutes=45)
            s.add(
                AppointmentRow(
                    conversation_id=None,
                    service=svc,
                    office=off,
                    counsellor_id=rows[k].id,
                    language=lang,
                    starts_at=b0,
                    ends_at=e0,
                    during=Range(b0, e0 + timedelta(minutes=15)),
                    status=st,
                    created_at=now,
                )
            )
        return a.id, b.id, c.id, d.id


def test_shots(console_runtime, cast, open_page):
    a, b, c, d = seed(console_runtime, cast)
    only = os.environ.get("SHOTS", "").split(",") if os.environ.get("SHOTS") else None
    pages = {
        "login": ("outsider", "/staff/login"),
        "waiting": ("counsellor", "/staff/conversations"),
        "waiting-analyst": ("analyst", "/staff/conversations"),
        "conv-ar": ("administrator", f"/staff/conversations/{a}"),
        "conv-uk": ("counsellor", f"/staff/conversations/{b}"),
        "conv-html": ("counsellor", f"/staff/conversations/{c}"),
        "conv-mine": ("counsellor", f"/staff/conversations/{d}"),
        "closed": ("counsellor", "/staff/conversations?list=closed"),
        "appointments": ("counsellor", "/staff/appointments"),
        "problems": ("counsellor", "/staff/problems"),
        "accounts": ("administrator", "/staff/accounts"),
        "account1": ("administrator", "/staff/accounts/1"),
        "audit": ("administrator", "/staff/audit"),
        "me": ("counsellor", "/staff/account"),
        "nothing": ("counsellor", "/staff/nope"),
    }
    for name, (who, path) in pages.items():
        if only and name not in only:
            continue
        for width in (1280, 360):
            for scheme in ("light", "dark"):
                if scheme == "dark" and (name not in ("conv-mine", "waiting")):
                    continue
                p = open_page(who, path, width=width, height=800 if width > 400 else 700, scheme=scheme)
                p.wait_for_timeout(400)
                p.screenshot(path=OUT / f"{name}-{width}-{scheme}.png", full_page=width < 400)
                over = p.evaluate("document.documentElement.scrollWidth - innerWidth")
                if over > 0:
                    print("OVERFLOW", name, width, over)
                p.context.close()
