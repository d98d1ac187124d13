# Die Wörter der Arbeitsoberfläche unter /staff.

## Rahmen
skip-to-content = Zum Inhalt
open-menu = Menü
navigation = Bereiche
place-waiting = Wartend
place-mine = Meine
place-staff = Beim Team
place-closed = Geschlossen
place-appointments = Termine
place-problems = Probleme
place-accounts = Konten
place-audit = Protokoll
alarms = { $count ->
    [one] { $count } Alarm
   *[other] { $count } Alarme
}
sign-out = Abmelden
off-duty-short = nicht im Dienst
live-lost = Die Verbindung ist unterbrochen. Diese Seite zeigt vielleicht nicht den neuesten Stand. Wir versuchen es weiter.
to-start = Zur Startseite
show = Anzeigen
filter = Filtern
older = Ältere anzeigen
state = Status
language = Sprache
role = Rolle
former-member = früheres Mitglied
minutes = { $minutes } Min.
hours-minutes = { $hours } Std. { $minutes } Min.
days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}

## Tastatur
help-title = Tastenkürzel
key-enter = Eingabe
key-send = Strg + Eingabe
help-move = In der Liste nach unten, nach oben
help-open = Gespräch öffnen
help-reply = Antwort schreiben
help-note = Interne Notiz schreiben
help-send = Antwort oder Notiz abschicken
help-help = Diese Hilfe
help-on = Tastenkürzel benutzen
close-help = Hilfe schließen

## Absagen
refused-not-found = Diese Seite gibt es nicht
refused-not-found-more = Der Link ist nicht mehr gültig, oder Ihre Rolle darf diese Seite nicht sehen.
refused-stale-form = Dieses Formular ist nicht mehr gültig
refused-stale-form-more = Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
refused-unavailable = Gerade nicht erreichbar
refused-unavailable-more = Die Datenbank antwortet nicht. Ihre letzte Änderung ist vielleicht nicht gespeichert. Gehen Sie zurück und versuchen Sie es gleich noch einmal.
refused-too-large = Das ist zu viel Text
refused-too-large-more = Es wurde nichts gespeichert. Bitte kürzen Sie den Text.

## Anmelden
sign-in = Anmelden
sign-in-title = Anmelden
sign-in-help = Passwort vergessen? Eine Administratorin oder ein Administrator kann Ihnen ein neues geben.
done-signed-out = Sie sind abgemeldet.
wrong-sign-in = Kontoname oder Passwort stimmt nicht.
too-many-attempts = Zu viele Versuche. Bitte versuchen Sie es ab { $time } Uhr noch einmal.
account-name = Kontoname
account-name-hint = Kleinbuchstaben und Ziffern, auch . _ - @; zum Beispiel: mara.k
shown-name = Angezeigter Name
shown-name-hint = So sehen Ratsuchende die Person im Chat.
password = Passwort
password-hint = Mindestens 10 Zeichen. Ein paar Wörter hintereinander sind gut zu merken.
console-language = Sprache der Arbeitsoberfläche
setup-title = Erstes Konto anlegen
setup-intro = Dieses Konto verwaltet alle anderen. Der Link funktioniert nur einmal.
setup-button = Konto anlegen

problem-bad-name = Bitte 2 bis 64 Zeichen: Kleinbuchstaben, Ziffern, . _ - @, am Anfang ein Buchstabe oder eine Ziffer.
problem-name-taken = Diesen Kontonamen gibt es schon.
problem-bad-shown-name = Bitte einen Namen mit 1 bis 60 Zeichen, ohne Steuerzeichen.
problem-password-too-short = Bitte mindestens 10 Zeichen.
problem-password-too-long = Bitte höchstens 1024 Zeichen.
problem-wrong-current-password = Das ist nicht Ihr jetziges Passwort.
problem-passwords-differ = Die beiden neuen Passwörter sind verschieden.
problem-unknown-role = Bitte eine Rolle auswählen.
problem-unknown-language = Bitte eine Sprache auswählen.
problem-last-administrator = Das ist das letzte aktive Konto, das Konten verwaltet. Geben Sie erst einem anderen Konto diese Rolle.

## Rollen
role-counsellor = Beratung
role-editor = Redaktion
role-analyst = Auswertung
role-administrator = Administration
role-counsellor-may = liest und beantwortet Gespräche, sieht Termine
role-editor-may = pflegt Beispiele und Texte, trainiert das Modell
role-analyst-may = sieht, wie viele warten und was nicht verstanden wurde, ohne Gesprächsverläufe
role-administrator-may = verwaltet Konten, dazu alles, was die Beratung darf

