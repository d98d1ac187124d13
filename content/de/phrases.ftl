# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Willkommen. Ich bin Lotse, der digitale Helfer für alle, die neu in Dortmund sind. Ich bin ein Programm, kein Mensch. Wählen Sie Ihre Sprache. Sie können mir auch einfach schreiben.
welcome-back = Willkommen zurück.
privacy-short = Ihre Nachrichten werden verschlüsselt gespeichert. Sie können Ihre Daten jederzeit ansehen oder löschen. Bitte schreiben Sie hier keine Passwörter oder Bankdaten.
menu = Was brauchen Sie? Tippen Sie auf einen Knopf oder schreiben Sie Ihre Frage.
help =
    Das kann ich für Sie tun:
    • Fragen zum Leben in Dortmund beantworten. Schreiben Sie einfach, was Sie wissen möchten.
    • Mit Ihnen den Fragebogen ausfüllen. Dann wissen wir, welche Hilfe Sie brauchen.
    • Einen Termin bei der Beratung buchen.
    • Sie mit einem Menschen verbinden.

    In Gefahr rufen Sie die Polizei: 110. Bei einem Notfall oder Feuer: 112.
topics = Zu welchem Thema haben Sie eine Frage?
topics-group = { $group }: Was möchten Sie wissen?
topic-unknown = Zu diesem Thema habe ich keine Antwort.
text-missing = Dieser Text fehlt gerade. Bitte fragen Sie einen Menschen.

group-arrival = Ankommen
group-residence = Aufenthalt
group-language = Deutsch lernen
group-family = Familie, Schule, Kita
group-work = Arbeit
group-health = Gesundheit
group-housing = Wohnen
group-money = Geld
group-everyday = Alltag
group-counselling = Beratung
group-participation = Mitmachen
group-service = Über uns

button-menu = Menü
button-topics = Fragen und Antworten
button-questionnaire = Fragebogen ausfüllen
button-questionnaire-resume = Fragebogen fortsetzen
button-book = Termin buchen
button-appointments = Meine Termine
button-places = Orte in der Nähe
button-human = Mit einem Menschen sprechen
button-language = Sprache ändern
button-my-data = Meine Daten
button-privacy = Datenschutz
button-assistant = Zurück zum Assistenten
button-stale = Dieser Knopf gehört zu einer früheren Frage.
attachment-kept = Danke, das ist angekommen. Bilder, Dateien und Sprachnachrichten kann ich nicht öffnen. Bitte schreiben Sie, worum es geht. Oder sprechen Sie mit einem Menschen.

## Answers

answer-source = Quelle: { $source }. Stand: { $date }.
answer-volatile = Das kann sich ändern. Fragen Sie bitte nach: { $office }.
answer-outdated = Achtung: Diese Antwort ist vom { $date } und vielleicht nicht mehr richtig. Fragen Sie bitte nach: { $office }.
button-helpful-yes = Das hat geholfen
button-helpful-no = Das hat nicht geholfen
helpful-thanks = Danke für Ihre Rückmeldung.
helpful-sorry = Das tut mir leid. Möchten Sie mit einem Menschen sprechen?

## Not understood

not-understood = Das habe ich nicht verstanden. Bitte schreiben Sie es mit anderen Worten. Oder tippen Sie auf einen Knopf.
out-of-scope = Dazu kann ich nichts sagen. Ich helfe bei Fragen zum Ankommen und Leben in Dortmund.
did-you-mean = Meinen Sie das?
button-none-of-these = Nichts davon
handover-offer = Möchten Sie mit einem Menschen sprechen?

intent-questionnaire = Fragebogen ausfüllen
intent-book = Termin buchen
intent-reschedule = Termin verschieben
intent-cancel-appointment = Termin absagen
intent-my-appointments = Meine Termine
intent-human = Mit einem Menschen sprechen
intent-change-language = Sprache ändern
intent-places-nearby = Orte in der Nähe
intent-delete-data = Meine Daten löschen
intent-export-data = Meine Daten ansehen
intent-help = Hilfe
intent-affirm = Ja
intent-deny = Nein
intent-back = Zurück
intent-skip = Überspringen
intent-why = Warum?
intent-stop = Pause
intent-greet = Hallo
intent-thanks = Danke
intent-goodbye = Auf Wiedersehen
intent-repeat = Noch einmal

