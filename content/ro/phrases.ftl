# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Bun venit. Sunt Lotse, ajutorul digital pentru toți cei nou-veniți în Dortmund. Sunt un program, nu o persoană. Alegeți limba dumneavoastră. Puteți și să-mi scrieți direct.
welcome-back = Bine ați revenit.
privacy-short = Mesajele dumneavoastră sunt salvate criptat. Puteți vedea sau șterge oricând datele dumneavoastră. Vă rugăm să nu scrieți aici parole sau date bancare.
menu = Cu ce vă putem ajuta? Apăsați un buton sau scrieți întrebarea.
help =
    Ce pot face pentru dumneavoastră:
    • Răspund la întrebări despre viața în Dortmund. Scrieți pur și simplu ce doriți să știți.
    • Completăm împreună chestionarul. Așa aflăm de ce ajutor aveți nevoie.
    • Fac o programare la consiliere.
    • Vă pun în legătură cu o persoană.

    În caz de pericol sunați la poliție: 110. În caz de urgență sau incendiu: 112.
topics = Despre ce temă aveți o întrebare?
topics-group = { $group }: Ce doriți să știți?
topic-unknown = Nu am niciun răspuns pe această temă.
text-missing = Acest text lipsește acum. Vă rugăm să întrebați o persoană.

group-arrival = Început în Dortmund
group-residence = Dreptul de ședere
group-language = Învățarea germanei
group-family = Familie, școală, grădiniță
group-work = Muncă
group-health = Sănătate
group-housing = Locuință
group-money = Bani
group-everyday = Viața de zi cu zi
group-counselling = Consiliere
group-participation = Implicare
group-service = Despre noi

button-menu = Meniu
button-topics = Întrebări și răspunsuri
button-questionnaire = Completați chestionarul
button-questionnaire-resume = Continuați chestionarul
button-book = Faceți o programare
button-appointments = Programările mele
button-places = Locuri în apropiere
button-human = Vorbiți cu o persoană
button-language = Schimbați limba
button-my-data = Datele mele
button-privacy = Protecția datelor
button-assistant = Înapoi la asistent
button-stale = Acest buton ține de o întrebare mai veche.
attachment-kept = Mulțumim, a ajuns la noi. Nu pot deschide imagini, fișiere și mesaje vocale. Vă rugăm să scrieți despre ce este vorba. Sau vorbiți cu o persoană.

## Answers

answer-source = Sursa: { $source }. Date din: { $date }.
answer-volatile = Acest lucru se poate schimba. Vă rugăm să întrebați la: { $office }.
answer-outdated = Atenție: Acest răspuns este din { $date } și poate nu mai este corect. Vă rugăm să întrebați la: { $office }.
button-helpful-yes = M-a ajutat
button-helpful-no = Nu m-a ajutat
helpful-thanks = Mulțumim că ne-ați spus.
helpful-sorry = Îmi pare rău. Doriți să vorbiți cu o persoană?

## Not understood

not-understood = Nu am înțeles. Vă rugăm să scrieți cu alte cuvinte. Sau apăsați un buton.
out-of-scope = Despre asta nu pot spune nimic. Ajut la întrebări despre primii pași și viața în Dortmund.
did-you-mean = La asta vă gândiți?
button-none-of-these = Nimic din acestea
handover-offer = Doriți să vorbiți cu o persoană?

intent-questionnaire = Completați chestionarul
intent-book = Faceți o programare
intent-reschedule = Mutați o programare
intent-cancel-appointment = Anulați o programare
intent-my-appointments = Programările mele
intent-human = Vorbiți cu o persoană
intent-change-language = Schimbați limba
intent-places-nearby = Locuri în apropiere
intent-delete-data = Ștergeți datele mele
intent-export-data = Vedeți datele mele
intent-help = Ajutor
intent-affirm = Da
intent-deny = Nu
intent-back = Înapoi
intent-skip = Săriți peste
intent-why = De ce?
intent-stop = Pauză
intent-greet = Bună ziua
intent-thanks = Mulțumesc
intent-goodbye = La revedere
intent-repeat = Încă o dată