## Listen
list-waiting = Wartende Gespräche
list-mine = Meine Gespräche
list-staff = Gespräche beim Team
list-closed = Geschlossene Gespräche
filter-language = Nach Sprache filtern
all-languages = Alle Sprachen
empty-waiting = Niemand wartet.
empty-waiting-more = Wenn jemand mit einem Menschen sprechen möchte, erscheint das Gespräch hier von selbst.
empty-mine = Sie haben kein Gespräch übernommen.
empty-mine-more = Öffnen Sie ein wartendes Gespräch und wählen Sie „Übernehmen“.
empty-staff = Niemand im Team hat gerade ein Gespräch.
empty-staff-more = Hier stehen alle Gespräche, die jemand übernommen hat.
empty-closed = Es gibt keine geschlossenen Gespräche.
empty-closed-more = Gespräche, die Sie schließen, finden Sie hier wieder.
alarm = Alarm
not-reachable = nicht erreichbar
unread = { $count } neu
waiting-for = wartet seit
reason-asked = möchte mit einem Menschen sprechen
reason-not-understood = nicht verstanden
reason-safety = nach einer Sicherheitsantwort
reason-failed = eine Nachricht konnte nicht verarbeitet werden
reason-withdrawn = nicht mehr gewünscht
reason-other = braucht einen Menschen
channel-web = Web
channel-telegram = Telegram
channel-terminal = Terminal
channel-other = anderer Kanal
at-web = Webseite
at-kiosk = Kiosk
at-other = anderer Ort
sender-person = Ratsuchende Person
sender-assistant = Assistent
sender-staff = Team
sender-system = Hinweis

## Ein Gespräch
conversation = Gespräch
conversation-title = Gespräch, { $language }
choose-conversation = Wählen Sie links ein Gespräch. Dann sehen Sie hier den Gesprächsverlauf und können antworten.
no-transcripts = Ihre Rolle sieht, wer wartet, aber keine Gesprächsverläufe.
back-to-list = Zurück zur Liste
state-mine = Sie haben dieses Gespräch
state-staff = { $name } hat dieses Gespräch
state-waiting = Wartet auf einen Menschen
state-assistant = Der Assistent antwortet
state-closed = Geschlossen
waits-since = seit { $minutes }
alarm-since = Alarm um { $time }
take-over = Übernehmen
take-over-from = Von { $name } übernehmen
alarm-seen = Alarm gesehen
give-back = Zurückgeben
give-back-consequence = Der Assistent antwortet wieder. Die Person bekommt die Nachricht, dass Sie das Gespräch verlassen haben.
give-back-now = An den Assistenten zurückgeben
close = Schließen
close-consequence = Die Person bekommt die Nachricht, dass das Gespräch beendet ist. Schreibt sie wieder, antwortet der Assistent.
close-now = Gespräch schließen
transcript = Gesprächsverlauf
earlier-messages = Frühere Nachrichten anzeigen
empty-transcript = Noch keine Nachricht. Was die Person schreibt, erscheint hier.
new-below = Neues unten ↓
reply = Antworten
reply-label = Antwort an die Person
reply-language = Sprache der Antwort
reply-hint-mine = Die Person sieht Ihre Antwort mit Ihrem Namen.
reply-hint-other = Mit Ihrer Antwort übernehmen Sie das Gespräch.
reply-hint-staff = { $name } hat dieses Gespräch. Mit Ihrer Antwort übernehmen Sie es.
write-note = Interne Notiz schreiben
note = Interne Notiz
note-label = Interne Notiz, nur für das Team
note-hint = Die Person sieht Notizen nie.
save-note = Notiz speichern
offered-buttons = Angebotene Knöpfe
file-sent = Datei an die Person
attachment-photo = Foto
attachment-file = Datei
attachment-voice = Sprachnachricht
attachment-video = Video
attachment-contact = Kontakt
attachment-location = Standort
attachment-other = Anhang
attachment-stays = Bleibt bei: { $channel }. Verweis:
event-waiting = Wartet auf einen Menschen
event-waiting-by = { $name } hat das Gespräch in die Warteliste gestellt
event-staff = Übernommen
event-staff-by = { $name } hat übernommen
event-assistant = Zurück beim Assistenten
event-assistant-by = { $name } hat an den Assistenten zurückgegeben
event-closed = Geschlossen
event-closed-by = { $name } hat geschlossen
held-by-colleague = { $name } war schneller und hat dieses Gespräch. Es wurde nichts gesendet. Ihr Text steht noch da.
no-longer-held = Niemand vom Team hat dieses Gespräch mehr. Es wurde nichts geändert.
text-empty = Bitte schreiben Sie etwas.
text-too-long = Der Text ist zu lang: höchstens 4000 Zeichen für eine Antwort, 10 000 für eine Notiz.
done-taken-over = Sie haben das Gespräch übernommen. Die Person weiß Bescheid.
done-replied = Ihre Antwort ist unterwegs.
done-noted = Die Notiz ist gespeichert.
done-given-back = Der Assistent antwortet wieder.
done-closed = Das Gespräch ist geschlossen.
done-alarm-seen = Der Alarm ist als gesehen markiert.
done-sent-again = Die Nachricht wird noch einmal gesendet.
done-dismissed = Die Nachricht wird nicht mehr gesendet.
done-attended = Als erledigt markiert.