## Small talk

small-greet = Guten Tag. Was kann ich für Sie tun?
small-thanks = Gern.
small-goodbye = Auf Wiedersehen. Sie können jederzeit wieder schreiben.
small-nothing-open = Gerade ist keine Frage offen. Was möchten Sie tun?
small-all-right = In Ordnung.
small-why-nothing = Gerade habe ich nichts gefragt. Was möchten Sie wissen?
small-stopped = In Ordnung. Sie können jederzeit weitermachen.

## Language

language-which = Welche Sprache möchten Sie?
language-switched = Wir sprechen jetzt { $name }.
language-unknown = Diese Sprache kann ich nicht. Ich kann diese Sprachen:
language-not-spoken =
    Diese Sprache kann ich leider noch nicht. Ich kann diese Sprachen:
    { $names }
language-offer = Möchten Sie auf { $name } weitermachen?
language-offer-yes = Ja, weiter auf { $name }

## Consent

button-consent-yes = Ja, einverstanden
button-consent-no = Nein
consent-unclear = Bitte antworten Sie mit Ja oder Nein.
consent-no-questionnaire = In Ordnung. Ohne Ihr Ja gibt es keinen Fragebogen. Alles andere können Sie weiter nutzen.
consent-no-booking = In Ordnung. Ohne Ihr Ja kann ich keinen Termin speichern. Sie können zum Dienstleistungszentrum MigraDo am Friedensplatz 7 gehen.
consent-no-handover = In Ordnung. Ich gebe das Gespräch nicht weiter. Sie können zum Dienstleistungszentrum MigraDo am Friedensplatz 7 gehen.
consent-name-questionnaire = Fragebogen
consent-name-booking = Termine
consent-name-handover = Gespräch mit dem Team
consent-withdrawn = Ihr Ja zu „{ $consent }“ gilt nicht mehr. Was schon gespeichert ist, löschen Sie mit „Alles löschen“.

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Es gibt etwa eine Frage.
       *[other] Es gibt etwa { $questions } Fragen.
    } Sie können jede Frage überspringen. Machen Sie eine Pause, wann Sie möchten. Jede Antwort wird sofort gespeichert.