## Small talk

small-greet = Bună ziua. Ce pot face pentru dumneavoastră?
small-thanks = Cu plăcere.
small-goodbye = La revedere. Puteți scrie din nou oricând.
small-nothing-open = Acum nu este deschisă nicio întrebare. Ce doriți să faceți?
small-all-right = În regulă.
small-why-nothing = Acum nu am întrebat nimic. Ce doriți să știți?
small-stopped = În regulă. Puteți continua oricând.

## Language

language-which = Ce limbă doriți?
language-switched = De acum vorbim în limba: { $name }.
language-unknown = Această limbă nu o știu. Știu aceste limbi:
language-not-spoken =
    Din păcate, încă nu știu această limbă. Știu aceste limbi:
    { $names }
language-offer = Doriți să continuați în limba { $name }?
language-offer-yes = Da, mai departe în { $name }

## Consent

button-consent-yes = Da, sunt de acord
button-consent-no = Nu
consent-unclear = Vă rugăm să răspundeți cu Da sau Nu.
consent-no-questionnaire = În regulă. Fără acordul dumneavoastră nu există chestionar. Tot restul îl puteți folosi în continuare.
consent-no-booking = În regulă. Fără acordul dumneavoastră nu pot salva o programare. Puteți merge la centrul de servicii MigraDo, Friedensplatz 7.
consent-no-handover = În regulă. Nu dau conversația mai departe. Puteți merge la centrul de servicii MigraDo, Friedensplatz 7.
consent-name-questionnaire = Chestionar
consent-name-booking = Programări
consent-name-handover = Discuția cu echipa
consent-withdrawn = Acordul dumneavoastră pentru „{ $consent }” nu mai este valabil. Ce este deja salvat puteți șterge cu „Ștergeți tot”.

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Este aproximativ o întrebare.
        [few] Sunt aproximativ { $questions } întrebări.
       *[other] Sunt aproximativ { $questions } de întrebări.
    } Puteți sări peste orice întrebare. Faceți o pauză când doriți. Fiecare răspuns se salvează imediat.