## Zustellung
delivery-queued = Wird gesendet
delivery-sending = Wird gesendet
delivery-failed = Nicht angekommen
delivery-uncertain = Vielleicht nicht angekommen
delivery-dismissed = Nicht angekommen, wird nicht mehr gesendet
send-again = Noch einmal senden
send-again-failed = Die Person hat diese Nachricht nicht bekommen.
send-again-uncertain = Die Verbindung brach beim Senden ab. Wenn Sie noch einmal senden, kommt die Nachricht vielleicht doppelt an.
dismiss = Nicht mehr senden

## Probleme
problems-title = Probleme
problems-intro = Nachrichten, die nicht angekommen sind oder nicht verarbeitet werden konnten. Nichts davon geht verloren; hier steht, worum sich jemand kümmern muss.
undelivered-title = Nicht zugestellt
empty-undelivered = Alles ist angekommen. Nachrichten, die nicht zugestellt werden konnten, erscheinen hier.
unhandled-title = Nicht verarbeitet
empty-unhandled = Alles wurde verarbeitet. Eingehende Nachrichten, mit denen der Assistent nichts anfangen konnte, erscheinen hier.
unhandled-unparsable = Nicht lesbar
unhandled-failed = Fehler bei der Verarbeitung
unhandled-other = Nicht verarbeitet
message-number = Nachricht { $number }
message-count = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
open-conversation = Gespräch öffnen
attend = Als erledigt markieren
problem-settled = Darum hat sich schon jemand gekümmert.

## Termine
appointments-title = Termine
appointments-today = Termine heute
appointments-of = Termine am
previous-day = Tag davor
next-day = Tag danach
today = Heute
day = Tag
time = Zeit
service = Beratungsangebot
counsellor = Beratung
office = Standort
all-counsellors = Alle
cancelled = abgesagt
yours = Ihr Termin
empty-appointments = Für diesen Tag ist kein Termin gebucht.
empty-appointments-more = Gebuchte Termine erscheinen hier mit Uhrzeit, Sprache und Standort.

## Konten
accounts-title = Konten
all-accounts = Alle Konten
account-title = Konto { $name }
calendar = Kalender
calendar-hint = Wessen Termine dieser Person gehören.
no-calendar = kein Kalender
account-active = aktiv
account-inactive = deaktiviert
add-account = Konto hinzufügen
add-account-hint = Das erste Passwort wird nach dem Anlegen einmal angezeigt.
add-account-button = Konto hinzufügen
save-account = Änderungen speichern
role-consequence = Ändert sich die Rolle, muss sich die Person neu anmelden.
reset-password = Neues Passwort vergeben
reset-password-consequence = Das alte Passwort gilt dann nicht mehr, und die Person wird überall abgemeldet. Das neue wird einmal angezeigt.
password-once = Das neue Passwort, nur jetzt zu sehen:
password-once-more = Geben Sie es der Person persönlich. Sie soll es nach dem Anmelden unter ihrem Namen ändern.
deactivate = Konto deaktivieren
deactivate-consequence = Die Person wird sofort abgemeldet und kann sich nicht mehr anmelden. Das lässt sich rückgängig machen.
activate = Konto wieder aktivieren
activate-consequence = Die Person kann sich wieder anmelden.
done-account-changed = Die Änderungen sind gespeichert.
done-account-activated = Das Konto ist wieder aktiv.
done-account-deactivated = Das Konto ist deaktiviert.