questionnaire-resumed = Wir machen dort weiter, wo Sie aufgehört haben.
questionnaire-question =
    Teil { $part } von { $parts }: { $part_name } · Frage { $number } von { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Wählen Sie eine Antwort.
how-many = Wählen Sie alles, was stimmt. Tippen Sie dann auf „Fertig“.
how-integer = Schreiben Sie eine Zahl.
how-decimal = Schreiben Sie eine Zahl.
how-date = Schreiben Sie das Datum, zum Beispiel 15.03.2024 oder 03.2024.
how-text = Schreiben Sie Ihre Antwort.
how-note = Schreiben Sie „weiter“.
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Fertig ({ $count })
button-back = Zurück
button-skip = Überspringen
button-why = Warum?
button-pause = Pause
questionnaire-first = Das ist die erste Frage.
questionnaire-paused = Pause. Ihre Antworten sind gespeichert. Sie können jederzeit bei derselben Frage weitermachen.
questionnaire-skipped = keine Angabe
questionnaire-summary =
    Das sind Ihre Antworten. Stimmt alles? Zum Ändern tippen Sie auf die Nummer.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Tippen Sie auf „Alles richtig“ oder schreiben Sie die Nummer der Antwort, die Sie ändern möchten.
button-questionnaire-finish = Alles richtig
questionnaire-done = Danke. Der Fragebogen ist fertig. Möchten Sie einen Termin buchen? Dort können Sie über Ihre Antworten sprechen.
questionnaire-finished-before = Sie haben den Fragebogen schon ausgefüllt. Sie können Antworten noch ändern.

problem-not-a-choice = Diese Antwort passt nicht zur Frage. Bitte tippen Sie auf einen der Knöpfe.
problem-nothing-chosen = Sie haben noch nichts gewählt. Wählen Sie etwas oder tippen Sie auf „Überspringen“.
problem-not-a-number = Bitte schreiben Sie eine Zahl, zum Beispiel 3.
problem-not-a-date = Dieses Datum habe ich nicht verstanden. Bitte schreiben Sie es so: 15.03.2024 oder 03.2024.
problem-not-a-text = Bitte schreiben Sie Ihre Antwort als Text. Sie darf nicht zu lang sein.
problem-too-long = Dieser Text ist zu lang. Bitte schreiben Sie es kürzer.

## Booking

book-which-service =
    Worum geht es?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Bitte tippen Sie auf ein Angebot oder schreiben Sie seine Nummer.
book-which-day = { $service }: Welcher Tag passt Ihnen?
book-day-unclear = Diesen Tag habe ich nicht verstanden. Tippen Sie auf einen Tag oder schreiben Sie zum Beispiel 24.11.2026.
book-day-full = Am { $day } ist leider kein Termin frei.
book-which-time = { $day }: Welche Uhrzeit passt Ihnen?
book-time-unclear = Diese Uhrzeit habe ich nicht gefunden. Tippen Sie bitte auf eine der Uhrzeiten.
book-time-gone = Dieser Termin ist gerade vergeben worden. Bitte wählen Sie einen anderen.
book-confirm =
    Bitte prüfen Sie:
    { $service }
    { $at }
    { $office }
    { $directions }
    Beratung: { $counsellor }

    { $bring }
book-confirm-unclear = Bitte antworten Sie mit Ja oder Nein.
book-booked =
    Ihr Termin ist gebucht.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Wenn Sie nicht kommen können, sagen Sie den Termin bitte hier ab.
book-moved =
    Ihr Termin ist verschoben. Er ist jetzt:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = In den nächsten Wochen ist leider kein Termin frei. Möchten Sie mit einem Menschen sprechen?
book-nothing-offered = Zurzeit können hier keine Termine gebucht werden. Möchten Sie mit einem Menschen sprechen?
book-too-many = Mehr Termine für dieses Angebot sind gerade nicht möglich. Sie können einen Termin verschieben oder absagen.
book-stopped = In Ordnung. Es wurde nichts gebucht oder geändert.
button-cancel-booking = Abbrechen
button-book-confirm = Ja, Termin buchen
button-move-confirm = Ja, Termin verschieben

appointments-none = Sie haben keinen Termin.
appointments-list =
    Ihre Termine:

    { $appointments }
appointments-which-cancel =
    Welchen Termin möchten Sie absagen?

    { $appointments }
appointments-which-move =
    Welchen Termin möchten Sie verschieben?

    { $appointments }
appointments-entry = { $at }: { $service }, { $office }
appointments-cancel =
    Möchten Sie diesen Termin wirklich absagen?
    { $service }
    { $at }
appointments-cancelled = Der Termin ist abgesagt: { $service }, { $at }.
appointments-kept = In Ordnung. Ihr Termin bleibt.
appointment-gone = Diesen Termin gibt es nicht mehr.
button-cancel-appointment = Absagen: { $at }
button-move-appointment = Verschieben: { $at }
button-cancel-yes = Ja, absagen
button-cancel-no = Nein, behalten

## Handover

handover-waiting = Ich habe Ihre Bitte weitergegeben. Ein Mensch von uns antwortet Ihnen hier, sobald jemand frei ist. Sie können schon schreiben, worum es geht.
handover-still-waiting = Ihre Nachricht ist angekommen. Sie warten auf einen Menschen. Sobald jemand frei ist, bekommen Sie hier eine Antwort.
handover-closed-now = Gerade ist niemand da. Wir sind wieder da: { $opens }. Ihre Bitte ist gespeichert. Sie bekommen dann hier eine Antwort.
handover-withdrawn = In Ordnung. Ich bin wieder für Sie da.
handover-failed = Entschuldigung, bei mir ist ein Fehler passiert. Ihre Nachricht ist nicht verloren. Ein Mensch von uns kümmert sich darum und antwortet Ihnen hier.
handover-joined = { $author } ist jetzt im Gespräch.
handover-left = { $author } hat das Gespräch an den Assistenten zurückgegeben.
handover-ended = Das Gespräch ist beendet. Sie können jederzeit wieder schreiben.
safety-offer = Soll ich jetzt einem Menschen in der Beratung Bescheid geben?
button-human-now = Ja, bitte jetzt
button-go-on = Weiter im Gespräch

## Places

places-where = In welchem Stadtteil sind Sie? Sie können auch Ihren Standort senden.
places-unknown = Diesen Stadtteil kenne ich nicht. Tippen Sie bitte auf einen Knopf.
places-none = Hier kenne ich leider keinen Ort. Möchten Sie mit einem Menschen sprechen?
places-list =
    Hier finden Sie Hilfe:

    { $places }
places-entry =
    { $name }
    { $address }
    { $distance }
    { $phone }
    { $website }
    { $topics }
    { $languages }
    { $map }
    { $source }
button-whole-city = Ganze Stadt

## My data

my-data-overview =
    Das ist über Sie gespeichert, seit { $since }:
    • { $messages ->
        [one] eine Nachricht
       *[other] { $messages } Nachrichten
    }
    • { $answers ->
        [0] keine Antworten im Fragebogen
        [one] eine Antwort im Fragebogen
       *[other] { $answers } Antworten im Fragebogen
    }
    • { $appointments ->
        [0] keine Termine
        [one] ein Termin
       *[other] { $appointments } Termine
    }
    • { $notes ->
        [0] keine Notizen der Beratung
        [one] eine Notiz der Beratung
       *[other] { $notes } Notizen der Beratung
    }
    { $agreed ->
        [0] Sie haben noch nirgends Ja gesagt.
       *[other] Sie haben Ja gesagt zu:
    }
    { $consents }
my-data-copy = Ihre Daten als Datei: { $name }
my-data-confirm-erase = Möchten Sie wirklich alles löschen? Alle Nachrichten, Antworten und Termine sind dann weg. Gebuchte Termine werden abgesagt. Das kann niemand rückgängig machen.
my-data-kept = In Ordnung. Es wurde nichts gelöscht.
my-data-erased = Alles ist gelöscht. Sie können jederzeit neu anfangen.
button-withdraw = Ja zurücknehmen: { $consent }
button-export = Kopie bekommen
button-erase = Alles löschen
button-erase-yes = Ja, alles löschen
button-erase-no = Nein, behalten

copy-title = Ihre Daten bei Lotse
copy-made = Diese Kopie ist vom { $at }.
copy-messages = Nachrichten
copy-questionnaire = Fragebogen
copy-appointments = Termine
copy-consents = Ihr Einverständnis
copy-from-person = Sie
copy-from-assistant = Assistent
copy-from-staff = Beratung
copy-from-system = Hinweis
copy-status-held = vorgemerkt
copy-status-confirmed = gebucht
copy-status-cancelled = abgesagt
copy-notes =
    { $count ->
        [0] Die Beratung hat keine Notizen zu Ihrem Gespräch gemacht.
        [one] Die Beratung hat eine Notiz zu Ihrem Gespräch gemacht. Eine Kopie davon bekommen Sie auf Anfrage.
       *[other] Die Beratung hat { $count } Notizen zu Ihrem Gespräch gemacht. Eine Kopie davon bekommen Sie auf Anfrage.
    }

## Nearby and languages

places-share = Am besten senden Sie mir Ihren Standort. Dann zeige ich zuerst, was nah bei Ihnen ist.
places-distance = Ungefähr { $distance } von Ihnen
places-topics = Hilft bei: { $topics }
places-languages = Sprachen: { $languages }
places-map = [Auf der Karte zeigen]({ $url })
button-places-topic = Orte dazu in der Nähe
button-places-more = Weitere Orte
language-gone = Diese Sprache gibt es hier gerade nicht. Wir schreiben jetzt auf { $name } weiter. Sie können auch eine andere Sprache wählen.