questionnaire-resumed = Continuăm de unde v-ați oprit.
questionnaire-question =
    Partea { $part } din { $parts }: { $part_name } · Întrebarea { $number } din { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Alegeți un răspuns.
how-many = Alegeți tot ce se potrivește. Apoi apăsați „Gata”.
how-integer = Scrieți un număr.
how-decimal = Scrieți un număr.
how-date = Scrieți data, de exemplu 15.03.2024 sau 03.2024.
how-text = Scrieți răspunsul dumneavoastră.
how-note = Scrieți „mai departe”.
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Gata ({ $count })
button-back = Înapoi
button-skip = Săriți peste
button-why = De ce?
button-pause = Pauză
questionnaire-first = Aceasta este prima întrebare.
questionnaire-paused = Pauză. Răspunsurile dumneavoastră sunt salvate. Puteți continua oricând de la aceeași întrebare.
questionnaire-skipped = fără răspuns
questionnaire-summary =
    Acestea sunt răspunsurile dumneavoastră. Este totul corect? Pentru a schimba ceva, apăsați numărul.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Apăsați „Totul este corect” sau scrieți numărul răspunsului pe care doriți să-l schimbați.
button-questionnaire-finish = Totul este corect
questionnaire-done = Mulțumim. Chestionarul este gata. Doriți să faceți o programare? Acolo puteți vorbi despre răspunsurile dumneavoastră.
questionnaire-finished-before = Ați completat deja chestionarul. Mai puteți schimba răspunsurile.

problem-not-a-choice = Acest răspuns nu se potrivește cu întrebarea. Vă rugăm să apăsați unul dintre butoane.
problem-nothing-chosen = Încă nu ați ales nimic. Alegeți ceva sau apăsați „Săriți peste”.
problem-not-a-number = Vă rugăm să scrieți un număr, de exemplu 3.
problem-not-a-date = Nu am înțeles această dată. Vă rugăm să o scrieți așa: 15.03.2024 sau 03.2024.
problem-not-a-text = Vă rugăm să scrieți răspunsul ca text. Nu poate fi prea lung.
problem-too-long = Acest text este prea lung. Vă rugăm să scrieți mai scurt.

## Booking

book-which-service =
    Despre ce este vorba?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Vă rugăm să apăsați o ofertă sau să scrieți numărul ei.
book-which-day = { $service }: Ce zi vi se potrivește?
book-day-unclear = Nu am înțeles această zi. Apăsați o zi sau scrieți, de exemplu, 24.11.2026.
book-day-full = Din păcate, nu este nicio programare liberă pe { $day }.
book-which-time = { $day }: Ce oră vi se potrivește?
book-time-unclear = Nu am găsit această oră. Vă rugăm să apăsați una dintre ore.
book-time-gone = Această programare tocmai a fost ocupată. Vă rugăm să alegeți alta.
book-confirm =
    Vă rugăm să verificați:
    { $service }
    { $at }
    { $office }
    { $directions }
    Consiliere: { $counsellor }

    { $bring }
book-confirm-unclear = Vă rugăm să răspundeți cu Da sau Nu.
book-booked =
    Programarea dumneavoastră este făcută.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Dacă nu puteți veni, vă rugăm să anulați programarea aici.
book-moved =
    Programarea dumneavoastră este mutată. Acum este:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = Din păcate, în următoarele săptămâni nu este nicio programare liberă. Doriți să vorbiți cu o persoană?
book-nothing-offered = Acum nu se pot face programări aici. Doriți să vorbiți cu o persoană?
book-too-many = Acum nu sunt posibile mai multe programări pentru această ofertă. Puteți muta sau anula o programare.
book-stopped = În regulă. Nu s-a rezervat și nu s-a schimbat nimic.
button-cancel-booking = Renunțați
button-book-confirm = Da, faceți programarea
button-move-confirm = Da, mutați programarea

appointments-none = Nu aveți nicio programare.
appointments-list =
    Programările dumneavoastră:

    { $appointments }
appointments-which-cancel =
    Ce programare doriți să anulați?

    { $appointments }
appointments-which-move =
    Ce programare doriți să mutați?

    { $appointments }
appointments-entry = { $at }: { $service }, { $office }
appointments-cancel =
    Doriți cu adevărat să anulați această programare?
    { $service }
    { $at }
appointments-cancelled = Programarea este anulată: { $service }, { $at }.
appointments-kept = În regulă. Programarea dumneavoastră rămâne.
appointment-gone = Această programare nu mai există.
button-cancel-appointment = Anulați: { $at }
button-move-appointment = Mutați: { $at }
button-cancel-yes = Da, anulați
button-cancel-no = Nu, păstrați

## Handover

handover-waiting = Am transmis cererea dumneavoastră. O persoană din echipa noastră vă răspunde aici, imediat ce este cineva liber. Puteți scrie de pe acum despre ce este vorba.
handover-still-waiting = Mesajul dumneavoastră a ajuns. Așteptați o persoană. Imediat ce este cineva liber, primiți aici un răspuns.
handover-closed-now = Acum nu este nimeni aici. Revenim: { $opens }. Cererea dumneavoastră este salvată. Atunci primiți aici un răspuns.
handover-withdrawn = În regulă. Sunt din nou aici pentru dumneavoastră.
handover-failed = Îmi cer scuze, la mine a apărut o eroare. Mesajul dumneavoastră nu s-a pierdut. O persoană din echipa noastră se ocupă și vă răspunde aici.
handover-joined = { $author } este acum în conversație.
handover-left = { $author } a dat conversația înapoi asistentului.
handover-ended = Conversația s-a încheiat. Puteți scrie din nou oricând.
safety-offer = Să anunț acum o persoană de la consiliere?
button-human-now = Da, vă rog, acum
button-go-on = Continuați conversația

## Places

places-where = În ce cartier sunteți? Puteți trimite și locația dumneavoastră.
places-unknown = Nu cunosc acest cartier. Vă rugăm să apăsați un buton.
places-none = Din păcate, nu cunosc niciun loc aici. Doriți să vorbiți cu o persoană?
places-list =
    Aici găsiți ajutor:

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
button-whole-city = Tot orașul

## My data

my-data-overview =
    Iată ce este salvat despre dumneavoastră, din { $since }:
    • { $messages ->
        [one] un mesaj
        [few] { $messages } mesaje
       *[other] { $messages } de mesaje
    }
    • { $answers ->
        [0] niciun răspuns în chestionar
        [one] un răspuns în chestionar
        [few] { $answers } răspunsuri în chestionar
       *[other] { $answers } de răspunsuri în chestionar
    }
    • { $appointments ->
        [0] nicio programare
        [one] o programare
        [few] { $appointments } programări
       *[other] { $appointments } de programări
    }
    • { $notes ->
        [0] nicio notiță de la consiliere
        [one] o notiță de la consiliere
        [few] { $notes } notițe de la consiliere
       *[other] { $notes } de notițe de la consiliere
    }
    { $agreed ->
        [0] Încă nu v-ați dat acordul pentru nimic.
       *[other] V-ați dat acordul pentru:
    }
    { $consents }
my-data-copy = Datele dumneavoastră ca fișier: { $name }
my-data-confirm-erase = Doriți cu adevărat să ștergeți tot? Toate mesajele, răspunsurile și programările dispar. Programările făcute se anulează. Nimeni nu mai poate recupera datele.
my-data-kept = În regulă. Nu s-a șters nimic.
my-data-erased = Totul este șters. Puteți începe din nou oricând.
button-withdraw = Retrageți acordul: { $consent }
button-export = Primiți o copie
button-erase = Ștergeți tot
button-erase-yes = Da, ștergeți tot
button-erase-no = Nu, păstrați

copy-title = Datele dumneavoastră la Lotse
copy-made = Această copie este din { $at }.
copy-messages = Mesaje
copy-questionnaire = Chestionar
copy-appointments = Programări
copy-consents = Acordul dumneavoastră
copy-from-person = Dumneavoastră
copy-from-assistant = Asistent
copy-from-staff = Consiliere
copy-from-system = Notă
copy-status-held = rezervat provizoriu
copy-status-confirmed = programat
copy-status-cancelled = anulat
copy-notes =
    { $count ->
        [0] Echipa de consiliere nu a făcut notițe despre conversația dumneavoastră.
        [one] Echipa de consiliere a făcut o notiță despre conversația dumneavoastră. La cerere primiți o copie.
        [few] Echipa de consiliere a făcut { $count } notițe despre conversația dumneavoastră. La cerere primiți o copie.
       *[other] Echipa de consiliere a făcut { $count } de notițe despre conversația dumneavoastră. La cerere primiți o copie.
    }

## Nearby and languages

places-share = Cel mai bine îmi trimiteți locația dumneavoastră. Atunci vă arăt mai întâi ce este aproape.
places-distance = La aproximativ { $distance } de dumneavoastră
places-topics = Ajută la: { $topics }
places-languages = Limbi: { $languages }
places-map = [Arată pe hartă]({ $url })
button-places-topic = Locuri pentru asta în apropiere
button-places-more = Alte locuri
language-gone = Această limbă nu este disponibilă acum aici. Continuăm în limba: { $name }. Puteți alege și altă limbă.
