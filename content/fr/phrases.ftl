# Ce que l’assistant dit en dehors des thèmes. Le fichier allemand est l’original.

## Welcome and menu

welcome = Bienvenue. Je suis Lotse, l’aide numérique pour toutes les personnes nouvellement arrivées à Dortmund. Je suis un programme, pas une personne. Choisissez votre langue. Vous pouvez aussi simplement m’écrire.
welcome-back = Bienvenue à nouveau.
privacy-short = Vos messages sont enregistrés de façon chiffrée. Vous pouvez voir ou effacer vos données à tout moment. N’écrivez ici ni mots de passe ni données bancaires, s’il vous plaît.
menu = De quoi avez-vous besoin ? Appuyez sur un bouton ou écrivez votre question.
help =
    Voici ce que je peux faire pour vous :
    • Répondre aux questions sur la vie à Dortmund. Écrivez simplement ce que vous voulez savoir.
    • Remplir le questionnaire avec vous. Ainsi, nous savons de quelle aide vous avez besoin.
    • Prendre un rendez-vous de conseil.
    • Vous mettre en contact avec une personne.

    Si vous êtes en danger, appelez la police : 110. En cas d’urgence ou de feu : 112.
topics = Quel est le thème de votre question ?
topics-group = { $group } : que voulez-vous savoir ?
topic-unknown = Je n’ai pas de réponse sur ce thème.
text-missing = Ce texte manque pour le moment. Demandez à une personne, s’il vous plaît.

group-arrival = Arrivée
group-residence = Droit de séjour
group-language = Apprendre l’allemand
group-family = Famille, école, Kita (garderie)
group-work = Travail
group-health = Santé
group-housing = Logement
group-money = Argent
group-everyday = Vie de tous les jours
group-counselling = Conseil
group-participation = Participer
group-service = Qui sommes-nous ?

button-menu = Menu
button-topics = Questions et réponses
button-questionnaire = Remplir le questionnaire
button-questionnaire-resume = Continuer le questionnaire
button-book = Prendre rendez-vous
button-appointments = Mes rendez-vous
button-places = Lieux près de moi
button-human = Parler à une personne
button-language = Changer de langue
button-my-data = Mes données
button-privacy = Protection des données
button-assistant = Retour à l’assistant
button-stale = Ce bouton correspond à une ancienne question.
attachment-kept = Merci, c’est bien arrivé. Je ne peux ouvrir ni images, ni fichiers, ni messages vocaux. Écrivez de quoi il s’agit, s’il vous plaît. Ou parlez à une personne.

## Answers

answer-source = Source : { $source }. Information du { $date }.
answer-volatile = Cela peut changer. Renseignez-vous ici, s’il vous plaît : { $office }.
answer-outdated = Attention : cette réponse est du { $date }. Elle n’est peut-être plus juste. Renseignez-vous ici, s’il vous plaît : { $office }.
button-helpful-yes = Cela m’a aidé
button-helpful-no = Cela ne m’a pas aidé
helpful-thanks = Merci de votre réponse.
helpful-sorry = Je le regrette. Voulez-vous parler à une personne ?

## Not understood

not-understood = Je n’ai pas compris. Écrivez-le avec d’autres mots, s’il vous plaît. Ou appuyez sur un bouton.
out-of-scope = Je ne peux rien dire à ce sujet. Je réponds aux questions sur l’arrivée et la vie à Dortmund.
did-you-mean = Voulez-vous dire ceci ?
button-none-of-these = Rien de cela
handover-offer = Voulez-vous parler à une personne ?

intent-questionnaire = Remplir le questionnaire
intent-book = Prendre rendez-vous
intent-reschedule = Déplacer un rendez-vous
intent-cancel-appointment = Annuler un rendez-vous
intent-my-appointments = Mes rendez-vous
intent-human = Parler à une personne
intent-change-language = Changer de langue
intent-places-nearby = Lieux près de moi
intent-delete-data = Effacer mes données
intent-export-data = Voir mes données
intent-help = Aide
intent-affirm = Oui
intent-deny = Non
intent-back = Retour
intent-skip = Passer
intent-why = Pourquoi ?
intent-stop = Pause
intent-greet = Bonjour
intent-thanks = Merci
intent-goodbye = Au revoir
intent-repeat = Encore une fois