## Eigenes Konto
my-account = Mein Konto
duty-title = Dienst
duty-on = Sie sind im Dienst: Der Assistent rechnet mit Ihnen, wenn jemand einen Menschen braucht.
duty-off = Sie sind nicht im Dienst.
go-off-duty = Dienst beenden
go-on-duty = Dienst beginnen
change-language = Sprache ändern
change-password-title = Passwort ändern
change-password-consequence = Andere Browser, in denen Sie angemeldet sind, werden abgemeldet.
current-password = Jetziges Passwort
new-password = Neues Passwort
repeat-password = Neues Passwort noch einmal
change-password = Passwort ändern
done-password-changed = Ihr Passwort ist geändert.
done-language-changed = Die Sprache ist geändert.
done-on-duty = Sie sind im Dienst.
done-off-duty = Sie sind nicht mehr im Dienst.

## Protokoll
audit-title = Protokoll
audit-intro = Wer welchen Gesprächsverlauf geöffnet und was geändert hat. Texte und Namen von Ratsuchenden stehen hier nie.
who = Wer
what = Was
concerns = Betrifft
everybody = Alle
everything = Alles
empty-audit = Hier steht noch nichts. Jedes Öffnen eines Gesprächsverlaufs und jede Änderung an Konten erscheint hier.
action-transcript-read = Gesprächsverlauf geöffnet
action-signed-in = angemeldet
action-signed-out = abgemeldet
action-account-added = Konto angelegt
action-role-changed = Rolle geändert
action-account-activated = Konto aktiviert
action-account-deactivated = Konto deaktiviert
action-password-reset = Passwort neu vergeben
action-password-changed = eigenes Passwort geändert
action-on-duty = Dienst begonnen
action-off-duty = Dienst beendet
action-sent-again = Nachricht noch einmal gesendet
action-dismissed = Nachricht aufgegeben
action-attended = Problem erledigt
action-other = andere Änderung

## Arbeitsliste
place-worklist = Arbeitsliste
place-understanding = Verstehen
place-validity = Aktualität
worklist-title = Arbeitsliste
worklist-intro = Was der Assistent nicht verstanden hat, oder was nicht geholfen hat. Angaben zur Person sind durch ihre Art ersetzt; nichts führt zurück zu einem Gespräch. Wählen Sie, was gemeint war: Der Satz wird ein Beispiel dafür.
why-listed = Grund
listed-not-understood = nicht verstanden
listed-rejected = kein Vorschlag passte
listed-not-helpful = Antwort half nicht
listed-unavailable = Verstehen war ausgefallen
period = Zeitraum
any-time = jederzeit
last-days = { $days ->
    [one] heute
   *[other] letzte { $days } Tage
}
worklist-state-open = offen
worklist-state-taken = Beispiel geworden
worklist-state-dismissed = verworfen
count-by-language = Anzahl nach Sprache
said-times = { $count ->
    [one] einmal
   *[other] { $count }-mal
}
masked-name = Name
masked-phone = Telefonnummer
masked-email = E-Mail
masked-link = Link
masked-iban = IBAN
masked-date = Datum
masked-number = Nummer
masked-address = Adresse
masked-other = entfernt
taken-for = Verstanden als:
no-guess = keine Vermutung
is-example-of = Beispiel für: { $intent }
choose-guess = Gemeint war:
other-intent = Anderes Anliegen, oder den Satz ändern
example-sentence = Beispielsatz
intent = Anliegen
choose-intent = Bitte wählen
make-example = Als Beispiel aufnehmen
meaning-outside = Gehört nicht zu unseren Themen
meanings-faq = Themen
meanings-do = Was der Assistent tun soll
meanings-safety = Gefahr
meanings-other = Außerhalb
language-off = Diese Sprache ist nicht eingeschaltet. Ein Beispiel kann daraus nicht werden.
worklist-dismiss = Verwerfen
undo = Rückgängig machen
next-page = Weitere anzeigen
empty-worklist = Hier ist nichts zu tun.
empty-worklist-more = Sätze, die der Assistent nicht versteht, erscheinen hier von selbst.
worklist-settled = Um diesen Satz hat sich schon jemand gekümmert.
example-duplicate = Diesen Beispielsatz gibt es in dieser Sprache schon, bei: { $intent }. Es wurde nichts geändert.
example-empty = Der Satz enthält keine Wörter. Bitte schreiben Sie einen Satz.
example-too-long = Der Satz ist zu lang: höchstens 300 Zeichen.
example-no-intent = Bitte wählen Sie ein Anliegen.
example-no-language = Diese Sprache ist nicht eingeschaltet.
done-example-added = Der Satz ist jetzt ein Beispiel. Verstanden wird er nach dem nächsten Training.
done-worklist-dismissed = Der Satz ist verworfen.
done-worklist-undone = Der Satz steht wieder auf der Liste.
action-example-added = Beispielsatz aufgenommen
action-example-removed = Beispielsatz zurückgenommen
action-worklist-dismissed = Satz der Arbeitsliste verworfen
action-worklist-reopened = Satz wieder auf die Arbeitsliste gesetzt