## Small talk

small-greet = Bonjour. Que puis-je faire pour vous ?
small-thanks = Avec plaisir.
small-goodbye = Au revoir. Vous pouvez écrire de nouveau à tout moment.
small-nothing-open = Il n’y a pas de question en cours. Que voulez-vous faire ?
small-all-right = D’accord.
small-why-nothing = Je n’ai pas posé de question. Que voulez-vous savoir ?
small-stopped = D’accord. Vous pouvez continuer à tout moment.

## Language

language-which = Quelle langue voulez-vous ?
language-switched = Nous parlons maintenant cette langue : { $name }.
language-unknown = Je ne connais pas cette langue. Je parle ces langues :
language-not-spoken =
    Je ne parle malheureusement pas encore cette langue. Je parle ces langues :
    { $names }
language-offer = Voulez-vous continuer dans cette langue : { $name } ?
language-offer-yes = Oui, continuer : { $name }

## Consent

button-consent-yes = Oui, je suis d’accord
button-consent-no = Non
consent-unclear = Répondez par oui ou par non, s’il vous plaît.
consent-no-questionnaire = D’accord. Sans votre oui, il n’y a pas de questionnaire. Vous pouvez continuer à utiliser tout le reste.
consent-no-booking = D’accord. Sans votre oui, je ne peux pas enregistrer de rendez-vous. Vous pouvez aller au centre de services MigraDo, Friedensplatz 7.
consent-no-handover = D’accord. Je ne transmets pas la conversation. Vous pouvez aller au centre de services MigraDo, Friedensplatz 7.
consent-name-questionnaire = Questionnaire
consent-name-booking = Rendez-vous
consent-name-handover = Conversation avec l’équipe
consent-withdrawn = Votre oui pour « { $consent } » n’est plus valable. Ce qui est déjà enregistré, vous l’effacez avec « Tout effacer ».

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Il y a environ { $questions } question.
        [many] Il y a environ { $questions } de questions.
       *[other] Il y a environ { $questions } questions.
    } Vous pouvez passer n’importe quelle question. Faites une pause quand vous voulez. Chaque réponse est enregistrée tout de suite.