## Verstehen
understanding-title = Verstehen
understanding-intro = Das Modell lernt aus den veröffentlichten Beispielen. Ein neues wird an Testsätzen gemessen und nur eingesetzt, wenn es nicht schlechter ist als das jetzige.
under-way = Training
under-way-more = Sie können diese Seite verlassen. Bis zum Wechsel antwortet das jetzige Modell; keine Nachricht geht verloren.
model-kind-train = Neues Modell
model-kind-back = Zurück zu einem früheren Modell
model-kind-first = Erstes Modell
training-waiting = wartet
training-training = wird trainiert
training-scoring = wird an den Testsätzen gemessen
training-loading = wird geladen
training-live = eingesetzt
training-refused = nicht eingesetzt, weil schlechter
training-failed = fehlgeschlagen
training-other = in Arbeit
seconds = { $seconds } s
before = vorher
why-worse-overall = An allen Testsätzen gemessen steht das richtige Anliegen beim neuen Modell nur in { $after } an erster Stelle, beim jetzigen in { $before }. Erlaubt sind 2 Punkte weniger. Das jetzige Modell bleibt.
why-worse-language = In der Sprache { $language } steht das richtige Anliegen beim neuen Modell nur in { $after } der Testsätze an erster Stelle, beim jetzigen in { $before }. Erlaubt sind 5 Punkte weniger. Das jetzige Modell bleibt.
why-not-loaded = Das neue Modell konnte nicht geladen werden. Das jetzige Modell bleibt.
why-broken-off = Das Training ist abgebrochen, zum Beispiel durch einen Neustart. Das jetzige Modell bleibt.
why-training-failed = Das Training ist gescheitert: { $text }. Das jetzige Modell bleibt.
model-in-use = Im Einsatz
in-use-since = Seit { $time }.
right-first = Bei { $share } von { $count } Testsätzen steht das richtige Anliegen an erster Stelle.
right-first-short = Richtiges zuerst
result = Ergebnis
empty-models = Noch ist kein Modell verzeichnet. Das erste wird beim Start trainiert und erscheint dann hier.
examples-newer = Die Beispiele sind neuer als das Modell.
examples-trained = Alle veröffentlichten Beispiele sind trainiert.
train-now = Jetzt trainieren
train-now-link = Zum Training
train-consequence = Das dauert bis zu einer Minute und läuft im Hintergrund.
model-before = Zurück zum Modell davor
back-to-this = Zu diesem Modell zurück
models-before = Die letzten Modelle
by-command = Betrieb
already-training = Ein Training läuft schon. Bitte warten Sie, bis es fertig ist.
model-gone = Dieses Modell ist nicht mehr aufbewahrt.
done-training-asked = Das Training beginnt.
done-model-back-asked = Das frühere Modell wird eingesetzt.
action-model-training = Training begonnen
action-model-back = zu einem früheren Modell zurückgekehrt

## Aktualität
validity-title = Aktualität
validity-intro = Antworten, deren Datum abgelaufen ist oder in den nächsten 60 Tagen abläuft, und Übersetzungen, deren deutscher Text sich geändert hat. Abgelaufene Antworten werden weiter gegeben, mit einem Hinweis.
validity-expired = abgelaufen
validity-expiring = läuft bald ab
validity-outdated = älter als der deutsche Text
text = Text
responsible = Zuständig
empty-validity = Alle Texte sind aktuell.
empty-validity-filter = Für diese Auswahl ist alles aktuell.
empty-validity-more = Antworten, die bald ablaufen, und überholte Übersetzungen erscheinen hier von selbst.
all-stale-texts = Alle Texte, um die sich jemand kümmern muss
text-outdated = Diese Übersetzung ist älter als ihr deutscher Text.
text-expired = Das Datum dieser Antwort ist abgelaufen. Bitte prüfen Sie die Quellen.
as-of = Stand
valid-until = Gültig bis
sources = Quellen