questionnaire-resumed = Nous reprenons à la question où vous étiez.
questionnaire-question =
    Partie { $part } sur { $parts } : { $part_name } · Question { $number } sur { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Choisissez une réponse.
how-many = Choisissez tout ce qui vous correspond. Appuyez ensuite sur « Terminé ».
how-integer = Écrivez un nombre.
how-decimal = Écrivez un nombre.
how-date = Écrivez la date, par exemple 15.03.2024 ou 03.2024.
how-text = Écrivez votre réponse.
how-note = Écrivez « continuer ».
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Terminé ({ $count })
button-back = Retour
button-skip = Passer
button-why = Pourquoi ?
button-pause = Pause
questionnaire-first = C’est la première question.
questionnaire-paused = Pause. Vos réponses sont enregistrées. Vous pouvez continuer à la même question à tout moment.
questionnaire-skipped = pas de réponse
questionnaire-summary =
    Voici vos réponses. Tout est juste ? Pour changer une réponse, appuyez sur son numéro.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Appuyez sur « Tout est juste » ou écrivez le numéro de la réponse à changer.
button-questionnaire-finish = Tout est juste
questionnaire-done = Merci. Le questionnaire est terminé. Voulez-vous prendre rendez-vous ? Vous pourrez y parler de vos réponses.
questionnaire-finished-before = Vous avez déjà rempli le questionnaire. Vous pouvez encore changer des réponses.

problem-not-a-choice = Cette réponse ne va pas avec la question. Appuyez sur un des boutons, s’il vous plaît.
problem-nothing-chosen = Vous n’avez encore rien choisi. Choisissez quelque chose ou appuyez sur « Passer ».
problem-not-a-number = Écrivez un nombre, s’il vous plaît, par exemple 3.
problem-not-a-date = Je n’ai pas compris cette date. Écrivez-la ainsi, s’il vous plaît : 15.03.2024 ou 03.2024.
problem-not-a-text = Écrivez votre réponse sous forme de texte, s’il vous plaît. Elle ne doit pas être trop longue.
problem-too-long = Ce texte est trop long. Écrivez un texte plus court, s’il vous plaît.

## Booking

book-which-service =
    De quoi s’agit-il ?

    { $services }
book-service-entry = { $name } : { $about }
book-service-unclear = Appuyez sur une offre ou écrivez son numéro, s’il vous plaît.
book-which-day = { $service } : quel jour vous convient ?
book-day-unclear = Je n’ai pas compris ce jour. Appuyez sur un jour ou écrivez par exemple 24.11.2026.
book-day-full = Il n’y a malheureusement plus de rendez-vous libre ce jour-là : { $day }.
book-which-time = { $day } : quelle heure vous convient ?
book-time-unclear = Je n’ai pas trouvé cette heure. Appuyez sur une des heures, s’il vous plaît.
book-time-gone = Ce rendez-vous vient d’être pris. Choisissez-en un autre, s’il vous plaît.
book-confirm =
    Vérifiez, s’il vous plaît :
    { $service }
    { $at }
    { $office }
    { $directions }
    Équipe de conseil : { $counsellor }

    { $bring }
book-confirm-unclear = Répondez par oui ou par non, s’il vous plaît.
book-booked =
    Votre rendez-vous est pris.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Si vous ne pouvez pas venir, annulez le rendez-vous ici, s’il vous plaît.
book-moved =
    Votre rendez-vous est déplacé. Il est maintenant :
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = Il n’y a malheureusement pas de rendez-vous libre dans les prochaines semaines. Voulez-vous parler à une personne ?
book-nothing-offered = On ne peut pas prendre de rendez-vous ici pour le moment. Voulez-vous parler à une personne ?
book-too-many = Vous ne pouvez pas prendre d’autres rendez-vous pour cette offre en ce moment. Vous pouvez déplacer ou annuler un rendez-vous.
book-stopped = D’accord. Rien n’a été réservé ni changé.
button-cancel-booking = Arrêter
button-book-confirm = Oui, prendre ce rendez-vous
button-move-confirm = Oui, déplacer le rendez-vous

appointments-none = Vous n’avez pas de rendez-vous.
appointments-list =
    Vos rendez-vous :

    { $appointments }
appointments-which-cancel =
    Quel rendez-vous voulez-vous annuler ?

    { $appointments }
appointments-which-move =
    Quel rendez-vous voulez-vous déplacer ?

    { $appointments }
appointments-entry = { $at } : { $service }, { $office }
appointments-cancel =
    Voulez-vous vraiment annuler ce rendez-vous ?
    { $service }
    { $at }
appointments-cancelled = Le rendez-vous est annulé : { $service }, { $at }.
appointments-kept = D’accord. Vous gardez votre rendez-vous.
appointment-gone = Ce rendez-vous n’existe plus.
button-cancel-appointment = Annuler : { $at }
button-move-appointment = Déplacer : { $at }
button-cancel-yes = Oui, annuler
button-cancel-no = Non, garder

## Handover

handover-waiting = J’ai transmis votre demande. Une personne de notre équipe vous répond ici dès que quelqu’un est libre. Vous pouvez déjà écrire de quoi il s’agit.
handover-still-waiting = Votre message est arrivé. Vous attendez une personne. Dès que quelqu’un est libre, vous recevez une réponse ici.
handover-closed-now = Il n’y a personne pour le moment. Nous serons de retour : { $opens }. Votre demande est enregistrée. Vous recevrez alors une réponse ici.
handover-withdrawn = D’accord. Je suis de nouveau là pour vous.
handover-failed = Pardon, une erreur s’est produite. Votre message n’est pas perdu. Une personne de notre équipe s’en occupe et vous répond ici.
handover-joined = { $author } est maintenant dans la conversation.
handover-left = { $author } a rendu la conversation à l’assistant.
handover-ended = La conversation est terminée. Vous pouvez écrire de nouveau à tout moment.
safety-offer = Dois-je prévenir maintenant une personne de l’équipe de conseil ?
button-human-now = Oui, maintenant s’il vous plaît
button-go-on = Continuer la conversation

## Places

places-where = Dans quel quartier êtes-vous ? Vous pouvez aussi envoyer votre position.
places-unknown = Je ne connais pas ce quartier. Appuyez sur un bouton, s’il vous plaît.
places-none = Je ne connais malheureusement pas de lieu ici. Voulez-vous parler à une personne ?
places-list =
    Ici, vous trouvez de l’aide :

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
button-whole-city = Toute la ville

## My data

my-data-overview =
    Voici ce qui est enregistré sur vous, depuis le { $since } :
    • { $messages ->
        [one] { $messages } message
        [many] { $messages } de messages
       *[other] { $messages } messages
    }
    • { $answers ->
        [0] aucune réponse dans le questionnaire
        [one] une réponse dans le questionnaire
        [many] { $answers } de réponses dans le questionnaire
       *[other] { $answers } réponses dans le questionnaire
    }
    • { $appointments ->
        [0] aucun rendez-vous
        [one] un rendez-vous
        [many] { $appointments } de rendez-vous
       *[other] { $appointments } rendez-vous
    }
    • { $notes ->
        [0] aucune note de l’équipe de conseil
        [one] une note de l’équipe de conseil
        [many] { $notes } de notes de l’équipe de conseil
       *[other] { $notes } notes de l’équipe de conseil
    }
    { $agreed ->
        [0] Vous n’avez encore dit oui nulle part.
       *[other] Vous avez dit oui à :
    }
    { $consents }
my-data-copy = Vos données dans un fichier : { $name }
my-data-confirm-erase = Voulez-vous vraiment tout effacer ? Tous les messages, réponses et rendez-vous disparaîtront. Les rendez-vous pris seront annulés. Personne ne peut revenir en arrière.
my-data-kept = D’accord. Rien n’a été effacé.
my-data-erased = Tout est effacé. Vous pouvez recommencer à tout moment.
button-withdraw = Retirer mon oui : { $consent }
button-export = Recevoir une copie
button-erase = Tout effacer
button-erase-yes = Oui, tout effacer
button-erase-no = Non, garder

copy-title = Vos données chez Lotse
copy-made = Cette copie est du { $at }.
copy-messages = Messages
copy-questionnaire = Questionnaire
copy-appointments = Rendez-vous
copy-consents = Votre accord
copy-from-person = Vous
copy-from-assistant = Assistant
copy-from-staff = Équipe de conseil
copy-from-system = Information
copy-status-held = en attente de confirmation
copy-status-confirmed = réservé
copy-status-cancelled = annulé
copy-notes =
    { $count ->
        [0] L’équipe de conseil n’a pas écrit de notes sur votre conversation.
        [one] L’équipe de conseil a écrit une note sur votre conversation. Vous en recevez une copie sur demande.
        [many] L’équipe de conseil a écrit { $count } de notes sur votre conversation. Vous en recevez une copie sur demande.
       *[other] L’équipe de conseil a écrit { $count } notes sur votre conversation. Vous en recevez une copie sur demande.
    }

## Nearby and languages

places-share = Le mieux est de m’envoyer votre position. Je vous montre alors d’abord ce qui est près de vous.
places-distance = À environ { $distance } de vous
places-topics = Aide pour : { $topics }
places-languages = Langues : { $languages }
places-map = [Montrer sur la carte]({ $url })
button-places-topic = Lieux près de moi pour ce thème
button-places-more = Autres lieux
language-gone = Cette langue n’est pas disponible ici en ce moment. Nous continuons dans cette langue : { $name }. Vous pouvez aussi choisir une autre langue.
